using CtoBot.Turns;

namespace CtoBot.Operations;

/// <summary>Makes the due index anew from what is kept of everybody.</summary>
internal static class IndexCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "reminders index", "", "Sees to it that everybody's next reminder is in the due index: after an upgrade from a version without reminders, or when the table Due was lost.", RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var store = context.Services.GetRequiredService<IStore>();
        var turns = context.Services.GetRequiredService<TurnRunner>();
        var lines = new ProgressLines<(long Seen, long Coming)>(context.Output, context.Time, Line);
        await store.PrepareAsync(cancellationToken);
        var counts = (Seen: 0L, Coming: 0L);
        await foreach (var (partition, row) in store.ScanAsync(StoreTable.CtoBot, cancellationToken))
        {
            if (row.Key != PersonKey.StateRow || PersonKey.OfPartition(partition) is not { } person)
                continue;
            counts = (counts.Seen + 1, counts.Coming + (await turns.PlanAsync(person, cancellationToken) ? 1 : 0));
            lines.Report(counts);
        }

        await context.Output.WriteLineAsync($"{Line(counts)} Done.");
        return true;
    }

    private static string Line((long Seen, long Coming) counts) => $"{counts.Seen} people looked at, {counts.Coming} of them have a reminder coming.";
}
