using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CtoBot.Storage;
using CtoBot.Turns;

namespace CtoBot.Operations;

/// <summary>
/// How many rows a table has, and a hash of all of them that does not depend on their order, which differs between stores: the sum of
/// the SHA-256 of each row's partition, key and typed columns. ETags are the store's own and not part of it.
/// </summary>
internal readonly record struct TableDigest(long Rows, UInt128 High, UInt128 Low)
{
    /// <summary>The digest with one row more.</summary>
    public TableDigest With(string partition, Row row)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{partition.Length}:{partition}{row.Key.Length}:{row.Key}{ColumnsJson.WriteText(row.Columns)}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return unchecked(new(Rows + 1, High + BinaryPrimitives.ReadUInt128BigEndian(hash), Low + BinaryPrimitives.ReadUInt128BigEndian(hash[16..])));
    }

    /// <summary>The digest of a table as it is stored.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public static async Task<TableDigest> ReadAsync(IStore store, StoreTable table, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var digest = new TableDigest();
        await foreach (var (partition, row) in store.ScanAsync(table, cancellationToken))
        {
            digest = digest.With(partition, row);
            progress.Report(digest.Rows);
        }

        return digest;
    }
}
