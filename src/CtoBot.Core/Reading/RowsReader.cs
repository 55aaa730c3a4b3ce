using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads the rows of a small table.</summary>
public static class RowsReader
{
    private const int LongestLine = 4000;

    /// <summary>Reads one row a line, its cells separated by |, tab or semicolon: the first of these that the line has.</summary>
    /// <param name="text">What was typed or pasted. A Markdown table's rule, a first line that repeats the labels, and empty lines are skipped.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="columns">The columns in order, at least one.</param>
    /// <param name="region">How the person writes dates, numbers and money.</param>
    /// <param name="today">The person's date now, for dates in words.</param>
    /// <param name="max">How many rows are accepted.</param>
    /// <returns>The rows, or a problem that names the line (from 1, as typed) and the column.</returns>
    public static Reading<ImmutableArray<Row>> Read(
        string text, Words words, ImmutableArray<Column> columns, Region region, LocalDate today, int max = 100)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(region);
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var (number, cells) in Split(text, columns))
        {
            if (rows.Count == max)
                return Problem.Of("rows.many", ("max", max.ToString(CultureInfo.InvariantCulture)));
            var row = ReadRow(cells, new CellReader(number, words, region, today), columns);
            if (!row.TryGet(out var read, out var problem))
                return problem;
            rows.Add(read);
        }
        return rows.Count == 0 ? Problem.Of("empty") : rows.ToImmutable();
    }

    /// <summary>The lines of a table that hold something, with their numbers from 1 as typed, in cells as they stand there.</summary>
    internal static IEnumerable<(int Number, string[] Cells)> Split(string text, ImmutableArray<Column> columns)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var first = true;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim(' ');
            if (IsRule(line) || (first && IsHeader(line, columns)))
                continue;
            first = false;
            yield return (at + 1, line.Length > LongestLine ? [line] : Cells(line, columns.Length));
        }
    }

    private static Reading<Row> ReadRow(string[] texts, CellReader reader, ImmutableArray<Column> columns)
    {
        if (texts.Length > columns.Length)
            return reader.TooMany(texts.Length, columns);
        var cells = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < columns.Length; at++)
        {
            var cell = at < texts.Length ? texts[at].Trim() : "";
            if (cell.Length == 0 && !columns[at].Required)
                continue;
            if (!reader.Read(cell, columns[at]).TryGet(out var value, out var problem))
                return problem;
            cells[columns[at].Key] = value;
        }
        return new Row(cells.ToImmutable());
    }

    private static string[] Cells(string line, int columns)
    {
        // Markdown tables have a bar at both ends; one bar at the start follows an empty cell.
        if (line is ['|', .. var inner, '|'])
            return inner.Split('|');
        if (columns == 1)
            return [line];
        if (line.Contains('|', StringComparison.Ordinal))
            return line.Split('|');
        return line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';');
    }

    private static bool IsRule(string line) => line.All(letter => letter is '|' or '-' or ':' or '+' or '=' || char.IsWhiteSpace(letter));

    private static bool IsHeader(string line, ImmutableArray<Column> columns) =>
        line.Length <= LongestLine
        && Cells(line, columns.Length) is var cells
        && cells.Length == columns.Length
        && cells.Zip(columns).All(pair => Normalise.ForCompare(pair.First) == Normalise.ForCompare(pair.Second.Label));
}
