using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Readout;

namespace CtoBot.Readout;

/// <summary>What somebody looks at of their readout.</summary>
/// <param name="Page">The readout.</param>
/// <param name="Customer">The id of one customer; null or empty for all.</param>
/// <param name="Function">The key of one function; null or empty for all.</param>
/// <param name="Search">Words that quotes must hold; null or empty for all.</param>
/// <param name="All">The ids of the tables that are shown whole, with blanks between them, <c>*</c> for everything; null for none.</param>
/// <param name="Number">Which page of the quotes, from 1.</param>
internal sealed record TabView(ReadoutPage Page, string? Customer, string? Function, string? Search, string? All, int Number)
{
    /// <summary>How many rows of a table, and how many quotes, are shown at once: the page stays small however much there is.</summary>
    public const int Most = 20;

    private const int LongestSearch = 200;

    /// <summary>Every word is looked for in every quote; more make a search no clearer.</summary>
    private const int MostWords = 8;

    /// <summary>Whether everything is looked at: only then do the sums say what they are of.</summary>
    public bool IsWhole => string.IsNullOrEmpty(Customer) && string.IsNullOrEmpty(Function);

    /// <summary>Whether all of a table is shown.</summary>
    public bool ShowsAll(string id) => All == "*" || (All ?? "").Split(' ').Contains(id, StringComparer.Ordinal);

    /// <summary>The rows that are looked at.</summary>
    public ImmutableArray<ReadoutRow> RowsOf(ReadoutTable table) => IsWhole ? table.Rows : [.. table.Rows.Where(Shows)];

    /// <summary>The quotes that are looked at, of all pages.</summary>
    public ImmutableArray<ReadoutQuote> QuotesOf(ReadoutSection section)
    {
        var search = Search is { Length: > LongestSearch } ? Search[..LongestSearch] : Search;
        string[] words = [.. (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords)];
        return
        [
            .. from quote in section.Quotes
               where string.IsNullOrEmpty(Customer) || quote.Customer == Customer
               where string.IsNullOrEmpty(Function) || quote.Function == Function
               where words.All(word => Holds(quote.Words, word) || Holds(quote.Source, word))
               select quote,
        ];
    }

    private bool Shows(ReadoutRow row) =>
        !row.IsTotal
        && (string.IsNullOrEmpty(Customer) || row.Customers.Contains(Customer))
        && (string.IsNullOrEmpty(Function) || row.Function == Function || (row.Function is null && !string.IsNullOrEmpty(Customer)));

    /// <summary>As people search: in whatever case, and with or without accents.</summary>
    private bool Holds(string text, string word) =>
        Page.Texts.Culture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
