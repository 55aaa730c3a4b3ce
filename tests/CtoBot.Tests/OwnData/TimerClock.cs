using System.Threading.Channels;

namespace CtoBot.Tests.OwnData;

/// <summary>A clock whose timers a test fires by hand.</summary>
public sealed class TimerClock : TimeProvider
{
    private readonly Channel<(TimeSpan Due, Action Fire)> timers = Channel.CreateUnbounded<(TimeSpan, Action)>();
    private Action? pending;
    private DateTimeOffset now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Waits for the next timer and says when it is due.</summary>
    public async Task<TimeSpan> NextAsync(CancellationToken cancellationToken)
    {
        var (due, fire) = await timers.Reader.ReadAsync(cancellationToken);
        pending = fire;
        return due;
    }

    /// <summary>Moves the clock and fires the timer of <see cref="NextAsync"/>.</summary>
    public void Fire(TimeSpan passed)
    {
        now += passed;
        pending!();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        timers.Writer.TryWrite((dueTime, () => callback(state)));
        return new Handle();
    }

    private sealed class Handle : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
