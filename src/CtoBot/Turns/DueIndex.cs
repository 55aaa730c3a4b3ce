using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Turns;

/// <summary>
/// The due index of reminders: for every person with something coming, one row in the partition of their shard, at its time.
/// It is a hint, and the person's state is the truth: the row is written before the state that names it, and an old row is removed
/// after the state that names it no more. So a row may be there without need, but none is missing.
/// </summary>
/// <param name="store">Where the rows are.</param>
/// <param name="shards">How many shards there are. It may be raised, and never lowered: nobody would look into the others any more.</param>
public sealed class DueIndex(IStore store, int shards = DueIndex.UsualShards)
{
    /// <summary>The shards where nothing else is set.</summary>
    public const int UsualShards = 16;

    internal const string Made = "made";

    private readonly ConcurrentDictionary<string, ShardWriter> writers = new(StringComparer.Ordinal);

    /// <summary>Every shard's partition.</summary>
    public ImmutableArray<string> Shards { get; } = [.. Enumerable.Range(0, shards).Select(Name)];

    /// <summary>The partition of a person's row: the same on every machine and in every version.</summary>
    /// <param name="person">See <see cref="PersonKey.Partition"/>.</param>
    public string ShardOf(string person)
    {
        // FNV-1a: the runtime's own hash of a text differs from process to process.
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(person))
            hash = unchecked((hash ^ value) * 16777619u);
        // The low bits of FNV of similar texts are alike.
        hash ^= hash >> 16;
        return Name((int)(hash % (uint)shards));
    }

    /// <summary>The state that names the row of what comes next.</summary>
    public static PersonState Plan(PersonState state, Instant now, ImmutableSortedSet<LocalDate> holidays)
    {
        var next = Schedule.Next(state, now, holidays)?.At;
        return next == state.DueAt ? state : state with { DueAt = next };
    }

    /// <summary>Adds a person's row; one that is there already becomes a new one. To be called before the state that names it is written.</summary>
    internal async ValueTask AddAsync(string person, Instant at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ChangeAsync(ShardOf(person), new RowChange.Upsert(RowOf(person, at, now)), cancellationToken);
    }

    /// <summary>Changes a row of a shard; those that come at once share a transaction.</summary>
    /// <returns>False: its condition did not hold, and nothing was changed.</returns>
    internal Task<bool> ChangeAsync(string shard, RowChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return writers.GetOrAdd(shard, static (name, store) => new ShardWriter(store, name), store).WriteAsync(change).WaitAsync(cancellationToken);
    }

    /// <summary>A person's row.</summary>
    internal static Row RowOf(string person, Instant at, DateTimeOffset now) =>
        new(DueKey.Of(at, person), ImmutableDictionary<string, object>.Empty.Add(Made, now));

    /// <summary>
    /// A person's row as it is now; null for none. Read before the state that no longer names it is written: who moves back to the same time
    /// after that makes a new row, and <see cref="RemoveAsync"/> leaves it alone.
    /// </summary>
    internal ValueTask<Row?> FindAsync(string person, Instant at, CancellationToken cancellationToken) =>
        store.ReadAsync(StoreTable.Due, ShardOf(person), DueKey.Of(at, person), cancellationToken);

    /// <summary>Removes a row that no state names any more, if it is still the same.</summary>
    /// <returns>False: it is another one, and was left.</returns>
    internal Task<bool> RemoveAsync(string person, Row row, CancellationToken cancellationToken) =>
        ChangeAsync(ShardOf(person), new RowChange.Delete(row.Key, row.ETag), cancellationToken);

    private static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"shard-{shard:x2}");
}
