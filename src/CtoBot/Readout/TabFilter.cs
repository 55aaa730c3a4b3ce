using System.Globalization;
using System.Text;
using CtoBot.Core.Readout;

namespace CtoBot.Readout;

/// <summary>What can be chosen on the page, and the way to its parts.</summary>
internal static class TabFilter
{
    /// <summary>Writes it.</summary>
    public static void Write(StringBuilder html, ReadoutPage page)
    {
        var texts = page.Texts;
        html.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{Html.Text(texts["tab.contents"])}\"><ul>");
        foreach (var (id, heading) in page.Sections.Select(section => (section.Id, section.Heading)).Prepend(("situation", texts["readout.section.situation"])))
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#h-{id}\">{Html.Text(heading)}</a></li>");
        html.Append(CultureInfo.InvariantCulture, $"</ul></nav><form id=\"filter\" role=\"search\" aria-label=\"{Html.Text(texts["tab.filter"])}\">");
        Select(html, "customer", texts["tab.customer"], texts["tab.allCustomers"], page.Customers);
        Select(html, "function", texts["tab.function"], texts["tab.allFunctions"], page.Functions);
        html.Append(CultureInfo.InvariantCulture, $"<div><label for=\"q\">{Html.Text(texts["tab.search"])}</label><input id=\"q\" name=\"q\" type=\"search\" maxlength=\"200\" autocomplete=\"off\"></div>");
        html.Append(CultureInfo.InvariantCulture, $"<button>{Html.Text(texts["tab.show"])}</button><button type=\"button\" data-do=\"print\">{Html.Text(texts["tab.print"])}</button></form>");
    }

    private static void Select(StringBuilder html, string name, string label, string all, IEnumerable<(string Value, string Label)> options)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div><label for=\"{name}\">{Html.Text(label)}</label><select id=\"{name}\" name=\"{name}\"><option value=\"\">{Html.Text(all)}</option>");
        foreach (var option in options)
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{Html.Text(option.Value)}\">{Html.Text(option.Label)}</option>");
        html.Append("</select></div>");
    }
}
