using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Partners;

/// <summary>What the two agreed on, as check-ins and the agreement look at it.</summary>
public static class JointResults
{
    /// <summary>The joint metrics.</summary>
    public static ImmutableArray<JointMetric> Metrics(PartnershipState pair) =>
    [
        .. Rows(pair, FiveIds.Measures, "metrics").Where(row => row.Cells.ContainsKey("name")).Select(row => new JointMetric(
            row.Cells["name"],
            Number(row, "baseline"),
            Number(row, "target"),
            Cell(row, "unit"),
            Offers.RoleOf(Cell(row, "owner")),
            Cell(row, "source"),
            Cell(row, "cadence"))),
    ];

    /// <summary>What was promised for a date: the first joint wins, and the brakes on which something was decided.</summary>
    public static ImmutableArray<Commitment> Commitments(PartnershipState pair) =>
    [
        .. Rows(pair, FiveIds.Success, "wins").Where(row => row.Cells.ContainsKey("win")).Select(row => new Commitment(row.Cells["win"], Date(row))),
        .. Rows(pair, FiveIds.Speed, "brakes").Where(row => row.Cells.ContainsKey("brake") && Cell(row, "decision") == "yes").Select(row => new Commitment(row.Cells["brake"], Date(row))),
    ];

    /// <summary>The questions from which <see cref="PageLoadOf"/> is reckoned.</summary>
    internal static readonly ImmutableArray<string> PageLoadQuestions = ["daily", "seconds", "share"];

    /// <summary>What faster pages are worth in a year, as the two reckoned it; null if they did not.</summary>
    public static (Money Daily, decimal Seconds, decimal Share, Money Yearly)? PageLoadOf(IReadOnlyDictionary<string, AnswerValue> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.GetValueOrDefault("daily") is not AnswerValue.Amount(var daily))
            return null;
        var seconds = answers.GetValueOrDefault("seconds") is AnswerValue.Number(var given) ? given : 1m;
        var share = answers.GetValueOrDefault("share") is AnswerValue.Number(var percent) ? percent / 100 : PageLoad.ShareASecond;
        return (daily, seconds, share, daily with { Amount = PageLoad.Yearly(daily.Amount, seconds, share) });
    }

    private static ImmutableArray<Row> Rows(PartnershipState pair, string question, string table) =>
        pair.Question(question).Joint?.Value<AnswerValue.Table>(table)?.Lines ?? [];

    private static string Cell(Row row, string column) => row.Cells.GetValueOrDefault(column, "");

    private static decimal? Number(Row row, string column) =>
        decimal.TryParse(Cell(row, column), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalDate? Date(Row row) => LocalDatePattern.Iso.Parse(Cell(row, "by")) is { Success: true } date ? date.Value : null;
}

/// <summary>A metric that both answer for.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Baseline">Where it stands, or null.</param>
/// <param name="Target">Where it is to go, or null.</param>
/// <param name="Unit">In what, or empty.</param>
/// <param name="Owner">Who answers for it, or null for both.</param>
/// <param name="Source">Where the figure comes from, or empty.</param>
/// <param name="Cadence">How often it is looked at: weekly, monthly, quarterly, or empty.</param>
public sealed record JointMetric(string Name, decimal? Baseline, decimal? Target, string Unit, PartnerRole? Owner, string Source, string Cadence)
{
    /// <summary>How much of the way from the baseline to the target is done, 1 for all of it; null if that cannot be told.</summary>
    public decimal? Progress(decimal value) => Baseline is { } from && Target is { } to && from != to ? (value - from) / (to - from) : null;
}

/// <summary>Something that was promised.</summary>
/// <param name="What">What.</param>
/// <param name="By">Until when, or null.</param>
public sealed record Commitment(string What, LocalDate? By);
