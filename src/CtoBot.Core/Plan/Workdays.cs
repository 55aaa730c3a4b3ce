using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Plan;

/// <summary>Counts in a person's working days.</summary>
public static class Workdays
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Monday to Friday.</summary>
    public static ImmutableHashSet<IsoDayOfWeek> Usual { get; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>Working days from the values of the setup's options ("mon"); unknown ones are passed over.</summary>
    public static ImmutableHashSet<IsoDayOfWeek> Parse(IEnumerable<string> values) =>
        [.. values.Select(value => Array.IndexOf(Names, value)).Where(index => index >= 0).Select(index => (IsoDayOfWeek)(index + 1))];

    /// <summary>
    /// The date of a day of the plan: <paramref name="start"/> itself for 0, whatever weekday it is, and then one working day after the other.
    /// </summary>
    public static LocalDate After(LocalDate start, int days, ImmutableHashSet<IsoDayOfWeek> workdays)
    {
        var date = start;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            if (workdays.IsEmpty || workdays.Contains(date.DayOfWeek))
                left--;
        }

        return date;
    }

    /// <summary>
    /// Whether a date is the last working day before a break: a Friday for most. The first day of the plan is best there,
    /// since then the whole next week belongs to customers.
    /// </summary>
    public static bool IsLastOfWeek(LocalDate date, ImmutableHashSet<IsoDayOfWeek> workdays) =>
        workdays.Count == 7
            ? date.DayOfWeek == IsoDayOfWeek.Friday
            : workdays.Contains(date.DayOfWeek) && !workdays.Contains(date.PlusDays(1).DayOfWeek);

    /// <summary>The first last working day of a week on or after <paramref name="date"/>.</summary>
    public static LocalDate NextLastOfWeek(LocalDate date, ImmutableHashSet<IsoDayOfWeek> workdays) =>
        Enumerable.Range(0, 7).Select(date.PlusDays).First(day => workdays.IsEmpty || IsLastOfWeek(day, workdays));

    /// <summary>The last such day before <paramref name="date"/>.</summary>
    public static LocalDate PreviousLastOfWeek(LocalDate date, ImmutableHashSet<IsoDayOfWeek> workdays) =>
        Enumerable.Range(1, 7).Select(days => date.PlusDays(-days)).First(day => workdays.IsEmpty || IsLastOfWeek(day, workdays));
}
