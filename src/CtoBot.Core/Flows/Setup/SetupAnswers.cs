using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Flows.Setup;

/// <summary>What the setup's answers say, read from the person's state whenever it is needed.</summary>
internal static class SetupAnswers
{
    public const string Hat = "hat";
    public const string Company = "company";
    public const string ZoneId = "zone";
    public const string Reminder = "reminder";
    public const string WorkdaysId = "workdays";
    public const string Start = "start";
    public const string StartKeep = "startKeep";
    public const string KeepValue = "keep";

    /// <summary>The setup dialog, or null before it was opened.</summary>
    public static Draft? Draft(PersonState state) => state.Drafts.GetValueOrDefault(FlowIds.Setup);

    /// <summary>The IANA id that the person confirmed, or null.</summary>
    public static string? Zone(PersonState state) => Draft(state)?.Value<AnswerValue.Zone>(ZoneId)?.Id;

    /// <summary>Whether the person said to be the CTO.</summary>
    public static bool IsCto(PersonState state) => Draft(state)?.Value<AnswerValue.Choice>(Hat)?.Value == "cto";

    /// <summary>Whether the person said to be the CMO.</summary>
    public static bool IsCmo(PersonState state) => Draft(state)?.Value<AnswerValue.Choice>(Hat)?.Value == "cmo";

    /// <summary>The person's working days; the usual ones until told.</summary>
    public static ImmutableHashSet<IsoDayOfWeek> WorkdaysOf(Draft? setup) =>
        setup?.Value<AnswerValue.Choices>(WorkdaysId) is { } chosen ? Workdays.Parse(chosen.Values) : Workdays.Usual;

    /// <summary>Day one: the date given, or the better one that was chosen instead. Null before it is known.</summary>
    public static LocalDate? StartOf(Draft? setup) =>
        setup?.Value<AnswerValue.Date>(Start)?.Day is not { } start ? null
        : setup.Value<AnswerValue.Choice>(StartKeep)?.Value is { } chosen && NodaTime.Text.LocalDatePattern.Iso.Parse(chosen) is { Success: true } better ? better.Value
        : start;

    /// <summary>The names given to a people question, or none.</summary>
    public static IEnumerable<string> Names(PersonState state, string question) =>
        Draft(state)?.Value<AnswerValue.People>(question)?.Persons.Select(person => person.Name) ?? [];
}
