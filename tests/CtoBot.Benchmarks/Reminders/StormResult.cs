using System.Globalization;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>What came of a storm.</summary>
/// <param name="Plan">The storm.</param>
/// <param name="Expected">People who do not block the bot.</param>
/// <param name="Got">Those of them who got their message.</param>
/// <param name="Repeats">Messages beyond the first of a person.</param>
/// <param name="MostOfOne">The most messages that one person got.</param>
/// <param name="Kills">Processes killed.</param>
/// <param name="InFlight">At the kills, of both processes: calls that were open, and messages that were out and not recorded, at each kill anew.</param>
/// <param name="Suspended">People who block the bot and are suspended.</param>
/// <param name="Busiest">The most calls of a tenant in any second.</param>
/// <param name="LeftDue">Rows of the due index of that minute that nobody has dealt with.</param>
/// <param name="Half">When half of them had it.</param>
/// <param name="All">When everybody had it, or when it was given up.</param>
internal sealed record StormResult(
    StormPlan Plan, int Expected, int Got, int Repeats, int MostOfOne, int Kills, int InFlight, int Suspended, int Busiest, int LeftDue, TimeSpan Half, TimeSpan All)
{
    /// <summary>What did not hold; empty if all did.</summary>
    public IEnumerable<string> Problems => Lines.Where(line => !line.Holds).Select(line => $"{line.What}: {line.Measured}, and not {line.Bound}");

    /// <summary>Everything that is claimed, as one table.</summary>
    public override string ToString()
    {
        string[] head =
        [
            Text($"{Plan.People} people in {Plan.Tenants} tenants due at once, two processes, {Kills} kills; half had it after {Half.TotalSeconds:0} s, all after {All.TotalSeconds:0} s."),
            "",
            "| | Measured | Bound | |",
            "|---|---|---|---|",
        ];
        return string.Join('\n', [.. head, .. Lines.Select(line => $"| {line.What} | {line.Measured} | {line.Bound} | {(line.Holds ? "holds" : "**does not hold**")} |")]);
    }

    private IEnumerable<(string What, string Measured, string Bound, bool Holds)> Lines =>
    [
        ("people who got it", Text($"{Got}"), Text($"{Expected}"), Got == Expected),
        ("repeats, against kills × messages in flight at most", Text($"{Repeats}"), Text($"≤ {Kills} × {Plan.InFlight} = {Kills * Plan.InFlight}"), Repeats <= Kills * Plan.InFlight),
        ("repeats, against what was open or not recorded at the kills", Text($"{Repeats}"), Text($"≤ {InFlight}"), Repeats <= InFlight),
        ("messages of one person", Text($"{MostOfOne}"), Text($"≤ 1 + {Kills}"), MostOfOne <= 1 + Kills),
        ("people who block the bot, suspended", Text($"{Suspended}"), Text($"{Plan.People - Expected}"), Suspended == Plan.People - Expected),
        ("calls of a tenant in any second", Text($"{Busiest}"), Text($"≤ {Plan.MostASecond}"), Busiest <= Plan.MostASecond),
        ("rows still due", Text($"{LeftDue}"), "0", LeftDue == 0),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
