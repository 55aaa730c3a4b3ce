using System.Collections.Immutable;
using System.Security.Cryptography;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>
/// The key that signs links: 256 random bits in the store, made once and the same for every instance. To make every link invalid,
/// delete its row and restart the bot.
/// </summary>
/// <param name="store">Where it is kept.</param>
public sealed class LinkKey(IStore store)
{
    /// <summary>A partition that is nobody's: a person's has a "|".</summary>
    internal const string Partition = "_system";

    internal const string RowKey = "link-key";
    private const string Column = "key";
    private const int Bytes = 32;
    private byte[]? key;

    /// <summary>The key. Read once.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(CancellationToken cancellationToken) => key ??= await LoadAsync(cancellationToken);

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } present)
            return present;
        var made = RandomNumberGenerator.GetBytes(Bytes);
        var row = new Row(RowKey, ImmutableDictionary<string, object>.Empty.Add(Column, Convert.ToBase64String(made)));
        var written = await store.WriteAsync(StoreTable.CtoBot, Partition, [new RowChange.Add(row)], cancellationToken);
        // Another instance may have been first: then its key is the key.
        return written.Saved ? made : await ReadAsync(cancellationToken) ?? throw new StoreUnavailableException("The key of links was deleted while it was made.");
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(StoreTable.CtoBot, Partition, RowKey, cancellationToken) is { } row
            ? Convert.FromBase64String((string)row.Columns[Column])
            : null;
}
