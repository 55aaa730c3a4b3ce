using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using CtoBot.Tests.Cards;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// A person who sets the bot up and works with the plan: mostly presses what the latest card offers, fills it in well or badly, now and
/// then presses an outdated card, and types. Nobody is invited to the five questions: what two people share has ids and codes that are made
/// up anew in every run, and tests of its own. The same seed makes the same script.
/// </summary>
internal sealed class RandomPerson(PersonKey key, int seed)
{
    private static readonly ClientFacts Client = new("Alex Chen", "en-GB", "Europe/Berlin");

    private static readonly string[] Words =
    [
        "today", "week", "plan", "undo", "undo", "skip", "back", "later", "continue", "cancel", "edit company", "edit start", "set up", "help",
        "Contoso", "Berlin", "7.30", "mon-fri", "next friday", "Ann Lee, Bob Roy", "yes", "done 1", "done 2", "undone 1", "step 1",
        "note 1: they want a roadmap, not a demo", "note 2: " + new string('é', 3_900), "move 1 to 2026-12-03", "move 2 to tomorrow",
        "skip 2 because it was cancelled", "what?", "' OR 1=1 --", "🙂",
    ];

    private static readonly string[] Wrong = ["", "Atlantis", "25:00", "fry", "1999-01-01", "not a date", "\ud800"];

    private readonly Random random = new(seed);
    private readonly List<(CardAction Action, ImmutableArray<Field> Fields)> shown = [];
    private int latest;

    /// <summary>Whose script it is.</summary>
    public PersonKey Key => key;

    /// <summary>Lives through a number of turns on a store that works, and writes down what was done.</summary>
    public async Task<ImmutableArray<ScriptedTurn>> LiveAsync(IStore store, ContentLibrary library, int turns, CancellationToken cancellationToken)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        var runner = new TurnRunner(store, library, clock, new SentTurns(), NullLogger<TurnRunner>.Instance);
        var script = ImmutableArray.CreateBuilder<ScriptedTurn>(turns);
        for (var turn = 0; turn < turns; turn++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{key.UserId}:{turn}");
            var input = turn == 0 ? new Input.Installed(id, Client) : Next(id);
            var replies = new Replies();
            await runner.RunAsync(key, input, replies, cancellationToken);
            See(replies.Sent);
            script.Add(new ScriptedTurn(input, clock.GetUtcNow(), Forgot: await store.ReadAsync(StoreTable.CtoBot, key.Partition, PersonKey.StateRow, cancellationToken) is null));
            clock.Advance(TimeSpan.FromMinutes(random.Next(90)));
        }

        return script.MoveToImmutable();
    }

    private void See(ImmutableArray<Reply> replies)
    {
        var before = shown.Count;
        foreach (var reply in replies)
            shown.AddRange(ReplyActions.Of(reply).Where(action => action[DataKeys.Flow] != FiveIds.Invite).Select(action => (action, reply is Reply.Ask ask ? ask.Fields : [])));
        latest = shown.Count > before ? before : latest;
    }

    private Input Next(string id)
    {
        var (kind, asks) = (random.Next(100), shown[latest..].FindIndex(candidate => candidate.Action.Verb == Verbs.Answer));
        return kind switch
        {
            < 2 => new Input.Installed(id, Client),
            < 3 => new Input.Removed(id, Client),
            < 22 => new Input.Said(id, Client, Words[random.Next(Words.Length)]),
            < 34 => Press(id, shown[random.Next(shown.Count)]),
            < 70 when asks >= 0 => Press(id, shown[latest + asks]),
            _ => Press(id, shown[random.Next(latest, shown.Count)]),
        };
    }

    private Input.Submitted Press(string id, (CardAction Action, ImmutableArray<Field> Fields) button) => new(
        id,
        Client,
        button.Action,
        button.Fields.ToImmutableDictionary(field => field.Question.Id, field => random.Next(12) == 0 ? Wrong[random.Next(Wrong.Length)] : Good(field)));

    private string Good(Field field) => field.Question.Kind switch
    {
        QuestionKind.Text => random.Next(2) == 0 ? "Contoso" : "Fabrikam",
        QuestionKind.People when random.Next(2) == 0 => "Dana Kim",
        QuestionKind.Date => random.Next(2) == 0 ? "2026-11-27" : "2026-12-04",
        _ when field.Question.Id == "hat" => "cto",
        _ when field.Value.Length > 0 && field.Problem is null => field.Value,
        QuestionKind.Choice => field.Options[0].Value,
        QuestionKind.Zone => "Europe/Berlin",
        QuestionKind.Time => "07:30",
        QuestionKind.LongText => "They call it \"the old system\".",
        _ => "",
    };
}
