using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Reading;

/// <summary>Reads the cells of one line into the form that is kept.</summary>
/// <param name="line">The line's number, from 1.</param>
/// <param name="words">The language's words.</param>
/// <param name="region">How the person writes dates, numbers and money.</param>
/// <param name="today">The person's date now.</param>
internal sealed class CellReader(int line, Words words, Region region, LocalDate today)
{
    /// <summary>The most characters of a <see cref="ColumnKind.Text"/> cell.</summary>
    internal const int LongestText = 1000;

    /// <summary>The most characters of a <see cref="ColumnKind.LongText"/> cell.</summary>
    internal const int LongestLongText = 20_000;

    private string Line => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a cell; an empty one is a problem.</summary>
    internal Reading<string> Read(string cell, Column column)
    {
        if (string.IsNullOrWhiteSpace(cell))
            return Problem.Of("rows.missing", ("line", Line), ("column", column.Label));
        var kept = Read(cell, column, words, region, today);
        if (kept.Ok)
            return kept;
        var problem = Problem.Of(
            "rows." + Kind(column.Kind), ("line", Line), ("column", column.Label), ("said", Problem.Said(cell)));
        return column.Kind is ColumnKind.Choice
            ? problem with { Arguments = problem.Arguments.Add("options", new OptionIndex(column.Options, words).Labels) }
            : problem;
    }

    /// <summary>The problem of a line with more cells than columns.</summary>
    internal Problem TooMany(int count, ImmutableArray<Column> columns) => Problem.Of(
        "rows.cells",
        ("line", Line),
        ("count", count.ToString(CultureInfo.InvariantCulture)),
        ("columns", columns.Length.ToString(CultureInfo.InvariantCulture)),
        ("labels", string.Join(" | ", columns.Select(column => column.Label))));

    /// <summary>Reads a cell that stands alone; the problem names no line.</summary>
    /// <param name="cell">As typed, or as a card input sends it. Not blank.</param>
    /// <param name="column">Its column.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="region">How the person writes dates, numbers and money.</param>
    /// <param name="today">The person's date now.</param>
    internal static Reading<string> Read(string cell, Column column, Words words, Region region, LocalDate today) => column.Kind switch
    {
        ColumnKind.Number => NumberReader.Read(cell, words, region.DecimalComma).Select(number => NumberReader.Format(number)),
        ColumnKind.Money => MoneyReader.Read(cell, words, region.Currency, region.DecimalComma).Select(money => money.ToString()),
        ColumnKind.Date => DateReader.Read(cell, words, today, region.MonthFirst, allowPast: true).Select(LocalDatePattern.Iso.Format),
        ColumnKind.Time => TimeReader.Read(cell, words).Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ColumnKind.Scale => ScaleReader.Read(cell, words).Select(mark => mark.ToString(CultureInfo.InvariantCulture)),
        ColumnKind.YesNo => YesNoReader.Read(cell, words).Select(yes => yes ? "true" : "false"),
        ColumnKind.Choice when column.Options.Any(option => option.Value == cell) => cell,
        ColumnKind.Choice => ChoiceReader.Read(cell, words, column.Options),
        ColumnKind.LongText => Limit(cell, LongestLongText),
        _ => Limit(cell.Trim(), LongestText),
    };

    private static Reading<string> Limit(string text, int most) => text.Length <= most
        ? text
        : Problem.Of("rows.long", ("length", text.Length.ToString(CultureInfo.InvariantCulture)), ("max", most.ToString(CultureInfo.InvariantCulture)));

    private static string Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Money => "money",
        ColumnKind.Date => "date",
        ColumnKind.Time => "time",
        ColumnKind.Scale => "scale",
        ColumnKind.YesNo => "yesno",
        ColumnKind.Choice => "choice",
        _ => "text",
    };
}
