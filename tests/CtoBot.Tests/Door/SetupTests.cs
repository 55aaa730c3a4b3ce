using System.Net;
using CtoBot.Core.Flows;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Door;

public sealed class SetupTests : DoorTest
{
    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task A_setup_by_Execute_replaces_the_card_in_every_response_and_sends_the_plan_at_its_end(Kept kept)
    {
        var host = await StartAsync(kept);
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        var answers = await SetUpAsync(person, execute: true);
        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(200, (int?)answer.Body?["statusCode"]);
            Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body?["type"]);
            Assert.Equal("AdaptiveCard", (string?)answer.Card?["type"]);
        });
        Assert.All(answers.SkipLast(1), answer => Assert.Empty(answer.Sent));
        SendsPlanBesideAnswers(answers[^1].Sent);
        await SeesPlanAsync(host, person);
    }

    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task A_setup_by_Submit_puts_every_card_in_the_place_of_the_pressed_one(Kept kept)
    {
        var host = await StartAsync(kept);
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        var message = person.Card.MessageId;
        var answers = await SetUpAsync(person, execute: false);
        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(("PUT", message, 200), (answer.Sent[0].Method, answer.Sent[0].ActivityId, answer.Sent[0].Status));
        });
        Assert.All(answers.SkipLast(1), answer => Assert.Single(answer.Sent));
        SendsPlanBesideAnswers(answers[^1].Sent.Skip(1));
        await SeesPlanAsync(host, person);
    }

    [Fact]
    public async Task A_setup_is_the_same_whichever_way_it_was_pressed()
    {
        var host = await StartAsync();
        var (one, other) = (Somebody(host), Somebody(host));
        foreach (var (person, execute) in new[] { (one, true), (other, false) })
        {
            await person.PostAsync(person.Installation("add"), Cancel);
            await SetUpAsync(person, execute);
        }

        Assert.Equal(one.Card.Text, other.Card.Text);
        Assert.Equal(await KeptAsync(host, one), await KeptAsync(host, other));
    }

    [Fact]
    public async Task A_setup_can_be_typed()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        foreach (var words in new[] { "hello", "set up", "cto", Planted.Company, "Berlin", "half past seven", "mon-fri", "next friday", Planted.Colleague, "skip", "skip", "skip", "skip", "skip", "skip", "today" })
        {
            var answer = await person.SayAsync(words, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.All(answer.Sent, call => Assert.True(call.Delivered));
            Assert.InRange(answer.Sent.Count, 1, 2);
        }

        Assert.NotEmpty(person.Card.Ticks);
        Assert.Contains(await RowsOfAsync(host, person.Person), row => row.Key == "answer|setup||company" && Equals(row.Columns["answer"], Planted.Company));
    }

    [Fact]
    public async Task A_card_that_is_gone_is_no_error_and_what_was_pressed_is_saved()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        var press = person.Submit(person.Card.Button("Set up (2 minutes)"));
        press["replyToId"] = "gone";
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(press, Cancel)).Status);
        Assert.NotEmpty((await host.StateOfAsync(person.Person, Cancel))!.Drafts);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_wrong_answer_is_named_beside_its_input()
    {
        var person = Somebody(await StartAsync());
        await person.PostAsync(person.Installation("add"), Cancel);
        await person.PressAsync("Set up (2 minutes)", true, Cancel);
        await person.PressAsync("Next", true, Cancel, ("hat", "cto"), ("company", Planted.Company));
        await person.PressAsync("Next", true, Cancel, ("zone", "Atlantis"), ("reminder", "07:30"), ("workdays", "mon"));
        Assert.Contains("I don't know the time zone", person.Card.Text.Replace('’', '\''), StringComparison.Ordinal);
    }

    // The answers take the place of the last question, and the plan comes as a message of its own.
    private static void SendsPlanBesideAnswers(IEnumerable<ConnectorCall> calls)
    {
        var plan = Assert.Single(calls);
        Assert.Equal(("POST", 200), (plan.Method, plan.Status));
        Assert.Contains("Day one is 5 days away", plan.Json, StringComparison.Ordinal);
    }

    private static async Task SeesPlanAsync(BotHost host, TeamsClient person)
    {
        Assert.Contains("Day one is 5 days away", person.Card.Text, StringComparison.Ordinal);
        Assert.NotEmpty(person.Card.Ticks);
        var state = (await host.StateOfAsync(person.Person, Cancel))!;
        Assert.Equal(DraftStatus.Done, Assert.Single(state.Drafts.Values).Status);
        var rows = await RowsOfAsync(host, person.Person);
        Assert.Equal(Planted.Company, Assert.Single(rows, row => row.Key == "answer|setup||company").Columns["answer"]);
        Assert.Equal(person.Person.UserId, rows.First(row => row.Key.StartsWith("answer|", StringComparison.Ordinal)).Columns["who"]);
        Assert.Empty(host.Logs.Errors);
    }

    private static async Task<List<string>> KeptAsync(BotHost host, TeamsClient person) =>
        [.. (await RowsOfAsync(host, person.Person)).Where(row => row.Key != PersonKey.StateRow).Select(row => $"{row.Key}={row.Columns["answer"]}")];
}
