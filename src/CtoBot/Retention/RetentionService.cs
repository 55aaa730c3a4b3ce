using CtoBot.Storage;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Retention;

/// <summary>
/// Purges once a day while the bot runs, if <c>Store:RetentionDays</c> is set. The first purge comes some minutes after the start, at a
/// random moment, as do the others: instances need no agreement, and rarely meet.
/// </summary>
internal sealed partial class RetentionService(RetentionPurge purge, IOptions<StoreOptions> options, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.RetentionDays == 0)
            return;
        var pause = Jitter(minutes: 15);
        try
        {
            while (true)
            {
                await Task.Delay(pause, time, stoppingToken);
                pause = await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops. The next purge goes on.
        }
    }

    private async Task<TimeSpan> RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            var counts = await purge.RunAsync(options.Value.RetentionDays, progress: null, stoppingToken);
            LogDone(log, counts.Seen, counts.Erased, counts.Spared);
            return Day + Jitter(minutes: 30);
        }
        catch (StoreUnavailableException failure)
        {
            LogFailed(log, failure.Message);
            return AfterFailure + Jitter(minutes: 15);
        }
    }

    private static TimeSpan Jitter(int minutes) => TimeSpan.FromMinutes(1 + (Random.Shared.NextDouble() * minutes));

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Seen} people looked at, {Erased} erased, {Spared} came back meanwhile")]
    private static partial void LogDone(ILogger logger, long seen, long erased, long spared);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention: interrupted, and tried again in an hour. {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
