using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Plan;
using CtoBot.Core.Sharing;

namespace CtoBot.Core.Readout;

/// <summary>The readout in the chat: the situation in numbers, the files to take away, and the quotes that go with them.</summary>
internal static class ReadoutViews
{
    /// <summary>The view, or null if there is none of that name.</summary>
    public static Reply? Show(Finding finding, PersonalPlan plan, string name, string argument) => name switch
    {
        Views.Readout => Dashboard(finding, plan),
        Views.ReadoutFiles when argument.Length == 0 => Files(finding),
        Views.ReadoutFiles => Part(finding, plan, argument) is { } part ? FilesOf(finding, part, argument) : null,
        Views.ReadoutParts => Parts(finding, plan),
        "part" => Part(finding, plan, argument) is { } part ? ReadoutPart.Preview(finding, part, argument) : null,
        "save" => Save(finding, plan, argument),
        Views.Quotes when ListPage.Number(argument) is { } page => Quotes(finding, page),
        _ => null,
    };

    private static Reply.Dashboard Dashboard(Finding finding, PersonalPlan plan)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var figures = ReadoutFigures.Of(finding.Book, plan, scene.Today);
        return new Reply.Dashboard(
            texts["readout.title"],
            finding.Notice?.Text,
            texts[figures.Situation.VisitsDone == 0 ? "readout.early" : "readout.cardLead"],
            [.. ReadoutFacts.Of(scene, figures, figures.Quotes.Length).Select(fact => new DashboardFigure(fact.Label, fact.Value.Shown, fact.Detail, fact.Tone, CardAction.Show(fact.View)))],
            [.. new[] { ReadoutCharts.Progress(scene, figures), ReadoutCharts.Risks(scene, figures), ReadoutCharts.Bugs(scene, figures), ReadoutCharts.Service(scene, figures) }.OfType<Chart>()],
            finding.Buttons([], finding.Go("readout.files", Views.ReadoutFiles), new Button(texts["share.button"], ShareActions.Open("", Views.Readout)), finding.Go("verdict.button", Views.Verdict), finding.Go("readout.quotesButton", Views.Quotes)));
    }

    private static Reply.Files Files(Finding finding)
    {
        var texts = finding.Scene.Texts;
        return new Reply.Files(
            texts["readout.filesTitle"],
            [texts["readout.filesText"], texts["readout.filesQuotes"]],
            [.. Enum.GetValues<ReadoutForm>().Select(form => Offer(texts, form, ""))],
            texts["pair.documentNoLink"],
            finding.Buttons([], finding.Go("readout.parts", Views.ReadoutParts), finding.Go("readout.quotesButton", Views.Quotes), finding.Go("readout.button", Views.Readout)))
        {
            SaveTitle = texts["readout.saveTitle"],
            LinkTitle = texts["readout.linkTitle"],
        };
    }

    /// <summary>The page is looked at and not kept.</summary>
    private static FileOffer Offer(Texts texts, ReadoutForm form, string function)
    {
        var label = texts["readout.file." + form];
        return new FileOffer(label, form, Save: form == ReadoutForm.Page ? null : new Button(label, CardAction.Show(Views.SaveFile(form.ToString(), function))));
    }

    /// <summary>The offer to save a file, or null if there is no such file.</summary>
    private static Reply.Save? Save(Finding finding, PersonalPlan plan, string argument)
    {
        var named = argument.Split('/', 2);
        // By its name only: a number would be taken for a value that there is not.
        if (!Enum.GetNames<ReadoutForm>().Contains(named[0], StringComparer.Ordinal))
            return null;
        var files = named.Length == 1 ? Files(finding) : Part(finding, plan, named[1]) is { } part ? FilesOf(finding, part, named[1]) : null;
        var (form, texts) = (Enum.Parse<ReadoutForm>(named[0]), finding.Scene.Texts);
        return files?.Offers.FirstOrDefault(offer => offer.Form == form && offer.Save is not null) is { } offer
            ? new Reply.Save(texts[named.Length == 1 ? "readout.saveAll" : "readout.savePart"], texts.Say("readout.making", ("file", offer.Label)), form, files with { Offers = [offer] })
            : null;
    }

    private static ReadoutPage? Part(Finding finding, PersonalPlan plan, string function) => ReadoutPart.Of(ReadoutReport.Of(finding, plan, own: false), function);

    /// <summary>The functions of which something was said.</summary>
    private static Reply.Menu Parts(Finding finding, PersonalPlan plan)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var page = ReadoutReport.Of(finding, plan, own: false);
        return new Reply.Menu(
            texts["readout.partsTitle"],
            finding.Notice?.Text,
            texts["readout.partsLead"],
            null,
            [
                new MenuGroup("", null,
                [
                    .. from function in Functions.All
                       let part = ReadoutPart.Of(page, function)
                       where part is not null
                       select new MenuEntry(scene.Function(function)!, texts.Say("readout.partQuotes", ("count", texts.Number(part!.Sections.Sum(section => section.Quotes.Length)))), CardAction.Show(Views.ReadoutPart(function))),
                ]),
            ],
            finding.Buttons([], finding.Go("readout.files", Views.ReadoutFiles), finding.Go("readout.button", Views.Readout)));
    }

    private static Reply.Files FilesOf(Finding finding, ReadoutPage part, string function)
    {
        var texts = finding.Scene.Texts;
        return new Reply.Files(
            part.Title,
            [texts["readout.filesText"]],
            [Offer(texts, ReadoutForm.Word, function)],
            texts["pair.documentNoLink"],
            finding.Buttons([], new Button(texts["readout.partPreview"], CardAction.Show(Views.ReadoutPart(function))), finding.Go("readout.parts", Views.ReadoutParts)))
        {
            Function = function,
            SaveTitle = texts["readout.saveTitle"],
            LinkTitle = texts["readout.linkTitle"],
        };
    }

    /// <summary>Each quote with what may be done with it; tapping that changes it.</summary>
    private static Reply Quotes(Finding finding, int page)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        Quote[] quotes = [.. finding.Book.Counted.SelectMany(debrief => debrief.Quotes).Reverse()];
        if (quotes.Length == 0)
            return finding.Empty("readout.quotes", finding.ToDebriefs);
        var shown = ListPage.Of(scene, quotes, page, Views.Quotes);
        return new Reply.Board(
            texts["readout.quotesTitle"],
            finding.Notice?.Text,
            texts["readout.quotesChoose"],
            [new BoardSection("", [.. shown.Items.Select(quote => Row(finding, quote))])],
            shown.Text,
            finding.Buttons(shown.Buttons, [.. finding.State.Sharing is null ? [] : new[] { finding.Go("share.back", Views.Sharing) }, finding.Go("readout.files", Views.ReadoutFiles), finding.Go("readout.button", Views.Readout)]));
    }

    private static BoardRow Row(Finding finding, Quote quote)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var use = ReadoutQuotes.UseOf(finding.State, quote);
        var next = QuoteChoice.After(use);
        return new BoardRow(
            new Figure(texts["readout.use" + use], use switch { QuoteUse.Named => Tone.Good, QuoteUse.Out => Tone.Attention, _ => Tone.Neutral }),
            quote.Words,
            [.. Wording.Lines(Wording.Line(scene.Function(quote.About), scene.From(finding.State, quote.Source)))],
            new Button(texts.Say("readout.useChange", ("use", texts["readout.use" + use]), ("next", texts["readout.use" + next])), QuoteChoice.Action(quote, next, finding.View)),
            CardAction.Show(QuoteView.Name(quote)));
    }
}
