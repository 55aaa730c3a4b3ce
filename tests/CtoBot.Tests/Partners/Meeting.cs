using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Partners;

/// <summary>A CMO and a CTO who answer each of the five questions at the same instant, each in another process of the bot.</summary>
/// <param name="store">Where both processes keep what they know.</param>
/// <param name="connector">Where their messages arrive.</param>
/// <param name="processes">The two messaging endpoints.</param>
/// <param name="seed">Decides the order of the questions, who is served by which process, and who is how much earlier.</param>
/// <param name="tally">Counts what came of it.</param>
internal sealed class Meeting(IStore store, LoopbackConnector connector, Uri[] processes, int seed, Tally tally)
{
    /// <summary>How much earlier one may be: about what a turn takes.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromMilliseconds(40);

    private static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        [FiveIds.Involvement] = "limits",
        [FiveIds.Success] = "brings",
        [FiveIds.Measures] = "recognition",
        [FiveIds.Expenses] = "putOff",
        [FiveIds.Speed] = "stopAsking",
    };

    private readonly Random random = new(seed);
    private readonly TeamsClient cmo = new(processes[0], connector, Guid.NewGuid());
    private readonly TeamsClient cto = new(processes[1], connector, Guid.NewGuid());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Invites, accepts, and answers all five.</summary>
    public async Task HoldAsync()
    {
        await SetUpAsync(cmo, "cmo");
        await SetUpAsync(cto, "cto");
        await cmo.SayAsync("invite", Cancel);
        await cmo.PressAsync("Save", execute: true, Cancel, ("who", "The other"), ("mode", "apart"));
        await cto.SayAsync("accept " + cmo.Card.Text.Split("accept ")[1].Split('”')[0], Cancel);
        var key = PairKey.Of(cmo.Person, Assert.Single(StateRow.Read((await StateAsync(cmo))!).Pairs!.Ids))!;
        foreach (var question in FiveIds.Questions.OrderBy(_ => random.Next()))
            await AnswerAsync(key, question);
        foreach (var person in (TeamsClient[])[cmo, cto])
            Assert.Empty(StateRow.Read((await StateAsync(person))!).Pairs!.Pending);
    }

    private async Task AnswerAsync(PairKey key, string question)
    {
        if (random.Next(2) == 0)
            (cmo.Bot, cto.Bot) = (cto.Bot, cmo.Bot);
        var before = await PairAsync(key);
        var from = connector.Calls.Count;
        var submits = new List<JObject>();
        foreach (var person in (TeamsClient[])[cmo, cto])
        {
            await person.PostAsync(person.Execute(Open(question, key.Id)), Cancel);
            submits.Add(person.Execute(person.Card.Button("Save"), (Fields[question], Words(person, question))));
        }

        var ahead = MostAhead * random.NextDouble();
        var isFirst = random.Next(2);
        var answers = await Task.WhenAll(Post(cmo, submits[0], isFirst == 0), Post(cto, submits[1], isFirst == 1));

        var after = await PairAsync(key);
        var revealed = after.Question(question).Revealed;
        Assert.NotNull(revealed);
        Assert.Equal([Words(cmo, question), Words(cto, question)], revealed.BySlot.Select(given => ((AnswerValue.Text)given![Fields[question]]).Words));
        Assert.Empty(after.Outbox);
        // A reveal takes two numbers, one for the message to each; before it, one of the two at most is told that the other has answered.
        Assert.InRange(after.LastMessage - before.LastMessage, 2, 3);
        foreach (var (person, answer) in ((TeamsClient, PostAnswer)[])[(cmo, answers[0]), (cto, answers[1])])
        {
            var messages = connector.Calls.Skip(from).Count(call => call.ConversationId == person.ConversationId && IsReveal(call.Card));
            var shown = IsReveal(answer.Card) ? 1 : 0;
            // Who is shown the reveal by the answer to their own may get the message as well, if the other process wrote it in that instant.
            Assert.True(messages <= 1 && messages + shown >= 1, $"Seed {seed}, {question}: revealed {messages} times by message and {shown} times by the answer.");
            tally.Saw(messages, shown);
        }

        tally.Held();

        async Task<PostAnswer> Post(TeamsClient person, JObject submit, bool first)
        {
            if (!first)
                await Task.Delay(ahead, Cancel);
            return await person.PostAsync(submit, Cancel);
        }
    }

    /// <summary>Both answers stand side by side there, marked as different.</summary>
    private static bool IsReveal(JObject? card) => card is not null && new ShownCard("", card).Text.Contains("≠ ", StringComparison.Ordinal);

    private string Words(TeamsClient person, string question) => $"{(person == cmo ? "cmo" : "cto")} {seed} on {question}";

    private async Task SetUpAsync(TeamsClient person, string hat)
    {
        await person.PostAsync(person.Installation("add"), Cancel);
        await person.PressAsync("Set up (2 minutes)", execute: true, Cancel);
        await person.PressAsync("Next", execute: true, Cancel, ("hat", hat), ("company", "Contoso"));
        await person.PressAsync("Next", execute: true, Cancel, ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        await person.SayAsync("later", Cancel);
    }

    private async Task<Row?> StateAsync(TeamsClient person) => await store.ReadAsync(StoreTable.CtoBot, person.Person.Partition, PersonKey.StateRow, Cancel);

    private async Task<PartnershipState> PairAsync(PairKey key) => PairStore.Read((await store.ReadAsync(StoreTable.CtoBot, key.Partition, PairKey.PairRow, Cancel))!);

    /// <summary>The button that opens the private answer, as a card carries it.</summary>
    private static JObject Open(string question, string id)
    {
        var action = CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, id));
        return new JObject { ["title"] = "Answer", ["verb"] = action.Verb, ["data"] = JObject.FromObject(CardData.Write(action)), ["associatedInputs"] = "none" };
    }
}

/// <summary>What came of the meetings, over all of them.</summary>
internal sealed class Tally
{
    private int _questions;
    private int _messages;
    private int _shown;

    /// <summary>How many questions were answered at the same instant.</summary>
    public int Questions => _questions;

    /// <summary>A question was held.</summary>
    public void Held() => Interlocked.Increment(ref _questions);

    /// <summary>Somebody was shown the reveal.</summary>
    public void Saw(int messages, int shown)
    {
        Interlocked.Add(ref _messages, messages);
        Interlocked.Add(ref _shown, shown);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_questions} questions, {_messages} reveals by message, {_shown} by the answer to one's own";
}
