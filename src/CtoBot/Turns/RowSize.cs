using System.Buffers;

namespace CtoBot.Turns;

/// <summary>The size of a row as <see cref="IStore.MaxRowBytes"/> counts it.</summary>
public static class RowSize
{
    private const long MostOfACharacter = 6;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("\"&'+\\`<>")]);

    /// <summary>The bytes of all columns of a row. Whether a store can hold their types is not asked here.</summary>
    public static long Of(Row row) => Sum(row, OfText);

    /// <summary>What <see cref="Of"/> is at most, without a look at the characters: nearly always enough to know that a row fits.</summary>
    public static long AtMost(Row row) => Sum(row, static text => MostOfACharacter * text.Length);

    /// <summary>Whether a row is within <see cref="IStore.MaxRowBytes"/>.</summary>
    public static bool Fits(Row row) => AtMost(row) <= IStore.MaxRowBytes || Of(row) <= IStore.MaxRowBytes;

    private static long Sum(Row row, Func<string, long> ofText)
    {
        ArgumentNullException.ThrowIfNull(row);
        var size = 0L;
        foreach (var column in row.Columns)
            size += 8 + (2L * column.Key.Length) + (column.Value is string text ? ofText(text) : 0);
        return size;
    }

    /// <summary>A text that is not well-formed UTF-16 goes over the wire as Base64: less than six bytes a character.</summary>
    private static long OfText(string text)
    {
        if (!Utf16.IsWellFormed(text))
            return MostOfACharacter * text.Length;
        var escaped = 0L;
        // Most characters are plain, and stretches of them are skipped at once.
        for (var rest = text.AsSpan(); rest.IndexOfAnyExcept(Plain) is var at and >= 0; rest = rest[(at + 1)..])
            escaped++;
        return (2L * text.Length) + ((MostOfACharacter - 2) * escaped);
    }
}
