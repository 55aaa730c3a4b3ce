using System.Net;
using CtoBot.Core;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Door;

/// <summary>The bot speaks first.</summary>
public sealed class ProactiveTests : DoorTest
{
    [Fact]
    public async Task Where_a_person_is_stands_in_their_state_after_the_first_activity()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        Assert.Equal(
            new ChatReference(Connector.ServiceUrl, "msteams", "28:7f3c2a10-5b64-4c8e-9a11-2d40c0f7e0b0", "29:" + person.Person.UserId, TeamsClient.Tenant, person.ConversationId, Trusted: false),
            (await host.StateOfAsync(person.Person, Cancel))!.Chat);
    }

    [Fact]
    public async Task What_is_said_in_a_group_tells_nothing_of_the_private_chat()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        await person.PostAsync(person.New("message-group-mention"), Cancel);
        Assert.Null(await host.StateOfAsync(person.Person, Cancel));
    }

    [Fact]
    public async Task A_person_is_told_in_their_chat_without_having_written()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        await TellAsync(host, person);
        var told = Connector.Calls[^1];
        Assert.Equal((person.ConversationId, 200), (told.ConversationId, told.Status));
        Assert.NotNull(told.Card);
        Assert.Equal("29:" + person.Person.UserId, (string?)told.Activity["recipient"]?["id"]);
        Assert.Equal(person.ConversationId, (await host.StateOfAsync(person.Person, Cancel))!.Chat!.ConversationId);
    }

    [Fact]
    public async Task The_latest_place_of_a_person_is_the_one_that_is_used()
    {
        await using var elsewhere = await LoopbackConnector.StartAsync(Cancel);
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var moved = person.Words("today");
        moved["serviceUrl"] = elsewhere.ServiceUrl;
        await person.PostAsync(moved, Cancel);
        var before = Connector.Calls.Count;
        await TellAsync(host, person);
        Assert.Equal(2, elsewhere.Delivered.Count);
        Assert.Equal(before, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_chat_that_is_no_more_is_made_again_once_and_kept()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        await ForgetChatAsync(host, person.Person);
        var before = Connector.Calls.Count;
        await TellAsync(host, person);
        await TellAsync(host, person);
        Assert.Equal([(true, 200), (false, 200), (false, 200)], Connector.Calls.Skip(before).Select(call => (call.Creates, call.Status)));
        Assert.Equal([person.ConversationId, person.ConversationId], Connector.Delivered.TakeLast(2).Select(call => call.ConversationId));
        Assert.Equal(person.ConversationId, (await host.StateOfAsync(person.Person, Cancel))!.Chat!.ConversationId);
    }

    [Fact]
    public async Task A_chat_that_the_connector_does_not_find_is_made_again_once()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var before = Connector.Calls.Count;
        Connector.Fail(new ConnectorFault(404));
        await TellAsync(host, person);
        Assert.Equal([(false, 404), (true, 200), (false, 200)], Connector.Calls.Skip(before).Select(call => (call.Creates, call.Status)));

        before = Connector.Calls.Count;
        Connector.Fail(new ConnectorFault(404), new ConnectorFault(404));
        await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, person));
        Assert.Equal([(false, 404), (true, 404)], Connector.Calls.Skip(before).Select(call => (call.Creates, call.Status)));
        Assert.Null((await host.StateOfAsync(person.Person, Cancel))!.Chat!.ConversationId);
    }

    [Fact]
    public async Task Nobody_is_spoken_to_who_was_never_met()
    {
        var host = await StartAsync();
        var failure = await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, Somebody(host)));
        Assert.Contains("nothing tells where", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Connector.Calls);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams", false, "does not send to the host")]
    [InlineData("http://169.254.169.254", false, "does not send to the host")]
    [InlineData("https://smba.trafficmanager.net/teams", true, "no token")]
    public async Task A_place_that_was_kept_under_other_conditions_is_not_trusted_on_account_of_that(string serviceUrl, bool trusted, string reason)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        await ChangeChatAsync(host, person.Person, chat => chat with { ServiceUrl = serviceUrl, Trusted = trusted });
        var failure = await Assert.ThrowsAsync<ChannelException>(() => TellAsync(host, person));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_person_leaves_no_place_behind()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        await person.SayAsync("forget me", Cancel);
        await person.PressAsync("Delete everything", execute: true, Cancel);
        Assert.Empty(await RowsOfAsync(host, person.Person));
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(person.Installation("remove"), Cancel)).Status);
        Assert.Empty(await RowsOfAsync(host, person.Person));
    }

    private static Task TellAsync(BotHost host, TeamsClient person) => host.Services.GetRequiredService<TurnRunner>().RunAsync(
        person.Person,
        new Input.Said(Guid.NewGuid().ToString(), ClientFacts.Unknown, "today"),
        host.Services.GetRequiredService<IOutreach>().To(person.Person),
        Cancel);

    private static Task ForgetChatAsync(BotHost host, PersonKey person) => ChangeChatAsync(host, person, chat => chat with { ConversationId = null });

    private static async Task ChangeChatAsync(BotHost host, PersonKey person, Func<ChatReference, ChatReference> change)
    {
        var row = (await host.Store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, Cancel))!;
        var state = StateJson.Read((string)row.Columns["json"]);
        var changed = row with { Columns = row.Columns.SetItem("json", StateJson.Write(state with { Chat = change(state.Chat!) })) };
        Assert.True((await host.Store.WriteAsync(StoreTable.CtoBot, person.Partition, [new RowChange.Replace(changed, row.ETag)], Cancel)).Saved);
    }
}
