using System.Diagnostics;
using System.Globalization;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using CtoBot.Storage.Sqlite;
using CtoBot.Teams;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>What each part of a reminder costs by itself: processor time and memory of the whole process, divided by how often it was done.</summary>
internal static class Cost
{
    private const int AtOnce = 64;
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    public static async Task RunAsync(int times)
    {
        var folder = Directory.CreateTempSubdirectory("ctobot-cost-").FullName;
        var clock = new JumpClock(Morning.AddDays(-1).AddHours(1));
        using var store = new SqliteStore(folder, TimeSpan.FromSeconds(30));
        await store.PrepareAsync(default);
        var library = ContentLibrary.BuiltIn;
        var seed = new Seed(store, await Seed.TemplateAsync(clock, "http://127.0.0.1:9", new TimeOnly(7, 30)));
        PersonKey[] people = [.. Enumerable.Range(0, times).Select(number => Seed.Person(number, 1_000, "due"))];
        var at = Morning.ToInstant();
        await seed.WriteAsync(people, at);
        clock.Set(Morning.AddSeconds(1));
        var index = new DueIndex(store);
        var row = (await store.ReadAsync(StoreTable.CtoBot, people[0].Partition, PersonKey.StateRow, default))!;
        var state = StateRow.Read(row);
        var due = Schedule.Next(state, at)!;
        var tick = new Input.Tick("", Core.State.ClientFacts.Unknown, due.Kind, due.Day);
        var turn = Conversation.Step(library, state, tick, at);
        using var limits = new SendLimits(Options.Create(new SendOptions { TenantRate = 0 }));
        Console.WriteLine($"{times} times each; the state has {((string)row.Columns["json"]).Length} characters. Load average {File.ReadAllText("/proc/loadavg").Trim()}.");

        await MeasureAsync("read a state row", times, async number => await store.ReadAsync(StoreTable.CtoBot, people[number].Partition, PersonKey.StateRow, default));
        await MeasureAsync("make the state of its JSON", times, _ => Do(StateRow.Read(row)));
        await MeasureAsync("what is due next", times, _ => Do(Schedule.Next(state, at)));
        await MeasureAsync("decide", times, _ => Do(Conversation.Step(library, state, tick, at)));
        await MeasureAsync("render the card", times, _ => Do(CardRenderer.Render(turn.Replies[0], turn.Texts)));
        await MeasureAsync("make JSON of the state", times, _ => Do(StateRow.Change(turn.State, row, Morning)));
        await MeasureAsync("make a place in the limits", times, async number => (await limits.EnterAsync(people[number].TenantId, people[number].UserId, default)).Dispose());
        await MeasureAsync("write a row of Due by itself", times, async number => await store.WriteAsync(
            StoreTable.Due, index.ShardOf(people[number].Partition), [new RowChange.Upsert(DueIndex.RowOf(people[number].Partition, at.PlusNanoseconds(86_400_000_000_000), Morning))], default));
        await MeasureAsync("the same with others", times, async number => await index.AddAsync(people[number].Partition, at.PlusNanoseconds(86_400_000_000_000), Morning, default));
        await MeasureAsync("write a state row", times, async number => await store.WriteAsync(StoreTable.CtoBot, people[number].Partition, [new RowChange.Upsert(row)], default));
        Directory.Delete(folder, recursive: true);
    }

    private static Task Do(object? result)
    {
        GC.KeepAlive(result);
        return Task.CompletedTask;
    }

    private static async Task MeasureAsync(string what, int times, Func<int, Task> work)
    {
        // Once before, so that nothing is compiled while it counts.
        await AllAsync(times / 2, work);
        using var process = Process.GetCurrentProcess();
        var (cpu, memory) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        await AllAsync(times, work);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-30} {(process.TotalProcessorTime - cpu).TotalMicroseconds / times,8:0.0} µs {(GC.GetTotalAllocatedBytes() - memory) / (double)times / 1024,8:0.0} KiB"));
    }

    private static Task AllAsync(int times, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await work(number));
}
