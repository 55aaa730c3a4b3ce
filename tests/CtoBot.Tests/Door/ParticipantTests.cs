using System.Net;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>Guests and other bots take no part, unless the operator wants them to.</summary>
public sealed class ParticipantTests : DoorTest
{
    private const string OtherTenant = "33333333-3333-3333-3333-333333333333";

    public static TheoryData<string, string> Guests => new()
    {
        { "userRole", "guest" }, { "userRole", "anonymous" }, { "tenantId", OtherTenant }, { "userPrincipalName", "mia_fabrikam.com#EXT#@contoso.com" },
    };

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task A_guest_is_told_so_and_nothing_is_read_or_kept(string property, string value)
    {
        var host = await StartAsync();
        var guest = Somebody(host);
        var words = Marked(guest.Words(Planted.Quote), property, value);
        var answer = await guest.PostAsync(words, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("you are here as a guest", Assert.Single(answer.Sent).Text, StringComparison.Ordinal);
        var pressed = await guest.PostAsync(Marked(guest.New("adaptiveCard-action"), property, value), Cancel);
        Assert.Contains("you are here as a guest", (string?)pressed.Body!["value"], StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (host.Store.Reads, host.Store.Writes, host.Store.Others));
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task A_guest_may_be_allowed(string property, string value)
    {
        var host = await StartAsync(Kept.InMemory, ("Access:Guests", "true"));
        var guest = Somebody(host);
        Assert.NotNull(Assert.Single((await guest.PostAsync(Marked(guest.Words("hello"), property, value), Cancel)).Sent).Card);
        Assert.NotNull(await host.StateOfAsync(guest.Person, Cancel));
    }

    [Fact]
    public async Task A_member_whose_account_is_given_in_full_is_no_guest()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        var words = Marked(Marked(person.Words("hello"), "userRole", "user"), "tenantId", TeamsClient.Tenant.ToUpperInvariant());
        Assert.NotNull(Assert.Single((await person.PostAsync(words, Cancel)).Sent).Card);
    }

    [Theory]
    [InlineData("role", "bot")]
    [InlineData("role", "skill")]
    [InlineData("id", "28:33333333-3333-3333-3333-333333333333")]
    public async Task Another_bot_is_not_answered_unless_it_is_allowed(string property, string value)
    {
        var host = await StartAsync();
        var bot = Somebody(host);
        var answer = await bot.PostAsync(Marked(bot.Words("hello"), property, value), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Empty(answer.Sent);
        Assert.Equal(0, host.Store.Reads);

        var open = await StartAsync(Kept.InMemory, ("Access:Bots", "true"));
        bot.Bot = open.Endpoint;
        Assert.Single((await bot.PostAsync(Marked(bot.Words("hello"), property, value), Cancel)).Sent);
    }

    private static JObject Marked(JObject activity, string property, string value)
    {
        activity["from"]![property] = value;
        return activity;
    }
}
