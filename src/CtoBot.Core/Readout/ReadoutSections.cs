using System.Collections.Immutable;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;

namespace CtoBot.Core.Readout;

/// <summary>The parts of the readout, in order.</summary>
internal static class ReadoutSections
{
    /// <summary>All of them; what nothing is known of says so.</summary>
    /// <param name="finding">What the readout is made from.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="quotes">What customers said, as the reader may see it.</param>
    /// <param name="own">Whether the person reads it themselves: then an empty part says where it comes from.</param>
    public static ImmutableArray<ReadoutSection> Of(Finding finding, ReadoutFigures figures, ImmutableArray<ReadoutQuote> quotes, bool own)
    {
        var scene = finding.Scene;
        return
        [
            Section(scene, own, "risks", ReadoutTables.Risks(scene, figures), ReadoutTables.ByRisk(scene, figures)) with { Chart = ReadoutCharts.Risks(scene, figures) },
            Section(scene, own, "bugs", ReadoutTables.Bugs(scene, figures)) with { Chart = ReadoutCharts.Bugs(scene, figures) },
            Section(scene, own, "service", ReadoutTables.Functions(scene, figures), ReadoutTables.Marks(scene, figures)) with { Chart = ReadoutCharts.Service(scene, figures) },
            Section(scene, own, "deals", ReadoutTables.Deals(scene, figures)),
            Section(scene, own, "room", ReadoutTables.Budget(scene, figures), ReadoutTables.Costs(scene, figures)),
            Section(scene, own, "promises", ReadoutTables.Promises(finding, figures, own)),
            new ReadoutSection("quotes", scene.Texts["readout.section.quotes"], scene.Texts[quotes.IsEmpty ? "readout.quotesNone" : "readout.quotesLead"]) { Quotes = quotes },
            Verdict(finding, quotes.Length),
        ];
    }

    private static ReadoutSection Section(Scene scene, bool own, string name, params IEnumerable<ReadoutTable> tables)
    {
        ImmutableArray<ReadoutTable> filled = [.. tables.Where(table => !table.Rows.IsEmpty)];
        return new ReadoutSection(name, scene.Texts["readout.section." + name], scene.Texts[!filled.IsEmpty ? "readout.lead." + name : own ? name + ".noneText" : "readout.nothing"]) { Tables = filled };
    }

    /// <summary>The person's own words, with what each rests on. What is not written is not made up.</summary>
    private static ReadoutSection Verdict(Finding finding, int quotes)
    {
        var texts = finding.Scene.Texts;
        ImmutableArray<BriefSection> words = [.. VerdictCards.Answers(finding, quotes).Where(answer => answer.Words is not null).Select(answer => new BriefSection(answer.Name, [answer.Words!], answer.Evidence, []))];
        return new ReadoutSection("verdict", texts["readout.section.verdict"], texts[words.IsEmpty ? "readout.verdictNone" : "readout.lead.verdict"]) { Words = words };
    }
}
