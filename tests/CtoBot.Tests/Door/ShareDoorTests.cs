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
