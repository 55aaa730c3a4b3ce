using CtoBot.Storage;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations;

/// <summary>Moves everything to another store: copies every row of every table, and then compares.</summary>
internal static class CopyStoreCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "copy-store", "--from STORE --to STORE", $"Copies every row and compares. STORE is {StoreAddress.Forms}. Stop the bot first.", RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var settings = context.Services.GetRequiredService<IOptions<StoreOptions>>().Value;
        var source = StoreAddress.Read("from", context.Arguments["from"], settings);
        var target = StoreAddress.Read("to", context.Arguments["to"], settings);
        if (StoreAddress.IsSame(source, target))
            throw new OperatorException("--from and --to are the same store.");
        StoreAddress.RequireSource("from", source);
        var from = StoreServices.Open(source, context.Services);
        using var closeFrom = from as IDisposable;
        var to = StoreServices.Open(target, context.Services);
        using var closeTo = to as IDisposable;
        await from.PrepareAsync(cancellationToken);
        await to.PrepareAsync(cancellationToken);
        return await CopyAsync(from, to, context, cancellationToken);
    }

    /// <summary>Copies and compares every table.</summary>
    /// <returns>Whether both stores hold the same now.</returns>
    internal static async Task<bool> CopyAsync(IStore from, IStore to, OperatorContext context, CancellationToken cancellationToken)
    {
        var same = true;
        foreach (var table in Enum.GetValues<StoreTable>())
        {
            var read = await new StoreCopy(from, to).RunAsync(table, Lines("copied"), cancellationToken);
            await context.Output.WriteLineAsync($"{table}: {read.Rows} rows copied from {from.Name} to {to.Name}.");
            var written = await TableDigest.ReadAsync(to, table, Lines("compared"), cancellationToken);
            await context.Output.WriteLineAsync($"{table}: {Verdict(read, written)}");
            same &= read == written;

            ProgressLines<long> Lines(string done) => new(context.Output, context.Time, rows => $"{table}: {rows} rows {done} …");
        }

        await context.Output.WriteLineAsync(same ? "Done: both stores hold the same." : "The stores differ.");
        return same;
    }

    private static string Verdict(TableDigest read, TableDigest written) =>
        read == written ? $"{written.Rows} rows read back, all the same."
        : read.Rows < written.Rows ? $"the target holds {written.Rows} rows, {written.Rows - read.Rows} more than were copied. Copy into a store that is empty, or holds an earlier part of the same copy."
        : read.Rows > written.Rows ? $"the target holds only {written.Rows} rows. Is something else deleting from it? Copy again."
        : $"{written.Rows} rows read back, but not as they were copied. Is the bot still running on one of the stores? Stop it and copy again.";
}
