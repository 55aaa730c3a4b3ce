using CtoBot.Core.Partners;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>The five questions in a group chat of Teams.</summary>
public sealed class GroupChatDoorTests : DoorTest
{
    private BotHost host = null!;
    private PairBot bot = null!;
    private TeamsClient cmo = null!;
    private TeamsClient cto = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host = await StartAsync();
        (cmo, cto) = (Somebody(host), Somebody(host));
        bot = new PairBot(Clock, host.Store);
        var (first, second) = (bot.Person(cmo.Person.UserId, "Mia Kern", TeamsClient.Tenant), bot.Person(cto.Person.UserId, "Tom Berg", TeamsClient.Tenant));
        await first.SetUpAsync("cmo");
        await second.SetUpAsync("cto");
        await first.SayAsync("invite Tom Berg");
        await first.AnswerAsync(("who", "Tom Berg"), ("mode", "room"));
        await second.SayAsync("accept " + (await bot.PairAsync())!.Invitation.Code);
    }

    [Fact]
    public async Task A_mention_brings_the_board_and_a_press_replaces_it_for_everybody()
    {
        var board = Assert.Single((await cmo.PostAsync(Mention(cmo, "five questions"), Cancel)).Sent);
        Assert.Contains("Five questions: Mia Kern and Tom Berg", board.Json, StringComparison.Ordinal);
        Assert.Equal((string?)Mention(cmo, "")["conversation"]!["id"], board.ConversationId);

        var answer = await cto.PostAsync(Press(cto, board, "pairNext"), Cancel);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body?["type"]);
        var update = Assert.Single(answer.Sent);
        Assert.Equal(("PUT", board.MessageId), (update.Method, update.ActivityId));
        Assert.Contains("You could open with", update.Json, StringComparison.Ordinal);
        Assert.Equal(board.ConversationId, (await bot.PairAsync())!.Group!.ConversationId);
    }

    [Fact]
    public async Task A_third_person_is_told_alone_that_the_card_is_not_theirs()
    {
        var board = Assert.Single((await cmo.PostAsync(Mention(cmo, "five questions"), Cancel)).Sent);
        var before = PartnershipJson.Write((await bot.PairAsync())!);
        var eve = await SomebodySetUpAsync(host);
        var answer = await eve.PostAsync(Press(eve, board, "pairNext"), Cancel);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer.Body?["type"]);
        Assert.Contains("Only the two", (string?)answer.Body?["value"], StringComparison.Ordinal);
        Assert.Empty(answer.Sent);
        var words = Assert.Single((await eve.PostAsync(Mention(eve, "five questions"), Cancel)).Sent);
        Assert.Contains("own chat", words.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Mia", words.Json, StringComparison.Ordinal);
        Assert.Equal(before, PartnershipJson.Write((await bot.PairAsync())!));
    }

    [Fact]
    public async Task Without_the_other_in_the_chat_nothing_is_shown()
    {
        Connector.Roster = id => id == cto.Person.UserId ? null : new JObject { ["id"] = id };
        var answer = Assert.Single((await cmo.PostAsync(Mention(cmo, "five questions"), Cancel)).Sent);
        Assert.Null(answer.Card);
        Assert.Contains("once both of you are in this chat", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_cannot_be_found_out_who_is_there_it_asks_to_send_it_again()
    {
        Connector.Fail(new ConnectorFault(503));
        Assert.True(AsksToSendAgain(Assert.Single((await cmo.PostAsync(Mention(cmo, "five questions"), Cancel)).Sent)));
    }

    [Theory]
    [InlineData("today")]
    [InlineData("check-in")]
    [InlineData("export my data")]
    [InlineData("forget me")]
    [InlineData("sign the agreement")]
    public async Task Everything_else_is_for_the_private_chat(string words)
    {
        var answer = Assert.Single((await cmo.PostAsync(Mention(cmo, words), Cancel)).Sent);
        Assert.Equal("Action.OpenUrl", (string?)answer.Card?["actions"]?[0]?["type"]);
        Assert.DoesNotContain("Tom", answer.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_nothing_is_held()
    {
        var mention = cmo.New("message-channel-mention");
        mention["text"] = "<at>CtoBot</at> five questions";
        Assert.Contains("own chat", Assert.Single((await cmo.PostAsync(mention, Cancel)).Sent).Json, StringComparison.Ordinal);
        Assert.Null((await bot.PairAsync())!.Group);
    }

    private static JObject Mention(TeamsClient person, string words)
    {
        var mention = person.New("message-group-mention");
        mention["text"] = $"<at>CtoBot</at> {words}";
        return mention;
    }

    /// <summary>A press of the first button with this verb on a card in the group chat.</summary>
    private static JObject Press(TeamsClient person, ConnectorCall card, string verb)
    {
        var button = card.Card!.Descendants().OfType<JObject>().First(action => (string?)action["verb"] == verb && (string?)action["type"] == "Action.Execute");
        var invoke = person.New("adaptiveCard-action");
        invoke["conversation"] = person.New("message-group-mention")["conversation"];
        invoke["replyToId"] = card.MessageId;
        invoke["value"] = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = button["data"]!.DeepClone() } };
        return invoke;
    }
}
