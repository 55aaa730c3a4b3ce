using CtoBot.Core;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Door;

/// <summary>Where the bot's own token, and what it says, may go.</summary>
public sealed class OutTests : TokenDoorTest
{
    [Fact]
    public async Task An_answer_goes_to_the_service_url_that_the_token_names_with_the_bots_own_token()
    {
        var host = await StartSecuredAsync();
        var person = Somebody(host);
        Assert.Equal(200, (await Request(Activity(person, "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.NotEmpty(Outside.Sent);
        Assert.All(Outside.Sent, call =>
        {
            Assert.StartsWith(ServiceUrl + "v3/conversations/", call.To.AbsoluteUri, StringComparison.Ordinal);
            Assert.Equal("Bearer " + Wire.Token, call.Authorization);
        });
        Assert.True((await host.StateOfAsync(person.Person, Cancel))!.Chat!.Trusted);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Text.Contains(Wire.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_token_names_the_service_url_nothing_is_sent_now_or_later()
    {
        var host = await StartSecuredAsync();
        var person = Somebody(host);
        Assert.Equal(200, (await Request(Activity(person, "hello"), EntraToken()).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.Contains(host.Logs.Lines, line => line.Text.Contains("no token names", StringComparison.Ordinal));
        Assert.False((await host.StateOfAsync(person.Person, Cancel))!.Chat!.Trusted);
        var failure = await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, person));
        Assert.Contains("no token", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Outside.Sent);
        Assert.Equal(0, Outside.Credentials.Used);
    }

    [Fact]
    public async Task A_token_of_entra_that_names_the_service_url_is_answered()
    {
        var host = await StartSecuredAsync();
        var person = Somebody(host);
        Assert.Equal(200, (await Request(Activity(person, "hello"), EntraToken(claims => claims["serviceurl"] = ServiceUrl)).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.NotEmpty(Outside.Sent);
        Assert.True((await host.StateOfAsync(person.Person, Cancel))!.Chat!.Trusted);
    }

    [Fact]
    public async Task An_activity_without_verified_place_does_not_vouch_for_one_that_was()
    {
        var host = await StartSecuredAsync();
        var person = Somebody(host);
        await Request(Activity(person, "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel);
        var moved = Activity(person, "hello");
        moved["serviceUrl"] = "https://evil.example/";
        Assert.Equal(200, (await Request(moved, EntraToken()).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.All(Outside.Sent, call => Assert.Equal("smba.trafficmanager.net", call.To.Host));
        await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, person));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://user:password@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://notbotframework.com/")]
    [InlineData("https://xteams.microsoft.com/")]
    [InlineData("https://teams.microsoft.com.evil.example/")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/metadata/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_place_in_the_store_gets_no_token_unless_its_host_is_allowed(string serviceUrl)
    {
        var host = await StartSecuredAsync();
        var person = Somebody(host);
        await Request(Activity(person, "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel);
        var row = (await host.Store.ReadAsync(StoreTable.CtoBot, person.Person.Partition, PersonKey.StateRow, Cancel))!;
        var state = StateJson.Read((string)row.Columns["json"]);
        var changed = row with { Columns = row.Columns.SetItem("json", StateJson.Write(state with { Chat = state.Chat! with { ServiceUrl = serviceUrl } })) };
        Assert.True((await host.Store.WriteAsync(StoreTable.CtoBot, person.Person.Partition, [new RowChange.Replace(changed, row.ETag)], Cancel)).Saved);
        var (sent, used) = (Outside.Sent.Count, Outside.Credentials.Used);
        await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, person));
        Assert.Equal((sent, used), (Outside.Sent.Count, Outside.Credentials.Used));
    }

    [Fact]
    public async Task Somebody_never_met_is_reached_in_the_public_cloud_and_not_by_guessing_in_another()
    {
        var here = await StartSecuredAsync();
        await TellAsync(here, Somebody(here));
        Assert.All(Outside.Sent, call => Assert.StartsWith("https://smba.trafficmanager.net/teams/v3/", call.To.AbsoluteUri, StringComparison.Ordinal));
        var sent = Outside.Sent.Count;
        var there = await StartSecuredAsync(("ChannelService", "https://botframework.azure.us"));
        await Assert.ThrowsAsync<ChannelException>(() => TellAsync(there, Somebody(there)));
        Assert.Equal(sent, Outside.Sent.Count);
    }

    private static Task TellAsync(BotHost host, TeamsClient person) => host.Services.GetRequiredService<TurnRunner>().RunAsync(
        person.Person,
        new Input.Said(Guid.NewGuid().ToString(), ClientFacts.Unknown, "today"),
        host.Services.GetRequiredService<IOutreach>().To(person.Person),
        Cancel);
}
