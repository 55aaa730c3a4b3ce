using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Reads the answers of a draft; null for one that is missing, skipped or of another kind than it once was.</summary>
internal static class DraftAnswers
{
    public static string? Text(this Draft draft, string question) =>
        draft.Value<AnswerValue.Text>(question)?.Words is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;

    public static string? Choice(this Draft draft, string question) => draft.Value<AnswerValue.Choice>(question)?.Value;

    public static ImmutableArray<string> Choices(this Draft draft, string question) =>
        draft.Value<AnswerValue.Choices>(question)?.Values is { IsDefault: false } values ? values : [];

    public static int? Scale(this Draft draft, string question) => draft.Value<AnswerValue.Scale>(question)?.Point;

    public static LocalDate? Day(this Draft draft, string question) => draft.Value<AnswerValue.Date>(question)?.Day;

    public static LocalTime? Time(this Draft draft, string question) => draft.Value<AnswerValue.Time>(question)?.OfDay;

    public static string? Zone(this Draft draft, string question) => draft.Value<AnswerValue.Zone>(question)?.Id;

    public static decimal? Number(this Draft draft, string question) => draft.Value<AnswerValue.Number>(question)?.Value;

    public static Money? Money(this Draft draft, string question) => draft.Value<AnswerValue.Amount>(question)?.Value;

    public static bool? YesNo(this Draft draft, string question) => draft.Value<AnswerValue.YesNo>(question)?.Value;

    public static Person? Person(this Draft draft, string question) =>
        draft.Value<AnswerValue.People>(question)?.Persons is { IsDefault: false } persons ? persons.FirstOrDefault() : null;

    /// <summary>
    /// The lines of a table that have this column, each with its reference: <c>&lt;subject&gt;/&lt;line id&gt;</c>,
    /// or the line's number in place of an id that it never got.
    /// </summary>
    public static IEnumerable<(string Ref, Row Row, string First)> Lines(this Draft draft, string question, string required)
    {
        if (draft.Value<AnswerValue.Table>(question)?.Lines is not { IsDefault: false } lines)
            yield break;
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Text(required) is { } first)
                yield return (FormattableString.Invariant($"{draft.Subject}/{lines[at].Text("id") ?? (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}"), lines[at], first);
        }
    }
}
