using System.Diagnostics;
using CtoBot.Core.State;
using CtoBot.Storage;
using CtoBot.Storage.Sqlite;
using CtoBot.Storage.Tables;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Benchmarks.Turns;

/// <summary>
/// The published bot beside a bare endpoint that reads the same activities: start, memory, throughput, latency, processor time. Both run
/// at the same time, and each load is put on one and then on the other, so that what disturbs the machine disturbs both.
/// </summary>
internal sealed class TurnLoad(Programs programs, Script script, string work, AzuriteServer? azurite, TurnLoad.Counts counts)
{
    private const string Bot = "Bot", Baseline = "Baseline";
    private const string Start = "start to first reply, ms", Early = "resident after the first messages, MiB", Late = "resident after the others, MiB";
    private const string Rate = "a second, 16 clients", Alone = "a second, one client", Middle = "median, ms", Slow = "p99, ms", Cpu = "CPU, ms a message", Sync = "disk sync, p99, ms";
    private static readonly string[] Kinds = ["tick", "answer", "tick by message"];

    /// <summary>How many messages.</summary>
    /// <param name="First">Before memory is read for the first time, and before anything else is measured.</param>
    /// <param name="Alone">One after the other, of each kind.</param>
    /// <param name="AtOnce">By 16 clients at once, of each kind.</param>
    /// <param name="More">In all after the first ones, before memory is read again.</param>
    public sealed record Counts(int First, int Alone, int AtOnce, int More);

    private readonly Figures figures = new();
    private readonly DiskSyncs syncs = new();

    private int People => ((counts.First / 2) + counts.Alone + counts.AtOnce) / script.Sends + (4 * Script.Clients);

    /// <summary>Runs it and prints a table.</summary>
    /// <returns>Whether the goals are reached.</returns>
    public async Task<bool> RunAsync(int runs)
    {
        var seeded = Path.Combine(work, "seeded");
        if (azurite is null)
            await Crowd.WriteAsync(seeded, script, 0, People);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var folder = Path.Combine(work, $"run{run}");
            if (azurite is null)
                CopyFolder(seeded, folder);
            await RunOnceAsync(folder, prefix: $"run{run}");
            if (azurite is null)
                Directory.Delete(folder, recursive: true);
            await Console.Error.WriteLineAsync($"Run {run + 1} of {runs} took {watch.Elapsed.TotalSeconds:0} s.");
        }

