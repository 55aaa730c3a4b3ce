namespace CtoBot.Benchmarks.Turns;

/// <summary>What was to be reached, and whether it was.</summary>
internal sealed class Goals
{
    private readonly List<(string Goal, string Limit, double Measured, bool Met)> all = [];

    /// <summary>Whether all were reached.</summary>
    public bool Met => all.All(goal => goal.Met);

    public void AtMost(string goal, double limit, double measured) => all.Add((goal, "≤ " + Figures.Show(limit), measured, measured <= limit));

    public void AtLeast(string goal, double limit, double measured) => all.Add((goal, "≥ " + Figures.Show(limit), measured, measured >= limit));

    /// <summary>A table in Markdown.</summary>
    public void Print()
    {
        Console.WriteLine("| Goal | Limit | Measured | Met |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        foreach (var (goal, limit, measured, met) in all)
            Console.WriteLine($"| {goal} | {limit} | {Figures.Show(measured)} | {(met ? "yes" : "**no**")} |");
    }
}
