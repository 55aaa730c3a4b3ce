using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Benchmarks.Turns;

/// <summary>
/// A CTO who goes through the bot without a host. Whoever is in the same state can press the same buttons after that: the state and
/// the buttons are what the load is made of.
/// </summary>
internal sealed class Walk
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;
    private readonly JumpClock clock;
    private readonly TurnRunner turns;
    private readonly Kept channel = new();
    private int inputs;

    private Walk(JumpClock clock)
    {
        this.clock = clock;
        turns = new(Store, Library, clock, new SentTurns(), NullLogger<TurnRunner>.Instance);
    }

    /// <summary>Whose rows are in <see cref="Store"/>.</summary>
    public static PersonKey Person { get; } = new("template", "template");

    /// <summary>What is kept of the walk.</summary>
    public MemoryStore Store { get; } = new();

    /// <summary>Somebody whose first day is today, or was some days ago, with one customer.</summary>
    public static async Task<Walk> BeginAsync(int daysAgo = 0)
    {
        var walk = new Walk(new JumpClock(DateTimeOffset.UtcNow.AddDays(-daysAgo)));
        await walk.TakeAsync(new Input.Installed(walk.NextId(), new ClientFacts("Alex Chen", "en-US", "Etc/UTC")));
        await walk.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup)));
        await walk.AnswerAsync(
            ("hat", "cto"), ("company", "Example"), ("zone", "Etc/UTC"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri,sat,sun"),
            ("start", walk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("startKeep", "keep"));
        await walk.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Customers)));
        await walk.AnswerAsync(("list.name", "Nordhaven Logistics"));
        return walk;
    }

    /// <summary>Ticks the first step of today that nothing comes before, and unticks it.</summary>
    public async Task<(Press Tick, Press Untick)> TickAsync()
    {
        await PressAsync(CardAction.Of(Verbs.Say, (DataKeys.Words, "today")));
        var tick = channel.Last.OfType<Reply.Checklist>().First().Sections.SelectMany(section => section.Steps).First(step => step.Toggle.Action.Verb == Verbs.Tick).Toggle.Action;
        await PressAsync(tick);
        var ticked = channel.Last.OfType<Reply.Checklist>().First();
        var untick = ticked.Sections.SelectMany(section => section.Steps).Select(step => step.Toggle.Action)
            .First(action => action.Verb == Verbs.Untick && action[DataKeys.Step] == tick[DataKeys.Step]);
        await PressAsync(untick);
        return (new(tick, ImmutableDictionary<string, string>.Empty), new(untick, ImmutableDictionary<string, string>.Empty));
    }

    /// <summary>Says that the customer was visited just now, which opens a debrief.</summary>
    public async Task VisitAsync()
    {
        await PressAsync(CardAction.Of(Verbs.Visited, (DataKeys.Subject, "c1")));
        if (channel.Last.OfType<Reply.Ask>().FirstOrDefault()?.Submit.Action[DataKeys.Flow] != "debrief")
            throw new InvalidOperationException("No debrief was opened.");
    }

    /// <summary>Answers every question of the open dialog, page by page, and gives what was pressed.</summary>
    public async Task<ImmutableArray<Press>> AnswerAsync(params (string Question, string Value)[] chosen)
    {
        var given = chosen.ToDictionary(item => item.Question, item => item.Value);
        var presses = ImmutableArray.CreateBuilder<Press>();
        while (channel.Last.OfType<Reply.Ask>().FirstOrDefault() is { } ask)
        {
            var fields = ask.Fields.SelectMany(field => field.Entry?.Cells.AsEnumerable() ?? [field]).ToArray();
            if (fields.Concat(ask.Fields).FirstOrDefault(field => field.Problem is not null) is { Problem: { } problem } refused)
                throw new InvalidOperationException($"The answer to '{refused.Question.Id}' was refused: {problem}");
            var press = new Press(ask.Submit.Action, fields.ToImmutableDictionary(field => field.Question.Id, field => given.GetValueOrDefault(field.Question.Id) ?? AnswerTo(field)));
            presses.Add(press);
            await TakeAsync(new Input.Submitted(NextId(), ClientFacts.Unknown, press.Action, press.Fields));
        }

        return presses.ToImmutable();
    }

    /// <summary>Writes down one visit a day until so many answers are kept.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> CollectAsync(int answers)
    {
        int kept;
        while ((kept = await CountAsync()) < answers)
        {
            await VisitAsync();
            await AnswerAsync();
            clock.Jump(TimeSpan.FromDays(1));
        }

        clock.Set(DateTimeOffset.UtcNow);
        return kept;
    }

    /// <summary>The person's state.</summary>
    public async Task<PersonState> StateAsync() => StateRow.Read((await Store.ReadAsync(StoreTable.CtoBot, Person.Partition, PersonKey.StateRow, default))!);

    /// <summary>Writes the person's rows for another person.</summary>
    public async Task CopyAsync(IStore target, PersonKey person)
    {
        var rows = new List<RowChange>();
        await foreach (var row in Store.QueryAsync(StoreTable.CtoBot, Person.Partition, KeyRange.All, default))
            rows.Add(new RowChange.Add(row));
        foreach (var part in rows.Chunk(IStore.MaxChanges))
            await target.WriteAsync(StoreTable.CtoBot, person.Partition, part, default);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<int> CountAsync()
    {
        var filed = await StateRow.ReadRecordsAsync(Store, Person, default);
        return filed.Values.Concat((await StateAsync()).Drafts.Values).DistinctBy(draft => draft.Id).Sum(draft => draft.Answers.Count);
    }

    private Task PressAsync(CardAction action) => TakeAsync(new Input.Submitted(NextId(), ClientFacts.Unknown, action, ImmutableDictionary<string, string>.Empty));

    private Task TakeAsync(Input input) => turns.RunAsync(Person, input, channel, default);

    private string NextId() => (++inputs).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a person might answer.</summary>
    private string AnswerTo(Field field) => field.Question.Kind switch
    {
        QuestionKind.LongText => "They do the month's end with it, then copy the figures into a sheet, because the export drops rows and nobody answers the ticket.",
        QuestionKind.Choice => field.Options[0].Value,
        QuestionKind.Choices => string.Join(',', field.Options.Take(2).Select(option => option.Value)),
        QuestionKind.Scale => "4",
        QuestionKind.Date => (field.Question.Id.EndsWith(".since", StringComparison.Ordinal) ? Today.AddDays(-30) : Today.AddDays(20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QuestionKind.Time => "08:30",
        QuestionKind.Zone => "Etc/UTC",
        QuestionKind.Number => "12",
        QuestionKind.Money => "1000 EUR",
        QuestionKind.People => "Ann Lee",
        QuestionKind.YesNo => "yes",
        QuestionKind.Rows => "",
        _ => "As they say, the third time this year",
    };

    private sealed class Kept : IChannel
    {
        public ImmutableArray<Reply> Last { get; private set; } = [];

        public bool AnswersRepeats => true;

        public Task SendAsync(Turn turn, CancellationToken cancellationToken)
        {
            Last = turn.Replies;
            return Task.CompletedTask;
        }
    }
}
