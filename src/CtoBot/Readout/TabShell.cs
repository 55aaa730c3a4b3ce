using System.Text;
using CtoBot.Core.Content;

namespace CtoBot.Readout;

/// <summary>The page as it is sent to everybody: style, script, and a place for the readout.</summary>
internal static class TabShell
{
    /// <summary>The script, as it stands in the page.</summary>
    public static string Script { get; } = Resource("tab.js");

    /// <summary>The style, as it stands in the page.</summary>
    public static string Style { get; } = Resource("tab.css");

    /// <summary>The page.</summary>
    /// <param name="texts">The language that the browser prefers.</param>
    /// <param name="session">The right to read that a link has opened, or null where people sign in.</param>
    /// <param name="links">Whether the bot gives links to the page: in Development, where nobody is signed in.</param>
    public static string Write(Texts texts, string? session, bool links)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(Html.Text(texts.Culture.Name.Length > 0 ? texts.Culture.Name : "en")).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        if (session is not null)
            page.Append("<meta name=\"session\" content=\"").Append(Html.Text(session)).Append("\">");
        page.Append("<title>").Append(Html.Text(texts["tab.title"])).Append("</title><style>").Append(Style).Append("</style></head><body>");
        page.Append("<p id=\"status\" role=\"status\"");
        foreach (var problem in (string[])["failed", "refused", "outside", "empty"])
            page.Append(" data-").Append(problem).Append("=\"").Append(Html.Text(texts[links && problem is ("refused" or "outside") ? $"tab.{problem}Link" : "tab." + problem])).Append('"');
        page.Append('>').Append(Html.Text(texts["tab.loading"])).Append("</p><main id=\"content\"><noscript><p>").Append(Html.Text(texts["tab.noScript"])).Append("</p></noscript></main>");
        return page.Append("<script>").Append(Script).Append("</script></body></html>\n").ToString();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(TabShell).Assembly.GetManifestResourceStream("tab/" + name)!);
        // The page and its policy must agree on every letter, whatever a checkout made of the ends of lines.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
