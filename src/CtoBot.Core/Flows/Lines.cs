using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>The lines of a table as they are kept: each has an id, and what a person changes leaves the rest of it alone.</summary>
internal static class Lines
{
    private const char IdBegins = 'r';
    private const char IdPart = 'n';

    /// <summary>The id of a line: unique in the person, because a revision stands for one change.</summary>
    /// <param name="revision">That of the change which adds it; see <see cref="Answer.Revision"/>.</param>
    /// <param name="number">Which of the lines that are added by this change, from 1.</param>
    public static string IdOf(long revision, int number) => string.Create(CultureInfo.InvariantCulture, $"{IdBegins}{revision}{IdPart}{number}");

    /// <summary>The revision at which a line was added; 0 if its id does not say.</summary>
    public static long AddedAt(Row line)
    {
        var end = line.Id.IndexOf(IdPart, StringComparison.Ordinal);
        return end > 1 && long.TryParse(line.Id.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
    }

    /// <summary>A line with other cells in the columns that were asked; what else is kept with it stays.</summary>
    public static Row Change(Row line, Row given, ImmutableArray<Column> columns) => new(line.Cells
        .RemoveRange(columns.Select(column => column.Key))
        .SetItems(given.Cells.Select(cell => KeyValuePair.Create(cell.Key, SameWords(line.Cells.GetValueOrDefault(cell.Key), cell.Value) ? line.Cells[cell.Key] : cell.Value))));

    /// <summary>Whether a text is the same as before but for its line ends: an input of a card may change them.</summary>
    public static bool SameWords(string? before, string now) =>
        before is not null && (before == now || before.ReplaceLineEndings("\n") == now.ReplaceLineEndings("\n"));

    /// <summary>Whether a line says nothing that contradicts an earlier one: it may be that one again, or more of it.</summary>
    public static bool Adds(Row line, Row earlier, ImmutableArray<Column> columns) =>
        Resembles(line, earlier, columns)
        && columns.Skip(1).All(column => !line.Cells.TryGetValue(column.Key, out var cell) || !earlier.Cells.TryGetValue(column.Key, out var known) || cell == known);

    /// <summary>Gives lines that were read anew the ids of the earlier lines that they resemble, and what else is kept with those; the others get new ids.</summary>
    public static ImmutableArray<Row> Identify(ImmutableArray<Row> lines, ImmutableArray<Row> earlier, ImmutableArray<Column> columns, Func<string> newId)
    {
        var left = earlier.ToList();
        Row?[] found = [.. lines.Select(line => Take(candidate => candidate.SaysSameAs(line)))];
        return [.. lines.Select((line, index) =>
            (found[index] ?? Take(candidate => Resembles(line, candidate, columns))) is { } same
                ? Change(same, line, columns)
                : line with { Cells = line.Cells.SetItem(RowCells.Id, newId()) })];

        Row? Take(Predicate<Row> fits)
        {
            var row = left.Find(fits);
            return row is not null && left.Remove(row) ? row : null;
        }
    }

    /// <summary>How many characters are kept for lines.</summary>
    public static int Length(ImmutableArray<Row> lines) => lines.Sum(line => line.Cells.Sum(cell => cell.Key.Length + cell.Value.Length));

    /// <summary>The line that a card changes, and how it stood there: so that a change made elsewhere is not overwritten.</summary>
    public static string Reference(Row line)
    {
        var cells = line.Cells.RemoveRange(RowCells.All).OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key.Length} {cell.Key} {cell.Value.Length} {cell.Value}");
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(cells)));
        return $"{line.Id} {Convert.ToHexStringLower(digest.AsSpan(0, 6))}";
    }

    /// <summary>The id in a <see cref="Reference"/>, which comes from outside.</summary>
    public static string IdIn(string reference) => reference.Split(' ', 2)[0];

    private static bool Resembles(Row line, Row earlier, ImmutableArray<Column> columns) =>
        line.Cells.TryGetValue(columns[0].Key, out var cell)
        && earlier.Cells.TryGetValue(columns[0].Key, out var known)
        && (columns[0].Kind == ColumnKind.LongText ? SameWords(known, cell) : Normalise.ForCompare(cell) == Normalise.ForCompare(known));
}
