namespace CtoBot.Core.Partners;

/// <summary>What a group chat is shown of a partnership: joint answers, accepted and open offers, signatures. It speaks to both, and of neither's own answers.</summary>
internal static class GroupViews
{
    /// <summary>Whether there is such a view of the partnership in a group chat.</summary>
    public static bool Has(string view, string pairId) =>
        view == Views.Pair(pairId) || view == Views.PairLedger(pairId) || view == Views.PairAgreement(pairId)
        || FiveIds.Questions.Any(question => view == Views.PairQuestion(pairId, question));

    /// <summary>A view, or null if there is none of that name.</summary>
    public static Reply? Show(Scene scene, Seat seat, string view, string? notice)
    {
        var id = seat.Pair.Id;
        return view == Views.PairLedger(id) ? Ledger(scene, seat, notice)
            : view == Views.PairAgreement(id) ? Agreement(scene, seat, notice)
            : view == Views.Pair(id) ? Board(scene, seat, notice)
            : FiveIds.Questions.FirstOrDefault(question => view == Views.PairQuestion(id, question)) is { } asked ? Question(scene, seat, asked, notice)
            : null;
    }

    /// <summary>The five questions and which are settled.</summary>
    public static Reply Board(Scene scene, Seat seat, string? notice)
    {
        var (texts, pair) = (scene.Texts, seat.Pair);
        var settled = FiveIds.Questions.Count(question => pair.Question(question).Joint is not null);
        return new Reply.Menu(
            texts.Say("pair.groupTitle", ("first", PairReplies.NameOf(texts, pair, 0)), ("second", PairReplies.NameOf(texts, pair, 1))),
            notice,
            texts[pair.Mode == HoldingMode.Room ? "pair.groupLead" : "pair.groupApart"],
            new Progress(settled, FiveIds.Questions.Length, texts.Say("pair.progress", ("settled", texts.Number(settled)), ("total", texts.Number(FiveIds.Questions.Length)))),
            [new MenuGroup("", null, [.. FiveIds.Questions.Select(question => new MenuEntry(
                PairReplies.Title(scene, question),
                texts[pair.Question(question).Joint is null ? "pair.isOpen" : "pair.isSettled"],
                CardAction.Show(Views.PairQuestion(pair.Id, question))))])],
            [
                pair.Mode == HoldingMode.Room ? PairReplies.Act(texts, "pair.next", Verbs.PairNext, seat) : PairReplies.Act(texts, "pair.groupHold", Verbs.PairMode, seat, choice: "room"),
                new Button(texts["pair.agreement"], CardAction.Show(Views.PairAgreement(pair.Id))),
                new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(pair.Id))),
            ]);
    }

    private static Reply Question(Scene scene, Seat seat, string question, string? notice)
    {
        var (texts, pair) = (scene.Texts, seat.Pair);
        var title = PairReplies.Title(scene, question);
        if (pair.Question(question).Joint is { } joint && scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is { } flow)
        {
            return new Reply.Sheet(
                title,
                notice,
                texts["pair.settledTogether"],
                [AnswerLines.Section(texts, "", flow, joint.Answers)],
                [],
                [
                    PairReplies.Act(texts, "pair.next", Verbs.PairNext, seat),
                    Write(scene, seat, question, "pair.change"),
                    PairReplies.Act(texts, "pair.reopen", Verbs.PairReopen, seat, question),
                    PairReplies.BoardButton(texts, pair.Id),
                ]);
        }

        string?[] paragraphs = [notice, scene.Content.Five.Questions.FirstOrDefault(content => content.Id == question) is { } content ? PairReplies.Result(texts, content) : null, Partnership.MaySettle(pair, question) ? null : texts["pair.groupApart"]];
        return new Reply.Note(
            title,
            [.. paragraphs.OfType<string>()],
            [
                Partnership.MaySettle(pair, question) ? Write(scene, seat, question, "pair.answerTogether") : PairReplies.Act(texts, "pair.groupHold", Verbs.PairMode, seat, choice: "room"),
                PairReplies.BoardButton(texts, pair.Id),
            ]);
    }

    private static Reply.Sheet Ledger(Scene scene, Seat seat, string? notice)
    {
        var texts = scene.Texts;
        GuideSection[] offers =
        [
            Of("pair.acceptedOffers", offer => offer.Status == OfferStatus.Accepted),
            Of("pair.openOffers", offer => offer.IsOpen),
        ];
        return new Reply.Sheet(
            texts["pair.ledgerTitle"],
            notice,
            texts["pair.groupLedger"],
            [new GuideSection("", [], LedgerViews.Totals(texts, seat.Pair)), .. offers.Where(section => !section.Points.IsEmpty)],
            [],
            [PairReplies.BoardButton(texts, seat.Pair.Id)]);

        GuideSection Of(string heading, Func<Offer, bool> which) => new(texts[heading], [], [.. seat.Pair.Offers.Where(which).Select(offer => PairReplies.Show(texts, offer.Terms))]);
    }

    private static Reply Agreement(Scene scene, Seat seat, string? notice)
    {
        var sheet = (Reply.Sheet)AgreementViews.Sheet(scene, seat, notice);
        return seat.Pair.IsAgreed || !Partnership.MaySign(seat.Pair) ? sheet : sheet with { Lead = scene.Texts["pair.groupSign"] };
    }

    private static Button Write(Scene scene, Seat seat, string question, string label) => new(
        scene.Texts[label],
        CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, FiveRules.JointSubject(scene, seat, question))));
}
