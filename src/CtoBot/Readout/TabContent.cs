using System.Globalization;
using System.Text;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Readout;

namespace CtoBot.Readout;

/// <summary>The readout as HTML: headings, lists and tables that every reader knows, charts whose figures stand in them as text.</summary>
internal static class TabContent
{
    /// <summary>A quote up to this length is shown whole at once.</summary>
    private const int QuoteLength = 600;

    /// <summary>What the page holds once it is signed in: the heading, what can be chosen, and the results.</summary>
    public static string Whole(TabView view)
    {
        var page = view.Page;
        var culture = page.Texts.Culture;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div id=\"readout\" lang=\"{Html.Text(culture.Name.Length > 0 ? culture.Name : "en")}\" dir=\"{(culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}\" data-title=\"{Html.Text(page.Title)}\">");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Html.Text(page.Title)}</h1><p class=\"soft\">{Html.Text(page.Lead)}</p>");
        TabFilter.Write(html, page);
        html.Append("<div id=\"results\">").Append(Results(view)).Append("</div></div>");
        return html.ToString();
    }

    /// <summary>What a choice shows.</summary>
    public static string Results(TabView view)
    {
        var page = view.Page;
        var html = new StringBuilder();
        if (view.IsWhole)
            Situation(html, page);
        foreach (var section in page.Sections)
            Section(html, view, section);
        return html.ToString();
    }

    /// <summary>All of a quote, or null if there is none of that reference.</summary>
    public static string? Quote(TabView view, string reference) =>
        view.Page.Sections.SelectMany(section => section.Quotes).FirstOrDefault(quote => quote.Ref == reference) is { } quote ? Html.Text(quote.Words) : null;

    private static void Situation(StringBuilder html, ReadoutPage page)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"h-situation\"><h2 id=\"h-situation\" tabindex=\"-1\">{Html.Text(page.Texts["readout.section.situation"])}</h2><dl>");
        foreach (var fact in page.Facts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"{ClassOf(fact.Tone)}\"><dt>{Html.Text(fact.Label)}</dt><dd>{Html.Text(fact.Value.Shown)}</dd>");
            if (fact.Detail is { } detail)
                html.Append(CultureInfo.InvariantCulture, $"<dd class=\"soft\">{Html.Text(detail)}</dd>");
            html.Append("</div>");
        }

        html.Append("</dl>");
        if (page.Progress is { } progress)
            Bars(html, progress);
        html.Append("</section>");
    }

    private static void Section(StringBuilder html, TabView view, ReadoutSection section)
    {
        var tables = section.Tables.Select(table => (Table: table, Rows: view.RowsOf(table))).Where(shown => !shown.Rows.IsEmpty).ToArray();
        var isQuotes = section.Id == "quotes";
        // What a choice leaves nothing of is left out, but for the quotes, where the search says so.
        if (!view.IsWhole && !isQuotes && tables.Length == 0)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"h-{section.Id}\"><h2 id=\"h-{section.Id}\" tabindex=\"-1\">{Html.Text(section.Heading)}</h2><p class=\"soft\">{Html.Text(isQuotes && !section.Quotes.IsEmpty ? view.Page.Texts["tab.quotesLead"] : section.Lead)}</p>");
        if (view.IsWhole && section.Chart is { } chart)
            Bars(html, chart);
        foreach (var (table, rows) in tables)
            TabTable.Write(html, view, table, rows);
        if (isQuotes)
            Quotes(html, view, section);
        foreach (var words in section.Words)
            Verdict(html, view.Page, words);
        html.Append("</section>");
    }

    private static void Bars(StringBuilder html, Chart chart)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Html.Text(chart.Title)}</h3><ul class=\"bars\">");
        foreach (var point in chart.Points)
        {
            var share = Math.Clamp(point.Value / chart.Most * 100, 0, 100);
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"{ClassOf(point.Tone)}\"><span dir=\"auto\">{Html.Text(point.Label)}</span><svg aria-hidden=\"true\" preserveAspectRatio=\"none\"><rect width=\"{share:0.##}%\" height=\"14\" rx=\"2\"/></svg><span>{Html.Text(point.Shown)}</span></li>");
        }

        html.Append("</ul>");
        if (chart.Note is { } note)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Html.Text(note)}</p>");
    }

    private static void Quotes(StringBuilder html, TabView view, ReadoutSection section)
    {
        var texts = view.Page.Texts;
        var found = view.QuotesOf(section);
        var pages = Math.Max(1, (found.Length + TabView.Most - 1) / TabView.Most);
        var number = view.ShowsAll("*") ? 1 : Math.Clamp(view.Number, 1, pages);
        var shown = view.ShowsAll("*") ? found : [.. found.Skip((number - 1) * TabView.Most).Take(TabView.Most)];
        html.Append(CultureInfo.InvariantCulture, $"<p id=\"found\" tabindex=\"-1\">{Html.Text(Found(texts, found.Length, (number - 1) * TabView.Most, shown.Length))}</p><ol class=\"quotes\">");
        foreach (var (quote, index) in shown.Select((quote, index) => (quote, index)))
            Quote(html, view, quote, index);
        html.Append("</ol>");
        if (number > 1 && !view.ShowsAll("*"))
            Button(html, "page", number - 1, "found", texts["tab.before"]);
        if (number < pages && !view.ShowsAll("*"))
            Button(html, "page", number + 1, "found", texts["tab.more"]);
    }

    /// <summary>Which of the quotes are shown, if it is not all of them.</summary>
    private static string Found(Texts texts, int count, int before, int shown) => shown == count
        ? texts.Say("tab.count", ("count", texts.Number((decimal)count)))
        : texts.Say("tab.range", ("from", texts.Number((decimal)(before + 1))), ("to", texts.Number((decimal)(before + shown))), ("count", texts.Number((decimal)count)));

    private static void Quote(StringBuilder html, TabView view, ReadoutQuote quote, int index)
    {
        var isShort = quote.Words.Length <= QuoteLength || view.ShowsAll("*");
        html.Append(CultureInfo.InvariantCulture, $"<li><figure><blockquote id=\"quote-{index}\" tabindex=\"-1\" dir=\"auto\">{Html.Text(isShort ? quote.Words : PlainText.Shorten(quote.Words, QuoteLength))}</blockquote>");
        if (!isShort)
            html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" data-do=\"quote\" data-value=\"{Html.Text(quote.Ref)}\" data-focus=\"quote-{index}\">{Html.Text(view.Page.Texts["tab.whole"])}</button>");
        html.Append(CultureInfo.InvariantCulture, $"<figcaption dir=\"auto\">{Html.Text(quote.About is { } about ? $"{quote.Source} · {about}" : quote.Source)}</figcaption></figure></li>");
    }

    private static void Verdict(StringBuilder html, ReadoutPage page, BriefSection words)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Html.Text(words.Heading)}</h3>");
        foreach (var text in words.Paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"verdict\" dir=\"auto\">{Html.Text(text)}</p>");
        if (words.Points.IsEmpty)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Html.Text(page.Texts["verdict.restsOn"])}</p><ul>");
        foreach (var point in words.Points)
            html.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\">{Html.Text(point)}</li>");
        html.Append("</ul>");
    }

    /// <summary>A button that asks for other results, and where the reader goes on.</summary>
    internal static void Button(StringBuilder html, string act, object value, string focus, string label) =>
        html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" data-do=\"{act}\" data-value=\"{value}\" data-focus=\"{focus}\">{Html.Text(label)}</button> ");

    private static string ClassOf(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Attention => "attention",
        _ => "neutral",
    };
}
