using CtoBot.Reminders;
using Microsoft.Extensions.Options;

namespace CtoBot.Health;

/// <summary>Whether this instance still looks for reminders that are due, if it is to.</summary>
internal sealed class SweepProbe(ReminderMetrics metrics, IOptions<ReminderOptions> options) : IReadinessProbe
{
    /// <summary>A look at many reminders takes its time.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Name => "reminders";

    /// <inheritdoc/>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => Task.FromResult(
        options.Value.Enabled && metrics.SinceLastLook > LongestLook + (2 * options.Value.Every)
            ? $"the last look for due reminders ended {metrics.SinceLastLook.TotalSeconds:0} s ago"
            : null);
}
