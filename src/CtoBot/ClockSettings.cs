using System.Globalization;

namespace CtoBot;

/// <summary>The clock of the bot. In Development it can be set, so that two weeks can be walked through in minutes.</summary>
internal static class ClockSettings
{
    /// <summary>When the clock starts, such as 2026-11-30T17:30:00Z; without it, it is the system's.</summary>
    private const string Start = "Clock:Start";

    /// <summary>The clock that is configured.</summary>
    /// <exception cref="InvalidOperationException">It is set outside Development, or to what is no time.</exception>
    public static TimeProvider Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Start] is not { Length: > 0 } start)
            return TimeProvider.System;
        if (!environment.IsDevelopment())
            throw new InvalidOperationException($"{Start} sets the clock for a trial. It is allowed in the Development environment only.");
        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw new InvalidOperationException($"{Start} is '{start}', which is no time. Write it like 2026-11-30T17:30:00Z.");
        return new SetClock(time - TimeProvider.System.GetUtcNow());
    }

    /// <summary>The system's clock, set by so much. Timers and time stamps stay as they are: they measure how long something takes.</summary>
    private sealed class SetClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
