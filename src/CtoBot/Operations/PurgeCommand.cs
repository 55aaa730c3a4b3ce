using CtoBot.Retention;
using CtoBot.Storage;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations;

/// <summary>Purges now instead of once a day.</summary>
internal static class PurgeCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "purge", "", "Removes everything of people not heard of for Store:RetentionDays days, and finishes erasures that were interrupted.", RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var days = context.Services.GetRequiredService<IOptions<StoreOptions>>().Value.RetentionDays;
        await context.Output.WriteLineAsync(days == 0
            ? "Store:RetentionDays is 0: nobody goes, and only erasures that were interrupted are finished."
            : $"Removing everything of people not heard of for {days} days.");
        await context.Services.GetRequiredService<IStore>().PrepareAsync(cancellationToken);
        var counts = await context.Services.GetRequiredService<RetentionPurge>()
            .RunAsync(days, new ProgressLines<PurgeCounts>(context.Output, context.Time, Line), cancellationToken);
        await context.Output.WriteLineAsync($"{Line(counts)} Done.");
        return true;
    }

    private static string Line(PurgeCounts counts) => $"{counts.Seen} people looked at, {counts.Erased} erased, {counts.Spared} came back meanwhile and stay.";
}
