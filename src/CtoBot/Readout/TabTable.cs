using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CtoBot.Core.Readout;

namespace CtoBot.Readout;

/// <summary>A table of the page.</summary>
internal static class TabTable
{
    /// <summary>Writes it: the first rows, with the way to all of them.</summary>
    public static void Write(StringBuilder html, TabView view, ReadoutTable table, ImmutableArray<ReadoutRow> rows)
    {
        var shown = view.ShowsAll(table.Id) ? rows : [.. rows.Take(TabView.Most)];
        var numbers = table.Columns.Select((_, column) => rows.Any(row => row.Values[column] is ReadoutValue.Number or ReadoutValue.Total)).ToArray();
        // What is wider than the window scrolls: with the keyboard as well.
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"t-{table.Id}\"><table><caption id=\"t-{table.Id}\" tabindex=\"-1\">{Html.Text(table.Title)}</caption><thead><tr>");
        foreach (var (title, column) in table.Columns.Select((title, column) => (title, column)))
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(numbers[column] ? " class=\"number\"" : "")}>{Html.Text(title)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in shown)
        {
            html.Append(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            foreach (var (value, column) in row.Values.Select((value, column) => (value, column)))
            {
                var words = Html.Text(value.Shown);
                html.Append(column == 0 ? $"<th scope=\"row\" dir=\"auto\">{words}</th>" : $"<td{(numbers[column] ? " class=\"number\"" : " dir=\"auto\"")}>{words}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
        if (shown.Length < rows.Length)
            TabContent.Button(html, "all", table.Id, "t-" + table.Id, view.Page.Texts.Say("tab.showAll", ("count", view.Page.Texts.Number(rows.Length)), ("table", table.Title)));
    }
}
