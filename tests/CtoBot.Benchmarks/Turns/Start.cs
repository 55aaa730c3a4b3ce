using System.Diagnostics;

namespace CtoBot.Benchmarks.Turns;

/// <summary>How long a person waits who writes to a bot that is not running: the published bot and the bare endpoint, started in turn.</summary>
internal sealed class Start(Programs programs, string work)
{
    private const string Bot = "Bot", Baseline = "Baseline";
    private const string Listening = "start to listening, ms", Reply = "start to first reply, ms", Cpu = "processor time until then, ms", Memory = "resident then, MiB";
    private readonly Figures figures = new();

    /// <summary>Runs it and prints a table.</summary>
    /// <returns>Whether the goal is reached.</returns>
    public async Task<bool> RunAsync(int runs)
    {
        var script = await Script.MakeAsync();
        await Crowd.WriteAsync(work, script, 0, Script.Clients);
        await using var connector = await Sink.StartAsync();
        using var load = new Load();
        var ticks = script.Ticks(connector.ServiceUrl, 0);
        for (var run = 0; run < runs; run++)
        {
            foreach (var (name, program) in ((string, string)[])[(Baseline, programs.Baseline), (Bot, programs.Bot)])
            {
                var watch = Stopwatch.StartNew();
                await using var target = await Target.StartAsync(program, ("Store__Folder", work));
                figures.Add(Listening, name, target.Listening.TotalMilliseconds);
                await load.PostAsync(target, ticks(0));
                figures.Add(Reply, name, watch.Elapsed.TotalMilliseconds);
                figures.Add(Cpu, name, target.Cpu.TotalMilliseconds);
                figures.Add(Memory, name, target.Memory);
            }
        }

        figures.Print($"Medians of {runs} starts", Bot, Baseline);
        var goals = new Goals();
        goals.AtMost("start to first reply against the baseline", 1.3, figures.Ratio(Reply, Bot, Baseline));
        Console.WriteLine();
        goals.Print();
        return goals.Met;
    }
}
