using System.Collections.Concurrent;
using CtoBot.Telemetry;
using CtoBot.Turns;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace CtoBot.Reminders;

/// <summary>How a look at the due index ended.</summary>
internal enum SweepEnd
{
    /// <summary>Everything that is due is being dealt with.</summary>
    Done,

    /// <summary>There is more, and no room for it yet.</summary>
    Full,

    /// <summary>Another instance was claiming in the same shard.</summary>
    Met,
}

/// <summary>
/// Looks for what is due, claims it and has it delivered. Any number of instances do so at once: each begins at another shard, and claims
/// up to a hundred rows in one conditional write, so that of two one gets them all and the other goes on to the next shard.
/// With nothing due, a look is one query for each shard.
/// </summary>
internal sealed class Sweep(IStore store, DueIndex index, Delivery delivery, IOutreach outreach, ReminderMetrics metrics, IOptions<ReminderOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, int> tenants = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private int inFlight;

    /// <summary>Looks once. What is due may still be on its way when it ends.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer; what is claimed is delivered all the same.</exception>
    public async Task<SweepEnd> RunAsync(CancellationToken stopping)
    {
        var end = SweepEnd.Done;
        DateTimeOffset? oldest = null;
        var shards = index.Shards.ToArray();
        Random.Shared.Shuffle(shards);
        foreach (var shard in shards)
        {
            var look = new Look(shard);
            var shardEnd = await RunAsync(look, stopping);
            end = shardEnd > end ? shardEnd : end;
            oldest = look.Oldest < oldest || oldest is null ? look.Oldest ?? oldest : oldest;
        }

        metrics.Saw(oldest);
        return end;
    }

    /// <summary>Waits until there is room for a good part of the backlog.</summary>
    public Task RoomAsync(CancellationToken cancellationToken) => BelowAsync(options.Value.Backlog / 2, cancellationToken);

    /// <summary>Waits until nothing is on its way.</summary>
    public Task IdleAsync(CancellationToken cancellationToken) => BelowAsync(0, cancellationToken);

    private async Task BelowAsync(int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task ended;
            lock (gate)
            {
                if (inFlight <= limit)
                    return;
                waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                ended = waiting.Task;
            }

            await ended.WaitAsync(cancellationToken);
        }
    }

    private async Task<SweepEnd> RunAsync(Look look, CancellationToken stopping)
    {
        while (true)
        {
            var rows = await PickAsync(look, stopping);
            if (rows.Count == 0)
                return look.IsFull ? SweepEnd.Full : SweepEnd.Done;
            if (!await ClaimAsync(look.Shard, rows, stopping))
                return SweepEnd.Met;
            if (look.IsOver)
                return look.IsFull ? SweepEnd.Full : SweepEnd.Done;
        }
    }

    /// <summary>The next rows of a shard that are due, free, and of tenants that have room.</summary>
    private async Task<List<(Row Row, PersonKey Person)>> PickAsync(Look look, CancellationToken cancellationToken)
    {
        var picked = new List<(Row, PersonKey)>();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!look.IsOver)
        {
            var now = time.GetUtcNow();
            string? skipped = null;
            var due = DueKey.Until(now.ToInstant());
            await foreach (var row in store.QueryAsync(StoreTable.Due, look.Shard, due with { From = look.From }, cancellationToken))
            {
                if (DueKey.PersonOf(row.Key) is not { } partition || PersonKey.OfPartition(partition) is not { } person)
                    continue;
                look.Oldest ??= DueKey.TimeOf(row.Key)?.ToDateTimeOffset();
                if (!Claim.IsFree(row, now))
                    continue;
                var more = taken.GetValueOrDefault(person.TenantId);
                if (tenants.GetValueOrDefault(person.TenantId) + more >= options.Value.TenantBacklog || outreach.HeldFor(person.TenantId) > TimeSpan.Zero)
                {
                    // However many people wait there, nobody behind them waits for them.
                    skipped = DueKey.AfterTenant(row.Key);
                    break;
                }

                taken[person.TenantId] = more + 1;
                picked.Add((row, person));
                look.IsFull = Volatile.Read(ref inFlight) + picked.Count >= options.Value.Backlog;
                if (look.IsFull || picked.Count == IStore.MaxChanges)
                {
                    look.From = row.Key + '\0';
                    look.IsOver = look.IsFull;
                    return picked;
                }
            }

            look.From = skipped ?? look.From;
            look.IsOver = skipped is null;
        }

        return picked;
    }

    private async Task<bool> ClaimAsync(string shard, List<(Row Row, PersonKey Person)> rows, CancellationToken stopping)
    {
        using var span = Spans.Start("reminders claim");
        span?.SetTag("ctobot.rows", rows.Count);
        var until = time.GetUtcNow() + options.Value.Claim;
        var changes = rows.ConvertAll(RowChange (item) => new RowChange.Replace(Claim.Taken(item.Row, until), item.Row.ETag));
        var written = await store.WriteAsync(StoreTable.Due, shard, changes, stopping);
        if (!written.Saved)
            return false;
        metrics.Claimed(rows.Count);
        foreach (var (row, person) in rows)
        {
            tenants.AddOrUpdate(person.TenantId, 1, (_, count) => count + 1);
            lock (gate)
                inFlight++;
            var claim = new Claim(shard, Claim.Taken(row, until) with { ETag = written.ETags[row.Key] }, until);
            _ = Task.Run(() => DeliverAsync(claim, person, stopping), CancellationToken.None);
        }

        return true;
    }

    private async Task DeliverAsync(Claim claim, PersonKey person, CancellationToken stopping)
    {
        try
        {
            await delivery.RunAsync(claim, person, stopping);
        }
        finally
        {
            metrics.Ended();
            if (tenants.AddOrUpdate(person.TenantId, 0, (_, count) => count - 1) == 0)
                tenants.TryRemove(new KeyValuePair<string, int>(person.TenantId, 0));
            lock (gate)
            {
                inFlight--;
                waiting?.TrySetResult();
                waiting = null;
            }
        }
    }

    /// <summary>How far a look at a shard is.</summary>
    private sealed class Look(string shard)
    {
        public string Shard { get; } = shard;

        public string From { get; set; } = "";

        public bool IsOver { get; set; }

        public bool IsFull { get; set; }

        public DateTimeOffset? Oldest { get; set; }
    }
}
