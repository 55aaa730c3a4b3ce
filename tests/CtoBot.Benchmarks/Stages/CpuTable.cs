using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace CtoBot.Benchmarks.Stages;

/// <summary>
/// The same stages by processor time, which says the same on a machine that is busy with other things, where the clock does not.
/// All threads count: the store's writer and the collector do a part of the work.
/// </summary>
internal static class CpuTable
{
    /// <summary>Runs every stage so often, after as many to warm it up, and prints a table.</summary>
    /// <param name="times">How often.</param>
    /// <param name="only">Part of the name of the stages to run; all of them if empty.</param>
    public static async Task RunAsync(int times, string only)
    {
        var stages = new Stages();
        await stages.SetUpAsync();
        Console.WriteLine("| Stage | CPU, µs | Allocated, KiB |");
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (var method in typeof(Stages).GetMethods())
        {
            if (method.GetCustomAttribute<BenchmarkAttribute>() is not { Description: { } name } || !name.Contains(only, StringComparison.Ordinal))
                continue;
            var run = method.ReturnType.IsAssignableTo(typeof(Task)) ? method.CreateDelegate<Func<Task>>(stages) : Once(method.CreateDelegate<Func<object>>(stages));
            await RepeatAsync(run, times);
            GC.Collect();
            var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            await RepeatAsync(run, times);
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times:0} | {(GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / times:0.0} |"));
        }

        await stages.CleanUpAsync();
    }

    private static Func<Task> Once(Func<object> run) => () =>
    {
        run();
        return Task.CompletedTask;
    };

    private static async Task RepeatAsync(Func<Task> run, int times)
    {
        for (var time = 0; time < times; time++)
            await run();
    }
}
