using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Fieldwork;

/// <summary>What customers said, as a brief quotes it: word for word, with the source and the way to the whole.</summary>
internal static class BriefWords
{
    /// <summary>More would not be read before a meeting.</summary>
    public const int Most = 10;

    /// <summary>What was said of a function: the quotes, then the rest.</summary>
    public static BriefSection About(Finding finding, string heading, FunctionSummary function) => Section(
        finding,
        heading,
        [.. Quoted(finding, function.Quotes), .. function.Said.Select(said => Said(finding, said, Functions.SaidOf(function.Function)))],
        new Button(
            finding.Scene.Texts.Say("brief.allSaid", ("function", finding.Scene.Function(function.Function)!)),
            CardAction.Show(Views.ServiceOf(function.Function))));

    /// <summary>Quotes as they stand in a page.</summary>
    public static IEnumerable<Quotation> Quoted(Finding finding, IEnumerable<Quote> quotes) =>
        quotes.Select(quote => new Quotation(quote.Words, finding.Scene.From(finding.State, quote.Source), CardAction.Show(QuoteView.Name(quote))));

    /// <summary>An answer that is someone's words.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="said">The words.</param>
    /// <param name="question">The question that they answer.</param>
    public static Quotation Said(Finding finding, Said said, string question) => new(
        said.Words,
        finding.Scene.From(finding.State, said.Source),
        CardAction.Show(Views.Quote(said.Source.Flow, said.Source.Subject, question)));

    /// <summary>Words under a heading, of many the first; that there are none is said.</summary>
    public static BriefSection Section(Finding finding, string heading, ImmutableArray<Quotation> words, Button more)
    {
        var texts = finding.Scene.Texts;
        if (words.IsEmpty)
            return new BriefSection(heading, [texts["brief.saidNone"]], [], []);
        return new BriefSection(
            heading,
            words.Length <= Most ? [] : [texts.Say("brief.some", ("shown", texts.Number(Most)), ("count", texts.Number(words.Length)))],
            [],
            [.. words.Take(Most)],
            more);
    }
}
