using CtoBot.Core.Readout;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Documents;

/// <summary>A table of the readout as programs take it: a value a cell, and a column for each currency of a column of money.</summary>
/// <param name="Id">Its name in every language, for example <c>risks</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells: a <see cref="string"/>, a <see cref="decimal"/>, a <see cref="LocalDate"/>, or null for nothing.</param>
/// <param name="Totals">The indexes of the rows that sum up others.</param>
internal sealed record FlatTable(string Id, string Title, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, IReadOnlySet<int> Totals)
{
    /// <summary>Every table of the readout: the situation, those of the sections, the quotes and the verdict.</summary>
    public static IReadOnlyList<FlatTable> All(ReadoutPage page) =>
    [
        Of(Situation(page)),
        .. page.Sections.SelectMany(section => section.Tables).Select(Of),
        .. page.Sections.Where(section => !section.Quotes.IsEmpty).Select(section => Quotes(page, section)),
        .. page.Sections.Where(section => !section.Words.IsEmpty).Select(section => Words(page, section)),
    ];

    /// <summary>One table.</summary>
    public static FlatTable Of(ReadoutTable table)
    {
        var currencies = table.Columns.Select((_, column) => CurrenciesOf(table, column)).ToArray();
        return new FlatTable(
            table.Id,
            table.Title,
            [.. table.Columns.SelectMany((title, column) => currencies[column] is [_, ..] codes ? codes.Select(code => $"{title}, {code}") : [title])],
            [.. table.Rows.Select(row => row.Values.SelectMany((value, column) => Cells(value, currencies[column])).ToArray())],
            table.Rows.Select((row, index) => (row.IsTotal, index)).Where(row => row.IsTotal).Select(row => row.index).ToHashSet());
    }

    private static string[] CurrenciesOf(ReadoutTable table, int column) =>
        [.. table.Rows.Select(row => row.Values[column]).OfType<ReadoutValue.Total>().SelectMany(total => total.Sum.Amounts).Select(amount => amount.Currency).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<object?> Cells(ReadoutValue value, string[] currencies) => value switch
    {
        _ when currencies.Length > 0 => currencies.Select(code => value is ReadoutValue.Total total ? AmountIn(total.Sum, code) : null),
        ReadoutValue.Number number => [number.Value],
        ReadoutValue.Day day => [day.Date],
        { Shown: "" } => [null],
        _ => [value.Shown],
    };

    private static object? AmountIn(MoneyTotal sum, string code) => sum.Amounts.Any(amount => amount.Currency == code) ? sum.In(code) : null;

    private static ReadoutTable Situation(ReadoutPage page)
    {
        var texts = page.Texts;
        return new ReadoutTable(
            "situation",
            texts["readout.table.situation"],
            [texts["readout.head.figure"], texts["readout.head.number"], texts["readout.head.money"], texts["readout.head.value"], texts["readout.head.detail"]],
            [
                .. page.Facts.Select(fact => new ReadoutRow(
                    [
                        new ReadoutValue.Words(fact.Label),
                        fact.Value as ReadoutValue.Number ?? ReadoutValue.None,
                        fact.Value as ReadoutValue.Total ?? ReadoutValue.None,
                        new ReadoutValue.Words(fact.Value.Shown),
                        new ReadoutValue.Words(fact.Detail ?? ""),
                    ],
                    [])),
            ]);
    }

    private static FlatTable Quotes(ReadoutPage page, ReadoutSection section) => new(
        "quotes",
        page.Texts["readout.table.quotes"],
        [page.Texts["readout.head.words"], page.Texts["readout.head.about"], page.Texts["readout.head.source"]],
        [.. section.Quotes.Select(quote => new object?[] { quote.Words, quote.About, quote.Source })],
        new HashSet<int>());

    private static FlatTable Words(ReadoutPage page, ReadoutSection section) => new(
        "verdict",
        page.Texts["readout.table.verdict"],
        [page.Texts["readout.head.question"], page.Texts["readout.head.verdict"]],
        [.. section.Words.Select(words => new object?[] { words.Heading, string.Join('\n', words.Paragraphs) })],
        new HashSet<int>());
}
