namespace CtoBot.Benchmarks.Turns;

/// <summary>Whether a turn costs more for somebody who has answered much, and beside many others.</summary>
internal sealed class Growth(Programs programs, string work)
{
    /// <summary>Of each number of answers, so many people: a debrief is written down once.</summary>
    private const int Copies = 101;

    /// <summary>Between the first person of a number of answers and that of the next.</summary>
    private const int Spread = 10_000;
    private static readonly int[] Answers = [10, 1_000, 10_000];
    private static readonly int[] People = [100, 10_000, 1_000_000];
    private readonly Figures figures = new();
    private readonly Goals goals = new();

    /// <summary>Runs it and prints a table.</summary>
    /// <param name="runs">How often each is measured, one after the other.</param>
    /// <param name="turns">How many turns at a time.</param>
    /// <param name="most">The most people to write.</param>
    /// <returns>Whether the goals are reached.</returns>
    public async Task<bool> RunAsync(int runs, int turns, int most)
    {
        await OfAnswersAsync(runs, turns);
        await OfPeopleAsync(runs, turns, [.. People.Where(people => people <= most)]);
        figures.Print($"Medians of {runs} runs", "CPU, ms", "median, ms", "p99, ms");
        Console.WriteLine();
        goals.Print();
        return goals.Met;
    }

    private async Task OfAnswersAsync(int runs, int turns)
    {
        var folder = Path.Combine(work, "answers");
        // All of them began on the same day, so that they stand at the same place of the plan and are shown the same card.
        var scripts = await Task.WhenAll(Answers.Select(answers => Script.MakeAsync(answers, Script.DaysOf(Answers[^1]))));
        for (var number = 0; number < scripts.Length; number++)
            await Crowd.WriteAsync(folder, scripts[number], number * Spread, Copies);

        await using var connector = await Sink.StartAsync();
        await using var bot = await Target.StartAsync(programs.Bot, ("Store__Folder", folder));
        using var load = new Load();
        var ticks = scripts.Select((script, number) => script.Ticks(connector.ServiceUrl, number * Spread)).ToArray();
        foreach (var warm in ticks)
            await load.RunAsync(bot, warm, 1, turns);
        for (var run = 0; run < runs; run++)
        {
            for (var number = 0; number < Answers.Length; number++)
            {
                Note($"tick, {Answers[number]:N0} answers", await load.RunAsync(bot, ticks[number], 1, turns));
                // Each run has its own people.
                var first = (number * Spread) + 1 + (run * ((Copies - 1) / runs));
                var sends = (scripts[number].Sends - 1) * ((Copies - 1) / runs);
                Note($"debrief answer, {Answers[number]:N0} answers", await load.RunAsync(bot, scripts[number].Answers(connector.ServiceUrl, first, filing: false), 1, sends));
            }
        }

        foreach (var kind in (string[])["tick", "debrief answer"])
            goals.AtMost($"{kind}: CPU at {Answers[^1]:N0} answers against {Answers[0]:N0}", 1.3, figures.Ratio(($"{kind}, {Answers[^1]:N0} answers", "CPU, ms"), ($"{kind}, {Answers[0]:N0} answers", "CPU, ms")));
    }

    private async Task OfPeopleAsync(int runs, int turns, int[] people)
    {
        var script = await Script.MakeAsync();
        await using var connector = await Sink.StartAsync();
        using var load = new Load();
        var bots = new List<(string Row, Target Bot, Func<int, byte[]> Turns)>();
        try
        {
            foreach (var many in people)
            {
                var folder = Path.Combine(work, $"people{many}");
                await Crowd.WriteAsync(folder, script, 0, many);
                bots.Add(($"tick, {many:N0} people", await Target.StartAsync(programs.Bot, ("Store__Folder", folder)), script.TicksOf(connector.ServiceUrl, many, seed: 1)));
            }

            foreach (var (_, bot, warm) in bots)
                await load.RunAsync(bot, warm, 1, turns);
            for (var run = 0; run < runs; run++)
            {
                foreach (var (row, bot, ticks) in bots)
                    Note(row, await load.RunAsync(bot, ticks, 1, turns));
            }
        }
        finally
        {
            foreach (var (_, bot, _) in bots)
                await bot.DisposeAsync();
        }

        goals.AtMost($"tick: CPU beside {people[^1]:N0} people against {people[0]:N0}", 1.1, figures.Ratio((bots[^1].Row, "CPU, ms"), (bots[0].Row, "CPU, ms")));
    }

    private void Note(string row, LoadResult result)
    {
        figures.Add(row, "CPU, ms", result.Cpu);
        figures.Add(row, "median, ms", result.Times.Median);
        figures.Add(row, "p99, ms", result.Times.P99);
    }
}
