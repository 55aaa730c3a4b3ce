using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using CtoBot.Core.Tests.Conversations;
using NodaTime;

namespace CtoBot.Core.Tests.Findings;

/// <summary>Plants what customers said, as finished dialogs, into a chat of a CTO who is set up.</summary>
internal static class Heard
{
    private static readonly Instant Begun = Instant.FromUtc(2026, 12, 7, 9, 0);

    /// <summary>A CTO on the Monday of the second week.</summary>
    public static Chat Cto() => new Chat().SetUp().At(12, 7);

    /// <summary>A customer of the list.</summary>
    public static Chat Customer(this Chat chat, string id, string name, string? revenue = null, string? renewal = null)
    {
        chat.File("customer", id, [("name", new AnswerValue.Text(name)), .. Amount(revenue), .. Day("renewal", renewal)]);
        return chat.Change(state => state with { Customers = state.Customers.SetItem(id, new CustomerEntry(name, Order: state.Customers.Count)) });
    }

    /// <summary>A visit that was written down.</summary>
    public static Chat Debrief(this Chat chat, string visit, string customer, string day, params IEnumerable<(string Question, AnswerValue Value)> answers) => chat
        .File("visit", visit, [("customer", new AnswerValue.Choice(customer)), .. Day("date", day), ("time", new AnswerValue.Time(new LocalTime(9, 0)))])
        .File("debrief", visit, answers);

    /// <summary>A finished dialog.</summary>
    public static Chat File(this Chat chat, string flow, string subject, IEnumerable<(string Question, AnswerValue Value)> answers)
    {
        var kept = answers.ToImmutableDictionary(answer => answer.Question, answer => new Answer(answer.Value, 1, Begun));
        chat.Records.Put(new Draft(flow, subject, Begun, kept, DraftStatus.Done, Filed: true));
        return chat;
    }

    /// <summary>A mark or a flight risk.</summary>
    public static (string, AnswerValue) Mark(string question, int point) => (question, new AnswerValue.Scale(point));

    /// <summary>Words.</summary>
    public static (string, AnswerValue) Words(string question, string words) => (question, new AnswerValue.Text(words));

    /// <summary>Lines of a table, each "id: column=cell | column=cell".</summary>
    public static (string, AnswerValue) Lines(string question, params IEnumerable<string> lines) => (question, new AnswerValue.Table([.. lines.Select(Line)]));

    private static Row Line(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var cells = line[(colon + 2)..].Split(" | ").Select(cell => cell.Split('=', 2)).ToImmutableDictionary(cell => cell[0], cell => cell[1], StringComparer.Ordinal);
        return new Row(cells.Add("id", line[..colon]));
    }

    private static IEnumerable<(string, AnswerValue)> Amount(string? revenue) =>
        revenue is not null && Money.TryParse(revenue, out var money) ? [("revenue", new AnswerValue.Amount(money))] : [];

    private static IEnumerable<(string, AnswerValue)> Day(string question, string? day) =>
        day is null ? [] : [(question, new AnswerValue.Date(LocalDate.FromDateTime(DateTime.Parse(day, CultureInfo.InvariantCulture))))];
}
