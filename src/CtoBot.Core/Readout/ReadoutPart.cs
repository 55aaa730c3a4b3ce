using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Sharing;

namespace CtoBot.Core.Readout;

/// <summary>What of the readout concerns one function, for who runs it: its marks, and what customers said of it. Nothing else is in it.</summary>
public static class ReadoutPart
{
    /// <summary>The part; null if nobody has said anything of the function yet.</summary>
    /// <param name="page">The readout, as it is handed on.</param>
    /// <param name="function">A key of <see cref="Functions.All"/>.</param>
    public static ReadoutPage? Of(ReadoutPage page, string function)
    {
        ArgumentNullException.ThrowIfNull(page);
        var column = Functions.All.IndexOf(function) + 1;
        var name = page.Functions.FirstOrDefault(candidate => candidate.Key == function).Name;
        if (column == 0 || name is null)
            return null;
        ImmutableArray<ReadoutSection> sections =
        [
            .. page.Sections
                .Select(section => section.Id switch
                {
                    "service" => section with { Chart = null, Tables = [.. section.Tables.Select(table => Table(table, function, column)).Where(table => !table.Rows.IsEmpty)] },
                    "quotes" => section with { Quotes = [.. section.Quotes.Where(quote => quote.Function == function)] },
                    _ => null,
                })
                .OfType<ReadoutSection>()
                .Where(section => !section.Tables.IsEmpty || !section.Quotes.IsEmpty),
        ];
        return sections.IsEmpty ? null : page with
        {
            Title = page.Texts.Say("readout.partTitle", ("function", name)),
            Facts = [],
            Progress = null,
            Sections = sections,
            Customers = [],
            Functions = [(function, name)],
        };
    }

    /// <summary>The part as a card, to see exactly what goes out.</summary>
    internal static Reply.Brief Preview(Finding finding, ReadoutPage part, string function) => new(
        part.Title,
        finding.Notice?.Text,
        finding.Scene.Texts["readout.partLead"],
        [],
        [
            .. part.Sections.Select(section => Section(section, CardAction.Show(Views.Quotes))),
        ],
        finding.Buttons([], finding.Go("readout.partFile", Views.ReadoutFilesOf(function)), new Button(finding.Scene.Texts["share.button"], ShareActions.Open(function, finding.View)), finding.Go("readout.quotesButton", Views.Quotes), finding.Go("readout.parts", Views.ReadoutParts)));

    /// <summary>A section as one of a card: a line a row of its tables, then what customers said.</summary>
    /// <param name="section">The section.</param>
    /// <param name="open">Where the quotes lead, or null for nowhere.</param>
    internal static BriefSection Section(ReadoutSection section, CardAction? open) => new(
        section.Heading,
        [],
        [.. section.Tables.SelectMany(table => table.Rows.Select(row => Wording.Line(row.Values.Zip(table.Columns, (value, column) => value.Shown.Length == 0 ? null : $"{column}: {value.Shown}"))))],
        [.. section.Quotes.Select(quote => new Quotation(quote.Words, quote.Source, open))]);

    private static ReadoutTable Table(ReadoutTable table, string function, int column) => table.Id == "marks"
        ? table with
        {
            Columns = [table.Columns[0], table.Columns[column]],
            Rows = [.. table.Rows.Where(row => row.Values[column].Shown.Length > 0).Select(row => row with { Values = [row.Values[0], row.Values[column]] })],
        }
        : table with { Rows = [.. table.Rows.Where(row => row.Function == function)] };
}
