namespace CtoBot.Tests.Support;

/// <summary>A clock that goes on by itself, from any time, and can be set. Its timers and its monotonic part are the machine's: as of a clock that is set.</summary>
public sealed class JumpClock(DateTimeOffset start) : TimeProvider
{
    private long _offset = (start - DateTimeOffset.UtcNow).Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    /// <summary>Sets the clock forward or back.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset to) => Jump(to - GetUtcNow());
}
