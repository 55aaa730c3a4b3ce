using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CtoBot.Core.Content;

namespace CtoBot.Export;

/// <summary>
/// Everything that is kept about a person as one HTML page: to be read, printed or saved. It loads nothing and runs nothing.
/// </summary>
internal static class KeptDocument
{
    /// <summary>The only style that the page may use; its hash stands in the response's policy.</summary>
    public const string Style =
        """
        :root{color-scheme:light dark;--line:#bbb;--soft:#555;--back:#f6f6f6}
        @media (prefers-color-scheme:dark){:root{--line:#555;--soft:#aaa;--back:#242424}}
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem}
        h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}h3{font:600 1rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
        p{color:var(--soft)}table{border-collapse:collapse;width:100%}
        th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
        th{background:var(--back)}pre{background:var(--back);padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
        @media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11px}tr{break-inside:avoid}h2,h3{break-after:avoid}}
        """;

    /// <summary>Letters of every script stand for themselves; whatever HTML could take for its own does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page.</summary>
    /// <param name="data">What is kept.</param>
    /// <param name="texts">The person's language.</param>
    public static string Write(KeptData data, Texts texts)
    {
        var page = new StringBuilder();
        var title = Encoder.Encode(texts["own.exportTitle"]);
        page.Append(CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="{Encoder.Encode(texts.Culture.Name)}" dir="{(texts.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title><style>{Style}</style></head>
            <body>
            <h1>{title}</h1>

            """);
        Paragraph(page, texts.Say("own.docLead", ("name", data.Client("name")), ("time", data.At.UtcDateTime.ToString("f", texts.Culture))));
        Answers(page, data, texts);
        Steps(page, data, texts);
        Stored(page, data, texts);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Answers(StringBuilder page, KeptData data, Texts texts) => Table(
        page,
        texts,
        "own.docAnswers",
        ["own.docQuestion", "own.docAnswer", "own.docWhen"],
        data.Rows.Where(row => row.Key.StartsWith("answer|", StringComparison.Ordinal)).Select(row => (string[])[row.Text("asked") ?? row.Key, row.Text("answer") ?? "", Value(row, "when", texts.Culture)]));

    private static void Steps(StringBuilder page, KeptData data, Texts texts) => Table(
        page,
        texts,
        "own.docSteps",
        ["own.docStep", "own.docStatus", "own.docWhen", "own.docNote", "own.docReason"],
        data.Rows.Where(row => row.Key.StartsWith("step|", StringComparison.Ordinal)).Select(row => (string[])
            [row.Text("title") ?? row.Key, row.Text("status") ?? "", Value(row, "when", texts.Culture), row.Text("note") ?? "", row.Text("reason") ?? row.Text("outOfOrder") ?? ""]));

    private static void Stored(StringBuilder page, KeptData data, Texts texts)
    {
        Heading(page, 2, texts["own.docStored"]);
        Paragraph(page, texts[data.Rows.Count == 0 ? "own.docNone" : "own.docStoredLead"]);
        string[] columns = ["own.docColumn", "own.docType", "own.docValue"];
        foreach (var row in data.Rows)
        {
            Heading(page, 3, $"{row.Table} · {row.Key}");
            Table(page, columns.Select(key => texts[key]), row.Columns.Select(column => (string[])[column.Key, TypeOf(column.Value), Value(column.Value, CultureInfo.InvariantCulture)]));
            if (row.Document is { } document)
                page.Append(CultureInfo.InvariantCulture, $"<pre>{Encoder.Encode(document.ToJsonString(Json))}</pre>\n");
        }
    }

    private static void Table(StringBuilder page, Texts texts, string heading, string[] columns, IEnumerable<string[]> rows)
    {
        Heading(page, 2, texts[heading]);
        string[][] all = [.. rows];
        if (all.Length == 0)
            Paragraph(page, texts["own.docNone"]);
        else
            Table(page, columns.Select(key => texts[key]), all);
    }

    private static void Table(StringBuilder page, IEnumerable<string> columns, IEnumerable<string[]> rows)
    {
        page.Append("<table><thead>");
        Row(page, "th", columns);
        page.Append("</thead><tbody>\n");
        foreach (var row in rows)
            Row(page, "td", row);
        page.Append("</tbody></table>\n");
    }

    private static void Row(StringBuilder page, string cell, IEnumerable<string> values)
    {
        page.Append("<tr>");
        foreach (var value in values)
            page.Append(CultureInfo.InvariantCulture, $"<{cell}>{Encoder.Encode(value)}</{cell}>");
        page.Append("</tr>\n");
    }

    private static void Heading(StringBuilder page, int level, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<h{level}>{Encoder.Encode(text)}</h{level}>\n");

    private static void Paragraph(StringBuilder page, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<p>{Encoder.Encode(text)}</p>\n");

    private static string Value(KeptRow row, string column, CultureInfo culture) =>
        row.Columns.TryGetValue(column, out var value) ? Value(value, culture) : "";

    private static string Value(object value, CultureInfo culture) => value switch
    {
        DateTimeOffset time when culture.Equals(CultureInfo.InvariantCulture) => time.UtcDateTime.ToString("O", culture),
        DateTimeOffset time => time.UtcDateTime.ToString("g", culture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, culture) ?? "",
    };

    private static string TypeOf(object value) => value switch
    {
        string => "text",
        bool => "yes/no",
        DateTimeOffset => "time (UTC)",
        _ => "number",
    };
}
