using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Reading;
using NodaTime.Text;

namespace CtoBot.Core.Flows;

/// <summary>The cells of a line as a card input holds them, and as a person reads them. A cell of another form than its column's now, because the content changed since, is shown as it is.</summary>
internal static class CellText
{
    private const string Separator = " · ";

    /// <summary>A cell as a card input holds it; read in the same region, it gives the same cell. Empty for none.</summary>
    public static string Raw(Row line, Column column, Region region)
    {
        var cell = line.Cells.GetValueOrDefault(column.Key, "");
        return column.Kind switch
        {
            ColumnKind.Number when NumberOf(cell) is { } number => NumberReader.Format(number, region.DecimalComma),
            ColumnKind.Money when MoneyOf(cell) is { } money => MoneyReader.Format(money, region.DecimalComma),
            ColumnKind.YesNo => cell switch { "true" => "yes", "false" => "no", _ => cell },
            _ => cell,
        };
    }

    /// <summary>A line as a person reads it: the cells that there are. The first says what it is about; of the others only a choice speaks for itself.</summary>
    public static string Show(Texts texts, Row line, ImmutableArray<Column> columns) => string.Join(
        Separator,
        columns.Where(column => line.Cells.ContainsKey(column.Key)).Select((column, index) =>
        {
            var cell = Show(texts, line.Cells[column.Key], column);
            return index == 0 || column.Kind == ColumnKind.Choice ? cell : $"{column.Label}: {cell}";
        }));

    private static string Show(Texts texts, string cell, Column column) => column.Kind switch
    {
        ColumnKind.Number when NumberOf(cell) is { } number => texts.Number(number),
        ColumnKind.Money when MoneyOf(cell) is { } money => AnswerText.Show(texts, money),
        ColumnKind.Date when LocalDatePattern.Iso.Parse(cell) is { Success: true, Value: var day } => AnswerText.Show(texts, day),
        ColumnKind.Time when LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(cell) is { Success: true, Value: var time } => texts.Time(time),
        ColumnKind.YesNo when cell is "true" or "false" => texts[cell == "true" ? "common.yes" : "common.no"],
        ColumnKind.Choice => AnswerText.Label(column.Options, cell),
        _ => cell,
    };

    /// <summary>The question that asks for a cell.</summary>
    public static QuestionKind KindOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => QuestionKind.Text,
        ColumnKind.Number => QuestionKind.Number,
        ColumnKind.Money => QuestionKind.Money,
        ColumnKind.Date => QuestionKind.Date,
        ColumnKind.Time => QuestionKind.Time,
        ColumnKind.Scale => QuestionKind.Scale,
        ColumnKind.YesNo => QuestionKind.YesNo,
        ColumnKind.Choice => QuestionKind.Choice,
        ColumnKind.LongText => QuestionKind.LongText,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, "The kind is unknown."),
    };

    private static decimal? NumberOf(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Money? MoneyOf(string cell) => Money.TryParse(cell, out var money) ? money : null;
}
