using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Sharing;

/// <summary>What a person has shared, as their state keeps it.</summary>
public static class ShareLog
{
    /// <summary>How many entries are kept: the latest.</summary>
    public const int Most = 100;

    /// <summary>How long a process may be at delivering, at the most: after that what still waits is another's to deliver.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(1);

    /// <summary>The entry of a number, or null.</summary>
    public static ShareEntry? Find(PersonState state, int number)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Shares?.Find(entry => entry.Number == number);
    }

    /// <summary>An entry that was left before it was delivered, because a process died; or null.</summary>
    /// <param name="state">The state.</param>
    /// <param name="now">The time.</param>
    public static ShareEntry? Left(PersonState state, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Shares?.Find(entry => entry.Waits && now - entry.TriedAt >= Grace);
    }

    /// <summary>Adds an entry; the oldest make room. One that still waits is not among those for long.</summary>
    internal static PersonState Add(PersonState state, ShareEntry entry)
    {
        var all = (state.Shares ?? []).Add(entry);
        return state with { Shares = all.Count > Most ? all.RemoveRange(0, all.Count - Most) : all, Sharing = null };
    }

    /// <summary>The number of the next entry.</summary>
    internal static int Next(PersonState state) => (state.Shares is { Count: > 0 } all ? all[^1].Number : 0) + 1;

    /// <summary>The state of somebody for whom a process begins to deliver an entry; the same object if there is nothing left to deliver.</summary>
    public static PersonState Claim(PersonState state, int number, Instant now) =>
        Find(state, number) is { Waits: true } entry && now - entry.TriedAt >= Grace ? Put(state, entry, entry with { TriedAt = now }) : state;

    /// <summary>The state with what became of an entry for those of whom it is known now; what was noted before stays.</summary>
    /// <param name="state">The state.</param>
    /// <param name="number">The entry's number.</param>
    /// <param name="became">By the recipient's id.</param>
    public static PersonState Note(PersonState state, int number, IReadOnlyDictionary<string, ShareStatus> became)
    {
        ArgumentNullException.ThrowIfNull(became);
        return Find(state, number) is { Waits: true } entry && became.Count > 0
            ? Put(state, entry, entry with
            {
                To = [.. entry.To.Select(recipient => recipient.Status == ShareStatus.Waiting && became.TryGetValue(recipient.Id, out var status) ? recipient with { Status = status, Chat = null } : recipient)],
            })
            : state;
    }

    private static PersonState Put(PersonState state, ShareEntry before, ShareEntry after) => state with { Shares = state.Shares!.Replace(before, after) };
}
