using System.Diagnostics;
using CtoBot.Core.Reminders;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using NodaTime.Extensions;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>Everybody due in one minute, two processes of the bot on one file, a connector with every fault, and one process killed every few seconds.</summary>
internal sealed class Storm
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly StormPlan plan;
    private readonly SqliteStore store;
    private readonly Connector connector;
    private readonly string folder;
    private readonly DateTimeOffset due;
    private readonly PersonKey[] everybody;

    /// <summary>Messages that were out and not recorded when it was looked last.</summary>
    private List<string> unrecorded = [];
    private int looked;
    private int inFlight;
    private int kills;

    private Storm(StormPlan plan, SqliteStore store, Connector connector, string folder, DateTimeOffset due)
    {
        (this.plan, this.store, this.connector, this.folder, this.due) = (plan, store, connector, folder, due);
        everybody = [.. Enumerable.Range(0, plan.People).Select(number => Seed.Person(number, plan.Tenants, "due"))];
    }

    /// <summary>Runs one.</summary>
    /// <param name="plan">What happens.</param>
    /// <param name="progress">Where it tells how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<StormResult> RunAsync(StormPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ctobot-storm-").FullName;
        try
        {
            await using var connector = await Connector.StartAsync(faulty: true);
            using var store = new SqliteStore(folder, TimeSpan.FromSeconds(30));
            await store.PrepareAsync(cancellationToken);
            // Due a minute ago, which is not too late.
            var now = DateTimeOffset.UtcNow;
            var storm = new Storm(plan, store, connector, folder, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(-1));
            await storm.SeedAsync();
            return await storm.RunAsync(progress, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task SeedAsync()
    {
        var clock = new JumpClock(due.AddMinutes(-10));
        var seed = new Seed(store, await Seed.TemplateAsync(clock, connector.ServiceUrl, TimeOnly.FromDateTime(due.UtcDateTime)));
        await seed.WriteAsync(everybody, due.ToInstant());
    }

    private async Task<StormResult> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var expected = everybody.Count(person => !Connector.IsBlocked(Seed.Conversation(person)));
        StormProcess[] bots = [StormProcess.Start(folder, plan), StormProcess.Start(folder, plan)];
        try
        {
            var watch = Stopwatch.StartNew();
            var (alive, half, all) = (TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.Zero);
            while (watch.Elapsed < plan.Limit)
            {
                await Task.Delay(Look, cancellationToken);
                var got = connector.Got.Count;
                half = half == TimeSpan.Zero && got > expected / 2 ? watch.Elapsed : half;
                all = all == TimeSpan.Zero && got == expected ? watch.Elapsed : all;
                // A process that does not run yet has nothing in flight: killing it would show nothing.
                alive = !bots.All(bot => bot.Started.IsCompleted) ? TimeSpan.MaxValue : alive == TimeSpan.MaxValue ? watch.Elapsed : alive;
                await Task.WhenAll(bots.Select(bot => bot.Started).Where(started => started.IsFaulted));
                if (got == expected && await LeftDueAsync(cancellationToken) == 0)
                    break;
                if (got < expected && plan.KillEvery > TimeSpan.Zero && alive < watch.Elapsed && watch.Elapsed - alive >= plan.KillEvery)
                {
                    await KillAsync(bots, kills++ % 2, cancellationToken);
                    // The new one may run before it is looked again.
                    alive = TimeSpan.MaxValue;
                    await progress.WriteLineAsync($"{watch.Elapsed.TotalSeconds:0} s: {connector.Got.Count} of {expected}");
                }
            }

            return new StormResult(
                plan, expected, connector.Got.Count, connector.Got.Values.Sum(count => count - 1), connector.Got.Values.DefaultIfEmpty(0).Max(), kills, inFlight,
                await SuspendedAsync(cancellationToken), connector.BusiestSecond(), await LeftDueAsync(cancellationToken), half, all == TimeSpan.Zero ? watch.Elapsed : all);
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }

    private async Task KillAsync(StormProcess[] bots, int victim, CancellationToken cancellationToken)
    {
        var open = connector.InFlight;
        await bots[victim].KillAsync();
        inFlight += open + await UnrecordedAsync(cancellationToken);
        await bots[victim].DisposeAsync();
        bots[victim] = StormProcess.Start(folder, plan);
    }

    /// <summary>How many messages are out of which the store does not know.</summary>
    private async Task<int> UnrecordedAsync(CancellationToken cancellationToken)
    {
        var delivered = connector.Delivered;
        var sent = delivered.Skip(looked).Concat(unrecorded).Distinct().ToArray();
        looked += delivered.Count - looked;
        var day = due.ToInstant().InUtc().Date;
        var still = new List<string>();
        foreach (var conversation in sent)
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, Seed.Partition(conversation), PersonKey.StateRow, cancellationToken);
            if (!StateRow.Read(row!).Reminders.Sent.TryGetValue(DueKind.Morning, out var recorded) || recorded < day)
                still.Add(conversation);
        }

        unrecorded = still;
        return still.Count;
    }

    private async Task<int> LeftDueAsync(CancellationToken cancellationToken)
    {
        var left = 0;
        foreach (var shard in new DueIndex(store).Shards)
            left += await store.QueryAsync(StoreTable.Due, shard, DueKey.Until(due.ToInstant()), cancellationToken).CountAsync(cancellationToken);
        return left;
    }

    private async Task<int> SuspendedAsync(CancellationToken cancellationToken)
    {
        var suspended = 0;
        foreach (var person in everybody.Where(person => Connector.IsBlocked(Seed.Conversation(person))))
            suspended += StateRow.Read((await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken))!).Reminders.Suspended is null ? 0 : 1;
        return suspended;
    }
}
