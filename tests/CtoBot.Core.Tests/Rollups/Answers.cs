using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Tests.Rollups;

/// <summary>Drafts with few answers.</summary>
internal static class Answers
{
    public static readonly Instant At = Instant.FromUtc(2026, 12, 7, 8, 0);

    public static readonly LocalDate Today = new(2026, 12, 7);

    public static Draft Draft(string flow, string subject, params (string Question, AnswerValue Value)[] answers) => new(
        flow, subject, At, answers.ToImmutableDictionary(answer => answer.Question, answer => new Answer(answer.Value, 1, At)));

    public static Draft Customer(string id, decimal? revenue = null, string currency = "EUR") => Draft(
        BookFlows.Customer, id, ("name", Text("Customer " + id)),
        ("revenue", revenue is { } amount ? new AnswerValue.Amount(new Money(amount, currency)) : new AnswerValue.Skipped()));

    public static Draft Visit(string id, string customer, int day = 1) => Draft(
        BookFlows.Visit, id, ("customer", new AnswerValue.Choice(customer)), ("date", new AnswerValue.Date(new LocalDate(2026, 12, day))));

    public static Draft Debrief(string visit, params (string Question, AnswerValue Value)[] answers) => Draft(BookFlows.Debrief, visit, answers);

    public static AnswerValue Text(string words) => new AnswerValue.Text(words);

    public static AnswerValue Scale(int point) => new AnswerValue.Scale(point);

    /// <summary>Lines of a table, each of cells such as <c>title=Crash</c>.</summary>
    public static AnswerValue Rows(params string[][] lines) => new AnswerValue.Table([.. lines.Select(line => new Row(
        line.Select(cell => cell.Split('=', 2)).ToImmutableDictionary(cell => cell[0], cell => cell[1])))]);
}
