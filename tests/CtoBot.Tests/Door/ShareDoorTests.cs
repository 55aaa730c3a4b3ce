using System.Net;
using CtoBot.Core.Sharing;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>A CTO shares the readout with a colleague: what crosses the wire.</summary>
public sealed class ShareDoorTests : DoorTest
{
    private BotHost host = null!;
    private TeamsClient cto = null!;
    private TeamsClient bo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(ReadoutSeed.Now - Clock.GetUtcNow());
        host = await StartAsync();
        (cto, bo) = (Somebody(host), Somebody(host));
        await ReadoutSeed.PlantAsync(host.Store, cto.Person, ReadoutSeed.Five(), Cancel);
        await bo.PostAsync(bo.Installation("add"), Cancel);
    }

    [Fact]
    public async Task The_colleague_gets_the_very_card_of_the_preview_once_it_is_sent()
    {
        var before = InChatOf(bo).Length;
        var preview = await PreviewAsync(bo);
        Assert.Equal(before, InChatOf(bo).Length);

        var sent = await cto.PressAsync("Send", execute: true, Cancel);
        Assert.Contains("delivered", sent.Card!.ToString(), StringComparison.Ordinal);
        var received = Assert.Single(InChatOf(bo)[before..]);
        Assert.Equal(("POST", "29:" + bo.Person.UserId), (received.Method, (string?)received.Activity["recipient"]?["id"]));
        Assert.Equal(preview.ToString(), received.Card!.ToString());
        Assert.Contains("What hurts most", received.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", received.Json, StringComparison.Ordinal);
        Assert.DoesNotContain(cto.Person.UserId, received.Json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pressed_again_and_delivered_again_one_after_the_other_or_at_once_it_arrives_once()
    {
        var before = InChatOf(bo).Length;
        await PreviewAsync(bo);
        var button = cto.Card.Button("Send");
        JObject[] presses = [cto.Execute(button), cto.Execute(button), cto.Submit(button)];
        var answers = await Task.WhenAll(presses.Concat(presses).Select(async press =>
        {
            using var answer = await cto.PostAsync(press.ToString(), Cancel);
            return answer.StatusCode;
        }));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(InChatOf(bo)[before..]);
        foreach (var press in presses)
            await cto.PostAsync(press, Cancel);
        Assert.Single(InChatOf(bo)[before..]);
        Assert.Equal([ShareStatus.Sent], await StatusesAsync());
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_noted_as_not_reached_and_is_not_tried_again()
    {
        await PreviewAsync(bo);
        Connector.Faults = activity => (string?)activity["recipient"]?["id"] == "29:" + bo.Person.UserId ? new ConnectorFault(403, Code: "ConversationBlockedByUser") : null;
        var before = Connector.Calls.Count;
        var answer = await cto.PressAsync("Send", execute: true, Cancel);
        Assert.Contains("It reached nobody", answer.Card!.ToString(), StringComparison.Ordinal);
        Assert.Contains("takes no messages from me", answer.Card.ToString(), StringComparison.Ordinal);
        Assert.Equal([ShareStatus.Blocked], await StatusesAsync());

        Connector.Faults = _ => null;
        Clock.Advance(TimeSpan.FromMinutes(2));
        await cto.SayAsync("today", Cancel);
        Assert.Equal(403, Assert.Single(Connector.Calls.Skip(before), call => call.ConversationId == bo.ConversationId).Status);
    }

    [Fact]
    public async Task Asked_for_in_a_group_chat_it_is_chosen_and_previewed_alone_and_posted_there_once()
    {
        Connector.Members = JArray.Parse("""[{ "id": "29:a", "name": "Ann Lee", "userRole": "user" }, { "id": "29:e", "name": "Eve Hart", "userRole": "guest" }, { "id": "29:o", "name": "Odd Berg", "userRole": "user", "tenantId": "another" }]""");
        await cto.SayAsync("today", Cancel);
        var mention = Mention(cto);
        var told = Assert.Single((await cto.PostAsync(mention, Cancel)).Sent);
        Assert.Equal((null, "I have written to you alone."), (told.Card, told.Text));
        // Delivered again, it is said and asked no second time.
        var before = Connector.Calls.Count;
        await cto.PostAsync(mention, Cancel);
        Assert.DoesNotContain(Connector.Calls.Skip(before), call => call.Method == "POST");

        var form = Assert.Single(InChatOf(cto), call => call.Json.Contains("Share with Board & friends", StringComparison.Ordinal));
        var preview = (await cto.PostAsync(Press(form, "Show me what goes out", ("what", "whole"), ("sections", "situation,risks,bugs,quotes")), Cancel)).Card!;
        Assert.Contains("It goes to Board & friends.", cto.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Guests in it who will read this too: Eve Hart and Odd Berg.", cto.Card.Text, StringComparison.Ordinal);
        Assert.Single(InGroup());

        var send = cto.Execute(cto.Card.Button("Send"));
        var again = cto.Execute(cto.Card.Button("Send"));
        await Task.WhenAll(new[] { send, again, send }.Select(async press => (await cto.PostAsync(press.ToString(), Cancel)).Dispose()));
        await cto.PostAsync(send, Cancel);
        var posted = Assert.Single(InGroup()[1..]);
        Assert.Equal(("POST", preview.ToString()), (posted.Method, posted.Card!.ToString()));
        Assert.DoesNotContain("Action.", posted.Json, StringComparison.Ordinal);
        Assert.Equal([ShareStatus.Sent], await StatusesAsync());
    }

    [Fact]
    public async Task Who_has_no_private_chat_is_told_in_the_group_how_to_get_one()
    {
        var eve = Somebody(host);
        var told = Assert.Single((await eve.PostAsync(Mention(eve), Cancel)).Sent);
        Assert.Contains("please talk to me in our own chat first", told.Json, StringComparison.Ordinal);
        Assert.Equal("Action.OpenUrl", (string?)told.Card?["actions"]?[0]?["type"]);
        Assert.Null(await host.StateOfAsync(eve.Person, Cancel));
    }

    [Fact]
    public async Task In_a_chat_of_another_tenant_and_in_a_channel_nothing_is_asked()
    {
        await cto.SayAsync("today", Cancel);
        var before = InChatOf(cto).Length;
        // The chat is of one tenant, and who writes of another.
        var foreign = Mention(cto);
        foreign["conversation"]!["tenantId"] = "0f3c2a10-0000-4c8e-9a11-2d40c0f7e001";
        Assert.Contains("own chat", Assert.Single((await cto.PostAsync(foreign, Cancel)).Sent).Json, StringComparison.Ordinal);
        // Both say that it is the other tenant: there nobody has this id.
        foreign = Mention(cto);
        foreign["conversation"]!["tenantId"] = foreign["channelData"]!["tenant"]!["id"] = "0f3c2a10-0000-4c8e-9a11-2d40c0f7e001";
        Assert.Contains("please talk to me in our own chat first", Assert.Single((await cto.PostAsync(foreign, Cancel)).Sent).Json, StringComparison.Ordinal);
        var channel = cto.New("message-channel-mention");
        channel["text"] = "<at>CtoBot</at> share";
        Assert.Contains("own chat", Assert.Single((await cto.PostAsync(channel, Cancel)).Sent).Json, StringComparison.Ordinal);
        Assert.Equal(before, InChatOf(cto).Length);
        Assert.Null((await host.StateOfAsync(cto.Person, Cancel))!.Sharing);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", ShareStatus.Blocked)]
    [InlineData(404, "ConversationNotFound", ShareStatus.Gone)]
    public async Task A_group_that_takes_nothing_is_noted_and_nobody_gets_it_instead(int status, string code, ShareStatus expected)
    {
        await cto.SayAsync("today", Cancel);
        await cto.PostAsync(Mention(cto), Cancel);
        await cto.PostAsync(Press(InChatOf(cto)[^1], "Show me what goes out", ("what", "whole"), ("sections", "bugs")), Cancel);
        Connector.Faults = activity => (string?)activity["conversation"]?["id"] == Group ? new ConnectorFault(status, Code: code) : null;
        var before = Connector.Calls.Count;
        var answer = await cto.PressAsync("Send", execute: true, Cancel);
        Assert.Contains("It reached nobody", answer.Card!.ToString(), StringComparison.Ordinal);
        Assert.Equal([(Group, status)], Connector.Calls.Skip(before).Select(call => (call.ConversationId, call.Status)));
        Assert.Equal([expected], await StatusesAsync());
    }

    private static string Group => (string)TeamsClient.Sample("message-group-mention")["conversation"]!["id"]!;

    private static JObject Mention(TeamsClient person)
    {
        var mention = person.New("message-group-mention");
        mention["text"] = "<at>CtoBot</at> share";
        mention["conversation"]!["name"] = "Board & friends";
        return mention;
    }

    /// <summary>A press on a card that came unasked.</summary>
    private JObject Press(ConnectorCall message, string label, params (string Question, string Value)[] fields)
    {
        var card = new ShownCard(message.MessageId!, message.Card!);
        var button = card.Button(label);
        var invoke = cto.New("adaptiveCard-action");
        invoke["replyToId"] = message.MessageId;
        invoke["value"] = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = button["verb"], ["data"] = card.DataOf(button, fields) } };
        return invoke;
    }

    private ConnectorCall[] InGroup() => [.. Connector.Delivered.Where(call => call.ConversationId == Group)];

    /// <summary>The card of the preview, whose buttons are on the note after it.</summary>
    private async Task<JObject> PreviewAsync(TeamsClient to)
    {
        await cto.SayAsync("share", Cancel);
        var answer = await cto.PressAsync("Show me what goes out", execute: true, Cancel, ("who", to.Person.UserId), ("what", "whole"), ("sections", "situation,risks,bugs,quotes"));
        Assert.Contains("Not sent yet", cto.Card.Text, StringComparison.Ordinal);
        return answer.Card!;
    }

    private async Task<IEnumerable<ShareStatus>> StatusesAsync() =>
        Assert.Single((await host.StateOfAsync(cto.Person, Cancel))!.Shares!).To.Select(recipient => recipient.Status);

    private ConnectorCall[] InChatOf(TeamsClient person) => [.. Connector.Delivered.Where(call => call.ConversationId == person.ConversationId)];
}
