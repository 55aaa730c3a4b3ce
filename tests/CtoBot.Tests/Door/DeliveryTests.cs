using System.Net;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>Activities arrive at least once, out of order, and at several hosts.</summary>
public sealed class DeliveryTests : DoorTest
{
    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task An_activity_that_comes_again_changes_nothing_and_is_not_answered_again(Kept kept)
    {
        var host = await StartAsync(kept);
        var person = await AskedForCompanyAsync(host);
        var company = person.Words(Planted.Company);
        Assert.Single((await person.PostAsync(company, Cancel)).Sent);
        var before = await StateAsync(host, person);
        for (var copy = 0; copy < 3; copy++)
            Assert.Empty((await person.PostAsync(company, Cancel)).Sent);
        Assert.Equal(before, await StateAsync(host, person));
        Assert.Contains("company", before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task Copies_that_arrive_at_once_are_taken_once_and_answered_once(Kept kept)
    {
        var host = await StartAsync(kept);
        for (var round = 0; round < 12; round++)
        {
            var person = await AskedForCompanyAsync(host);
            var before = Connector.Delivered.Count(call => call.ConversationId == person.ConversationId);
            var company = person.Words(Planted.Company);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => person.PostAsync(company, Cancel)));
            Assert.Equal(before + 1, Connector.Delivered.Count(call => call.ConversationId == person.ConversationId));
            Assert.Single((await host.StateOfAsync(person.Person, Cancel))!.Seen, id => id == (string?)company["id"]);
        }
    }

    [Fact]
    public async Task Copies_that_arrive_at_two_hosts_are_taken_once()
    {
        var (first, second) = (await StartAsync(Kept.InAFile), await StartAsync(Kept.InAFile));
        for (var round = 0; round < 12; round++)
        {
            var person = await AskedForCompanyAsync(first);
            var revision = (await first.StateOfAsync(person.Person, Cancel))!.Revision;
            var before = Connector.Delivered.Count(call => call.ConversationId == person.ConversationId);
            var company = person.Words(Planted.Company);
            var one = person.PostAsync(company, Cancel);
            person.Bot = second.Endpoint;
            await Task.WhenAll(one, person.PostAsync(company, Cancel));
            var state = (await second.StateOfAsync(person.Person, Cancel))!;
            Assert.Single(state.Seen, id => id == (string?)company["id"]);
            Assert.Equal(revision + 1, state.Revision);
            // Each host answers at most once.
            Assert.InRange(Connector.Delivered.Count(call => call.ConversationId == person.ConversationId) - before, 1, 2);
        }
    }

    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task After_a_crash_a_copy_is_answered_again_and_changes_nothing(Kept kept)
    {
        var host = await StartAsync(kept);
        var person = await AskedForCompanyAsync(host);
        var company = person.Words(Planted.Company);
        await person.PostAsync(company, Cancel);
        var (before, shown) = (await StateAsync(host, person), person.Card.Text);

        var risen = await StartAsync(kept);
        person.Bot = risen.Endpoint;
        Assert.Single((await person.PostAsync(company, Cancel)).Sent);
        Assert.Equal(shown, person.Card.Text);
        Assert.Equal(before, await StateAsync(risen, person));
        Assert.Empty((await person.PostAsync(company, Cancel)).Sent);
    }

    [Fact]
    public async Task An_answer_that_did_not_go_out_is_sent_when_the_activity_comes_again()
    {
        var host = await StartAsync();
        var person = await AskedForCompanyAsync(host);
        var company = person.Words(Planted.Company);
        Connector.Fail(new ConnectorFault(500));
        Assert.DoesNotContain((await person.PostAsync(company, Cancel)).Sent, call => call.Delivered);
        Assert.Single((await person.PostAsync(company, Cancel)).Sent, call => call.Delivered);
        Assert.Empty((await person.PostAsync(company, Cancel)).Sent);
    }

    [Fact]
    public async Task A_press_that_comes_again_is_answered_with_the_card_and_changes_nothing()
    {
        var host = await StartAsync(Kept.InAFile);
        var person = await SomebodySetUpAsync(host);
        var tick = person.Execute(person.Card.Ticks[0]);
        var first = await person.PostAsync(tick, Cancel);
        var before = await StateAsync(host, person);
        var again = await person.PostAsync(tick, Cancel);
        Assert.NotNull(first.Card);
        Assert.NotNull(again.Card);
        Assert.Equal(before, await StateAsync(host, person));
    }

    [Fact]
    public async Task Two_devices_that_tick_the_same_step_tick_it_once()
    {
        var (first, second) = (await StartAsync(Kept.InAFile), await StartAsync(Kept.InAFile));
        var person = await SomebodySetUpAsync(first);
        var undo = (await first.StateOfAsync(person.Person, Cancel))!.Undo.Count;
        var button = person.Card.Ticks[0];
        var (phone, laptop) = (person.Execute(button), person.Execute(button));
        var one = person.PostAsync(phone, Cancel);
        person.Bot = second.Endpoint;
        var answers = await Task.WhenAll(one, person.PostAsync(laptop, Cancel));
        Assert.All(answers, answer => Assert.NotNull(answer.Card));
        var state = (await first.StateOfAsync(person.Person, Cancel))!;
        Assert.NotNull(Assert.Single(state.Steps).Value.DoneAt);
        Assert.Equal(undo + 1, state.Undo.Count);
    }

    [Fact]
    public async Task Sixteen_things_at_once_at_two_hosts_all_land()
    {
        var (first, second) = (await StartAsync(Kept.InAFile), await StartAsync(Kept.InAFile));
        var person = await SomebodySetUpAsync(first);
        List<JObject> things = [.. person.Card.Ticks.Select(tick => person.Execute(tick)).Take(16)];
        var ticks = things.Count;
        while (things.Count < 16)
            things.Add(person.Words("today"));
        Assert.InRange(ticks, 3, 16);

        var posts = new List<Task<PostAnswer>>();
        foreach (var (index, thing) in things.Index())
        {
            person.Bot = (index % 2 == 0 ? first : second).Endpoint;
            posts.Add(person.PostAsync(thing, Cancel));
        }

        Assert.All(await Task.WhenAll(posts), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var state = (await first.StateOfAsync(person.Person, Cancel))!;
        Assert.All(things, thing => Assert.Contains((string)thing["id"]!, state.Seen));
        Assert.Equal(ticks, state.Steps.Count(step => step.Value.DoneAt is not null));
        Assert.DoesNotContain(Connector.Calls, AsksToSendAgain);
        Assert.Empty(first.Logs.Errors.Concat(second.Logs.Errors));
    }

    private async Task<TeamsClient> AskedForCompanyAsync(BotHost host)
    {
        var person = Somebody(host);
        await person.SayAsync("set up", Cancel);
        await person.SayAsync("cto", Cancel);
        return person;
    }

    private static async Task<string> StateAsync(BotHost host, TeamsClient person) =>
        StateJson.Write((await host.StateOfAsync(person.Person, Cancel))!);
}