        figures.Print($"Medians of {runs} runs", Bot, Baseline);
        var goals = Judge();
        Console.WriteLine();
        goals.Print();
        return goals.Met;
    }

    private async Task RunOnceAsync(string folder, string prefix)
    {
        await using var connector = await Sink.StartAsync();
        using var load = new Load();
        var settings = azurite is null
            ? new[] { ("Store__Folder", folder) }
            : [("Store__Kind", "tables"), ("Store__ConnectionString", azurite.ConnectionString), ("Store__TablePrefix", prefix)];
        var store = await OpenAsync(folder, prefix);
        var url = connector.ServiceUrl;
        await using var baseline = await StartAsync(Baseline, programs.Baseline, load, url);
        await using var bot = await StartAsync(Bot, programs.Bot, load, url, settings);
        (string Name, Target Target)[] both = [(Baseline, baseline), (Bot, bot)];
        var ticks = both.ToDictionary(item => item.Name, _ => script.Ticks(url, 1));
        var answers = both.ToDictionary(item => item.Name, _ => script.Answers(url, 3 * Script.Clients));
        var messages = both.ToDictionary(item => item.Name, _ => script.Ticks(url, 2 * Script.Clients, execute: false));

        foreach (var (name, target) in both)
        {
            await load.RunAsync(target, ticks[name], Script.Clients, counts.First - (counts.First / 2));
            await load.RunAsync(target, answers[name], Script.Clients, counts.First / 2);
            figures.Add(Early, name, target.Memory);
        }

        foreach (var (kind, turns) in Kinds.Zip([ticks, answers, messages]))
        {
            foreach (var (name, target) in both)
            {
                var alone = await load.RunAsync(target, turns[name], 1, counts.Alone);
                figures.Add($"{kind}: {Alone}", name, alone.Rate);
                figures.Add($"{kind}: {Middle}", name, alone.Times.Median);
                figures.Add($"{kind}: {Slow}", name, alone.Times.P99);
                syncs.Add(kind, azurite is null ? DiskSync.Measure(folder) : null);
            }

            foreach (var (name, target) in both)
            {
                var together = await load.RunAsync(target, turns[name], Script.Clients, counts.AtOnce);
                figures.Add($"{kind}: {Rate}", name, together.Rate);
                figures.Add($"{kind}: {Cpu}", name, together.Cpu);
            }
        }

        foreach (var (name, target) in both)
        {
            await load.RunAsync(target, ticks[name], Script.Clients, Math.Max(0, counts.More - (Kinds.Length * (counts.Alone + counts.AtOnce))));
            figures.Add(Late, name, target.Memory);
        }

        if (syncs.Latest is { } sync)
            figures.Add(Sync, Bot, sync);
        await CheckAsync(store);
        (store as IDisposable)?.Dispose();
    }

    private async Task<Target> StartAsync(string name, string program, Load load, string serviceUrl, params (string Name, string Value)[] settings)
    {
        var watch = Stopwatch.StartNew();
        var target = await Target.StartAsync(program, settings);
        await load.PostAsync(target, script.Ticks(serviceUrl, 0)(0));
        figures.Add(Start, name, watch.Elapsed.TotalMilliseconds);
        return target;
    }

    /// <summary>The store of a run, with everybody in it.</summary>
    private async Task<IStore> OpenAsync(string folder, string prefix)
    {
        if (azurite is null)
            return new SqliteStore(folder, TimeSpan.FromSeconds(30));
        var options = new StoreOptions { Kind = StoreKind.Tables, ConnectionString = azurite.ConnectionString, TablePrefix = prefix };
        var tables = new TableStore(TableConnection.Open(options, development: true), options, TimeProvider.System, NullLogger<TableStore>.Instance);
        await tables.PrepareAsync(default);
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = Script.Clients }, async (person, _) => await script.Start.CopyAsync(tables, ActivityTemplate.Person(person)));
        return tables;
    }

    /// <summary>A load that was refused, or answered with an apology, would be quick: what was to be kept must be there.</summary>
    private async Task CheckAsync(IStore store)
    {
        var start = (await script.Start.StateAsync()).Revision;
        foreach (var (person, changes) in ((int, int)[])[(0, 1), (1, counts.Alone), (2 * Script.Clients, counts.Alone), (3 * Script.Clients, script.Sends)])
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, ActivityTemplate.Person(person).Partition, PersonKey.StateRow, default);
            var state = StateRow.Read(row ?? throw new InvalidOperationException($"Person {person} is not in the store."));
            if (state.Revision - start < changes)
                throw new InvalidOperationException($"Of {changes} changes of person {person}, {state.Revision - start} were kept.");
        }

        var filed = store.QueryAsync(StoreTable.CtoBot, ActivityTemplate.Person(3 * Script.Clients).Partition, KeyRange.Prefix(RecordRows.Prefix + "debrief:"), default);
        if (!await filed.AnyAsync())
            throw new InvalidOperationException("The first debrief was not filed.");
    }

    private Goals Judge()
    {
        var goals = new Goals();
        if (azurite is null)
        {
            foreach (var kind in Kinds)
            {
                goals.AtMost($"{kind}: {Cpu}", 1, figures.Median($"{kind}: {Cpu}", Bot));
                goals.AtLeast($"{kind}: throughput at 16 against the baseline", 0.4, figures.Ratio($"{kind}: {Rate}", Bot, Baseline));
                goals.AtMost($"{kind}: {Slow} (10 and a disk sync)", 10 + syncs.Median(kind), figures.Median($"{kind}: {Slow}", Bot));
            }
        }

        goals.AtMost("start to first reply against the baseline", 1.3, figures.Ratio(Start, Bot, Baseline));
        goals.AtMost("resident memory against the baseline", 1.6, figures.Ratio(Early, Bot, Baseline));
        goals.AtMost("growth of resident memory by the later messages", 1.05, figures.Ratio((Late, Bot), (Early, Bot)));
        return goals;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>The disk syncs that were measured beside the turns.</summary>
    private sealed class DiskSyncs
    {
        private readonly Dictionary<string, List<double>> all = [];

        public double? Latest { get; private set; }

        public void Add(string kind, Sample? sync)
        {
            if (sync is null)
                return;
            Latest = sync.P99;
            if (!all.TryGetValue(kind, out var list))
                all[kind] = list = [];
            list.Add(sync.P99);
        }

        public double Median(string kind) => all[kind].Order().ElementAt(all[kind].Count / 2);
    }
}
