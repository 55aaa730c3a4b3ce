using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>What customers say of one function: their marks and their words.</summary>
internal static class FunctionView
{
    /// <summary>A page of the words; null if there is no such function.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="function">A key of <see cref="Functions.All"/>.</param>
    /// <param name="page">Which page.</param>
    public static Reply? Brief(Finding finding, string function, int page)
    {
        if (!Functions.All.Contains(function))
            return null;
        var scene = finding.Scene;
        var texts = scene.Texts;
        var summary = ServiceMatrix.Of(finding.Book).Functions.First(candidate => candidate.Function == function);
        Quotation[] words =
        [
            .. summary.Said.Select(said => new Quotation(said.Words, scene.From(finding.State, said.Source), CardAction.Show(Views.Quote(said.Source.Flow, said.Source.Subject, Functions.SaidOf(function))))),
            .. summary.Quotes.Select(quote => new Quotation(quote.Words, scene.From(finding.State, quote.Source), CardAction.Show(QuoteView.Name(quote)))),
        ];
        var shown = ListPage.Of(scene, words, page, Views.ServiceOf(function));
        return new Reply.Brief(
            scene.Function(function)!,
            finding.Notice?.Text,
            Average(scene, summary.Figures),
            [],
            [
                .. page == 1 ? Marks(scene, summary.Ratings) : [],
                words.Length == 0
                    ? new BriefSection("", [texts.Say("service.noneSaid", ("function", scene.Function(function)!))], [], [])
                    : new BriefSection(Wording.Line(texts["service.headSaid"], shown.Text), [], [], shown.Items),
            ],
            finding.Buttons(shown.Buttons, finding.Go("service.button", Views.Service)));
    }

    private static string Average(Scene scene, FunctionFigures figures) => figures.Average is { } average
        ? scene.Texts.Say("service.average", ("rating", scene.Average(average)), ("customers", scene.Count("list.customers", figures.Ratings)))
        : scene.Texts["service.notRated"];

    /// <summary>Who gave which mark, the worst first.</summary>
    private static IEnumerable<BriefSection> Marks(Scene scene, ImmutableArray<FunctionRating> ratings)
    {
        if (ratings.IsEmpty)
            yield break;
        var marks =
            from rating in ratings
            group rating.Customer.Name by rating.Points into same
            orderby same.Key
            select scene.Texts.Say("service.mark", ("rating", scene.Texts.Number(same.Key)), ("customers", scene.Texts.List(same)));
        yield return new BriefSection(scene.Texts["service.marks"], [], [.. marks], []);
    }
}
