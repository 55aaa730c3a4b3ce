using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using CtoBot.Turns;
using NodaTime;
using Row = CtoBot.Turns.Row;

namespace CtoBot.Tests.Support;

/// <summary>Puts a CTO with everything that was answered in two weeks into a store, as the bot keeps it.</summary>
public static class ReadoutSeed
{
    /// <summary>When the readout of <see cref="FiveCustomers"/> is made: its figures are of that day.</summary>
    public static readonly DateTimeOffset Now = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    private static readonly Instant Begun = Instant.FromUtc(2026, 11, 22, 9, 0);

    /// <summary>The answers of the five customers; a change replaces what a customer said.</summary>
    public static ImmutableArray<Draft> Five(Func<Draft, Draft>? change = null) => [.. FiveCustomers.Load().Drafts.Select(draft => (change ?? (same => same))(draft))];

    /// <summary>So many customers, each visited once, with so many quotes in all.</summary>
    public static ImmutableArray<Draft> Many(int customers, int quotes) =>
    [
        .. from number in Enumerable.Range(1, customers)
           from draft in Customer(number, quotes / customers)
           select draft,
    ];

    /// <summary>Keeps it.</summary>
    public static async Task PlantAsync(IStore store, PersonKey person, ImmutableArray<Draft> drafts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        var state = StateJson.Write(State(drafts));
        await WriteAsync(store, person, [new Row(PersonKey.StateRow, ImmutableDictionary<string, object>.Empty.Add("schema", PersonState.CurrentSchema).Add("json", state).Add("updated", Now))], cancellationToken);
        foreach (var some in drafts.Chunk(50))
            await WriteAsync(store, person, [.. some.Select(draft => new Row(RecordRows.KeyOf(draft.Id), ImmutableDictionary<string, object>.Empty.Add(RecordRows.Json, StateJson.WriteDraft(draft with { Filed = true }))))], cancellationToken);
    }

    /// <summary>The words of a line of a debrief's table, changed.</summary>
    public static Draft WithCell(Draft draft, string question, string id, string column, string words)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var answer = draft.Answers[question];
        var rows = ((AnswerValue.Table)answer.Value).Lines.Select(row => row.Cells["id"] == id ? new Core.Reading.Row(row.Cells.SetItem(column, words)) : row);
        return draft with { Answers = draft.Answers.SetItem(question, answer with { Value = new AnswerValue.Table([.. rows]) }) };
    }

    private static PersonState State(ImmutableArray<Draft> drafts)
    {
        var setup = new Dictionary<string, AnswerValue>
        {
            ["hat"] = new AnswerValue.Choice("cto"),
            ["company"] = new AnswerValue.Text("Contoso"),
            ["zone"] = new AnswerValue.Zone("Europe/Berlin"),
            ["workdays"] = new AnswerValue.Choices(["mon", "tue", "wed", "thu", "fri"]),
            ["start"] = new AnswerValue.Date(new LocalDate(2026, 11, 27)),
        };
        var draft = new Draft("setup", "", Begun, setup.ToImmutableDictionary(answer => answer.Key, answer => new Answer(answer.Value, 1, Begun)), DraftStatus.Done);
        return new PersonState
        {
            Revision = 1,
            Client = new ClientFacts("Alex Chen", "en-GB", "Europe/Berlin"),
            WelcomedAt = Begun,
            Drafts = ImmutableDictionary<string, Draft>.Empty.Add(draft.Id, draft),
            Customers = drafts.Where(customer => customer.Flow == BookFlows.Customer).Select((customer, order) => (customer, order)).ToImmutableDictionary(
                item => item.customer.Subject,
                item => new CustomerEntry(item.customer.Value<AnswerValue.Text>("name")!.Words, Order: item.order)),
        };
    }

    private static IEnumerable<Draft> Customer(int number, int quotes)
    {
        var (customer, visit) = (FormattableString.Invariant($"c{number}"), FormattableString.Invariant($"v{number}"));
        Draft Made(string flow, string subject, params IEnumerable<(string Question, AnswerValue Value)> answers) =>
            new(flow, subject, Begun, answers.ToImmutableDictionary(answer => answer.Question, answer => new Answer(answer.Value, 1, Begun)), DraftStatus.Done);
        yield return Made(BookFlows.Customer, customer, ("name", new AnswerValue.Text($"Customer {number:000} of the Long List")), ("revenue", new AnswerValue.Amount(new Money(1000 * number, "EUR"))));
        yield return Made(BookFlows.Visit, visit, ("customer", new AnswerValue.Choice(customer)), ("date", new AnswerValue.Date(new LocalDate(2026, 12, 1))));
        yield return Made(
            BookFlows.Debrief,
            visit,
            ("risk", new AnswerValue.Scale(number % 5 + 1)),
            ("supportRating", new AnswerValue.Scale(number % 4 + 1)),
            ("bugs", new AnswerValue.Table([Line(("id", "1"), ("title", $"The report number {number} of quarter {number * 7} never ends"))])),
            ("quotes", new AnswerValue.Table([.. Enumerable.Range(1, quotes).Select(quote => Line(
                ("id", quote.ToString(CultureInfo.InvariantCulture)),
                ("words", $"Sentence {quote} of customer {number}: we call, and call again, and then we call you. That cannot be how it works, can it? We have 12 sites and one of your people."),
                ("who", $"Person {quote}"),
                ("about", quote % 2 == 0 ? "support" : "product")))])));
    }

    private static Core.Reading.Row Line(params IEnumerable<(string Column, string Cell)> cells) => new(cells.ToImmutableDictionary(cell => cell.Column, cell => cell.Cell));

    private static async Task WriteAsync(IStore store, PersonKey person, Row[] rows, CancellationToken cancellationToken) =>
        Assert.True((await store.WriteAsync(StoreTable.CtoBot, person.Partition, [.. rows.Select(row => new RowChange.Upsert(row))], cancellationToken)).Saved);
}
