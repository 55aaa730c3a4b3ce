using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.State;

/// <summary>
/// Collects the typed columns of a flat row. An amount takes two, "revenue" and "revenueCurrency"; a date is text as yyyy-MM-dd, so that it sorts.
/// </summary>
internal sealed class PlainColumns
{
    private readonly ImmutableDictionary<string, object>.Builder _columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);

    public ImmutableDictionary<string, object> Columns => _columns.ToImmutable();

    public PlainColumns With(string name, object value)
    {
        _columns[name] = value;
        return this;
    }

    /// <summary>The answer of a question.</summary>
    public void Add(Texts texts, Question question, AnswerValue value)
    {
        switch (value)
        {
            case AnswerValue.Number(var number):
                _columns[question.Id] = (double)number;
                break;
            case AnswerValue.Scale(var point):
                _columns[question.Id] = (double)point;
                break;
            case AnswerValue.Amount(var money):
                Add(question.Id, money);
                break;
            case AnswerValue.Date(var day):
                _columns[question.Id] = day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
                break;
            case AnswerValue.Time(var time):
                _columns[question.Id] = time.ToString("HH:mm", CultureInfo.InvariantCulture);
                break;
            case AnswerValue.YesNo(var yes):
                _columns[question.Id] = yes;
                break;
            default:
                _columns[question.Id] = AnswerText.Show(texts, value, question, question.Options);
                break;
        }
    }

    /// <summary>The cells of a line.</summary>
    public void Add(ImmutableArray<Column> columns, Row line)
    {
        foreach (var column in columns)
        {
            if (line.Cells.GetValueOrDefault(column.Key) is { } cell)
                Add(column, cell);
        }

        foreach (var own in (string[])[RowCells.Same, RowCells.Done])
        {
            if (line.Cells.GetValueOrDefault(own) is { } cell)
                _columns[own] = cell;
        }
    }

    private void Add(Column column, string cell)
    {
        if (column.Kind == ColumnKind.Money && Money.TryParse(cell, out var money))
            Add(column.Key, money);
        else if (column.Kind is ColumnKind.Number or ColumnKind.Scale && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            _columns[column.Key] = number;
        else if (column.Kind == ColumnKind.YesNo && bool.TryParse(cell, out var yes))
            _columns[column.Key] = yes;
        else if (column.Kind == ColumnKind.Choice)
            _columns[column.Key] = column.Options.FirstOrDefault(option => option.Value == cell)?.Label ?? cell;
        else
            _columns[column.Key] = cell;
    }

    private void Add(string name, Money money)
    {
        _columns[name] = (double)money.Amount;
        _columns[name + "Currency"] = money.Currency;
    }
}
