using System.Collections.Immutable;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Findings;

/// <summary>Someone's words, whole.</summary>
internal static class QuoteView
{
    /// <summary>The view of a quote.</summary>
    public static string Name(Quote quote) => Views.Quote(quote.Source.Flow, quote.Source.Subject, quote.Ref[(quote.Ref.LastIndexOf('/') + 1)..]);

    /// <summary>The words, or a part of them; null if they are not there.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="argument">"flow/subject/line" or "flow/subject/line/part", as in <see cref="Views.Quote"/>.</param>
    public static Reply? Of(Finding finding, string argument)
    {
        if (argument.Split('/') is not [var flow, var subject, var line, .. { Length: <= 1 } rest] || ListPage.Number(string.Concat(rest)) is not { } number)
            return null;
        if (Quoted(finding, flow, subject, line) is not { } quote)
            return null;
        var texts = finding.Scene.Texts;
        var parts = LongText.Parts(quote.Words);
        var part = Math.Clamp(number, 1, parts.Length);
        return new Reply.Quote(
            Title(finding.Scene, quote, flow, line),
            parts[part - 1],
            finding.Scene.From(finding.State, quote.Source),
            parts.Length == 1 ? null : texts.Say("list.part", ("part", texts.Number(part)), ("parts", texts.Number(parts.Length))),
            finding.Buttons(
                [.. Turn(part > 1, "list.previousPart", part - 1), .. Turn(part < parts.Length, "list.nextPart", part + 1)],
                quote.About is { } about && Functions.All.Contains(about) ? [finding.Go("service.button", Views.ServiceOf(about))] : []));

        IEnumerable<Button> Turn(bool there, string label, int to) => there ? [finding.Go(label, Views.Quote(flow, subject, line, to))] : [];
    }

    private static string Title(Scene scene, Quote quote, string flow, string line) =>
        scene.Function(quote.About) ?? scene.Content.Flows.GetValueOrDefault(flow)?.Find(line)?.Name ?? scene.Texts["list.quote"];

    /// <summary>A quote of a debrief, or the words that answer a question of a debrief or a meeting.</summary>
    private static Quote? Quoted(Finding finding, string flow, string subject, string line)
    {
        if (!BookFlows.Heard.Contains(flow) || finding.Scene.Records.Find(finding.State, flow, subject) is not { } draft)
            return null;
        var debrief = flow == BookFlows.Debrief ? finding.Book.Debriefs.FirstOrDefault(candidate => candidate.VisitId == subject) : null;
        var reference = $"{subject}/{line}";
        if (draft.Text(line) is { } words)
        {
            var source = debrief?.Source ?? new Source(flow, subject, null, null, draft.StartedAt.InZone(finding.Scene.Zone).Date);
            return new Quote(reference, words, Functions.All.FirstOrDefault(function => line == Functions.SaidOf(function)), source);
        }

        return debrief?.Quotes.FirstOrDefault(quote => quote.Ref == reference);
    }
}
