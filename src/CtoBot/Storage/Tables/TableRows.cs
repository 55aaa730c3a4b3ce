using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Azure.Data.Tables;
using CtoBot.Turns;

namespace CtoBot.Storage.Tables;

/// <summary>
/// Rows as table entities. A column is a property of its own name and type, as a storage explorer shows it.
/// A text over 64 KiB goes on in <c>name__2</c>, <c>name__3</c>, …; one that is not well-formed UTF-16 is binary.
/// </summary>
internal static class TableRows
{
    /// <summary>UTF-16 code units of one property: 64 KiB.</summary>
    private const int PartLength = 32 * 1024;

    private const string PartMark = "__";

    private static readonly HashSet<string> NotColumns =
        ["PartitionKey", "RowKey", "Timestamp", "odata.etag", WriteHistory.Column];

    /// <summary>The entity of a row.</summary>
    public static TableEntity ToEntity(string partition, Row row, string history)
    {
        var entity = new TableEntity(partition, KeyEscape.Escape(row.Key)) { [WriteHistory.Column] = history };
        foreach (var (name, value) in row.Columns)
        {
            if (value is string text)
                AddText(entity, name, text);
            else
                entity[name] = value;
        }
        return entity;
    }

    /// <summary>The row of an entity.</summary>
    public static Row ToRow(TableEntity entity)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (!NotColumns.Contains(name) && !name.Contains(PartMark, StringComparison.Ordinal))
                columns[name] = value is string or byte[] or BinaryData ? ReadText(entity, name, value) : value;
        }
        return new(KeyEscape.Unescape(entity.RowKey), columns.ToImmutable(), Version(entity).ToString());
    }

    /// <summary>The version of an entity that was read.</summary>
    public static RowVersion Version(TableEntity entity) =>
        new(entity.ETag, WriteHistory.Or(entity.GetString(WriteHistory.Column)));

    private static void AddText(TableEntity entity, string name, string text)
    {
        var wellFormed = Utf16.IsWellFormed(text);
        var part = 1;
        for (var start = 0; start < text.Length || part == 1; part++)
        {
            var length = Math.Min(PartLength, text.Length - start);
            // Half a surrogate pair could not be written.
            if (wellFormed && start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            entity[PartName(name, part)] = wellFormed
                ? text.Substring(start, length)
                : MemoryMarshal.AsBytes(text.AsSpan(start, length)).ToArray();
            start += length;
        }
    }

    private static string ReadText(TableEntity entity, string name, object first)
    {
        if (!entity.ContainsKey(PartName(name, 2)))
            return first as string ?? FromBytes(entity, name);
        var parts = Enumerable.Range(1, int.MaxValue - 1).Select(part => PartName(name, part)).TakeWhile(entity.ContainsKey);
        return string.Concat(parts.Select(part => first is string ? entity.GetString(part) : FromBytes(entity, part)));
    }

    private static string FromBytes(TableEntity entity, string name) =>
        new(MemoryMarshal.Cast<byte, char>(entity.GetBinary(name)));

    private static string PartName(string name, int part) =>
        part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{PartMark}{part}");
}
