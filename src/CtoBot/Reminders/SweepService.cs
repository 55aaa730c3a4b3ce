using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Reminders;

/// <summary>Sweeps for as long as the bot runs.</summary>
internal sealed partial class SweepService(Sweep sweep, IOptions<ReminderOptions> options, TimeProvider time, ILogger<SweepService> log) : BackgroundService
{
    /// <summary>How long what is on its way may take to end when the bot stops.</summary>
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
            return;
        try
        {
            while (true)
            {
                // Instances that started together do not look together.
                await Task.Delay(options.Value.Every * (0.9 + (Random.Shared.NextDouble() / 10)), time, stoppingToken);
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            using var limit = new CancellationTokenSource(EndTime);
            await sweep.IdleAsync(limit.Token);
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await sweep.RunAsync(stoppingToken) is var end and not SweepEnd.Done)
            {
                if (end == SweepEnd.Met)
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(50, 250)), time, stoppingToken);
                await sweep.RoomAsync(stoppingToken);
            }
        }
        catch (StoreUnavailableException)
        {
            LogFailed(log);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders: the store did not answer, and is asked again")]
    private static partial void LogFailed(ILogger logger);
}
