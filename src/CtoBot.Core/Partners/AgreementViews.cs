using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;

namespace CtoBot.Core.Partners;

/// <summary>The agreement and its check-ins as the two see them.</summary>
internal static class AgreementViews
{
    /// <summary>One page: the five results, the ledger, and who has signed.</summary>
    public static Reply Sheet(Scene scene, Seat seat, string? notice)
    {
        var (texts, pair) = (scene.Texts, seat.Pair);
        var may = Partnership.MaySign(pair);
        return new Reply.Sheet(
            texts.Say("pair.agreementTitle", ("first", PairReplies.NameOf(texts, pair, 0)), ("second", PairReplies.NameOf(texts, pair, 1))),
            notice,
            texts[pair.IsAgreed ? "pair.agreedLead" : may ? "pair.signLead" : "pair.notYetLead"],
            [.. FiveIds.Questions.Select(question => Section(scene, pair, question)), LedgerViews.Accepted(texts, pair)],
            Foot(scene, pair),
            [
                .. may && !pair.HasSigned(seat.Slot)
                    ? new[] { PairReplies.Act(texts, "pair.sign", Verbs.PairSign, seat, seen: pair.ContentRevision.ToString(CultureInfo.InvariantCulture), view: Views.PairAgreement(pair.Id)) }
                    : [],
                .. may ? new[] { new Button(texts["pair.document"], CardAction.Show(Views.PairDocument(pair.Id))) } : [],
                PairReplies.BoardButton(texts, pair.Id),
                .. pair.AgreedOn is null ? [] : new[] { new Button(texts["pair.checkIns"], CardAction.Show(Views.PairCheckIn(pair.Id))) },
            ]);
    }

    /// <summary>The agreement as it is printed: what the card says, without what the card is for.</summary>
    public static Reply.Sheet Page(Scene scene, Seat seat) => (Reply.Sheet)Sheet(scene, seat, null) with
    {
        Lead = scene.Texts[seat.Pair.IsAgreed ? "pair.documentSigned" : "pair.documentDraft"],
        Buttons = [],
    };

    /// <summary>The way to the agreement as a document; null before there is one.</summary>
    public static Reply? Document(Scene scene, Seat seat) => Partnership.MaySign(seat.Pair)
        ? new Reply.Download(
            scene.Texts["pair.documentTitle"],
            [scene.Texts["pair.documentText"]],
            scene.Texts["pair.documentOpen"],
            scene.Texts["pair.documentNoLink"],
            seat.Pair.Id,
            [new Button(scene.Texts["pair.agreement"], CardAction.Show(Views.PairAgreement(seat.Pair.Id)))])
        : null;

    /// <summary>Who has signed, and what it is that they signed.</summary>
    private static ImmutableArray<string> Foot(Scene scene, PartnershipState pair) =>
    [
        .. pair.Members.Select((_, slot) => Signed(scene, pair, slot)),
        .. pair.ContentRevision == 0 ? [] : new[] { scene.Texts.Say("pair.version", ("revision", scene.Texts.Number(pair.ContentRevision))) },
    ];

    private static GuideSection Section(Scene scene, PartnershipState pair, string question)
    {
        var title = PairReplies.Title(scene, question);
        return pair.Question(question).Joint is { } joint && scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is { } flow
            // The offers among the answers have gone to the ledger, which stands below, and may have been countered there.
            ? AnswerLines.Section(scene.Texts, title, flow, joint.Answers.Remove(Offers.Rows)) with { Paragraphs = joint.Answers.ContainsKey(Offers.Rows) ? [scene.Texts["pair.inLedger"]] : [] }
            : new GuideSection(title, [scene.Texts["pair.open"]], []);
    }

    private static string Signed(Scene scene, PartnershipState pair, int slot)
    {
        var texts = scene.Texts;
        var name = PairReplies.NameOf(texts, pair, slot);
        if (pair.HasSigned(slot))
            return texts.Say("pair.hasSigned", ("name", name), ("date", texts.Day(pair.Signatures.FindLast(signature => signature.Slot == slot)!.On)));
        return texts.Say(pair.Signatures.Any(signature => signature.Slot == slot) ? "pair.hasToSignAgain" : "pair.hasNotSigned", ("name", name));
    }

    /// <summary>The check-ins: what was found, and when the next one is.</summary>
    public static Reply CheckIn(Scene scene, Seat seat, string? notice)
    {
        var (texts, pair) = (scene.Texts, seat.Pair);
        if (pair.AgreedOn is null)
            return new Reply.Note(texts["pair.noCheckIns"], [texts["pair.noCheckInsText"]], [PairReplies.BoardButton(texts, pair.Id)]);
        var dates = CheckIns.Dates(pair);
        return new Reply.Sheet(
            texts["pair.checkInTitle"],
            notice,
            texts.Say("pair.checkInLead", ("dates", texts.List(dates.Select(date => texts.ShortDay(date.On))))),
            [.. pair.CheckIns.Select(held => Held(texts, pair, held))],
            [],
            [
                .. CheckIns.Next(pair) is var (day, _)
                    ? new[] { Hold(texts, pair.Id, day) }
                    : [],
                PairReplies.BoardButton(texts, pair.Id),
                new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(pair.Id))),
            ]);
    }

    /// <summary>Says that a check-in is due; null where there is none, for example because the other is gone.</summary>
    public static Reply? Due(Scene scene, string pairId, int day)
    {
        if (Pairs.Find(scene, pairId) is not { Pair.AgreedOn: not null, Them.IsGone: false } seat || seat.Pair.CheckIns.Exists(held => held.Day == day))
            return null;
        var texts = scene.Texts;
        return new Reply.Note(
            texts.Say("pair.dueTitle", ("day", texts.Number(day)), ("them", PairReplies.NameOf(texts, seat))),
            [
                texts.Say("pair.dueText", ("metrics", texts.Number(JointResults.Metrics(seat.Pair).Length)), ("promises", texts.Number(JointResults.Commitments(seat.Pair).Length))),
                texts["pair.dueWhy"],
            ],
            [
                Hold(texts, pairId, day),
                new Button(texts["pair.agreement"], CardAction.Show(Views.PairAgreement(pairId))),
                new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(pairId))),
            ]);
    }

    private static Button Hold(Texts texts, string pairId, int day) => new(
        texts.Say("pair.holdCheckIn", ("day", texts.Number(day))),
        CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.CheckIn), (DataKeys.Subject, PairSubject.Of(pairId, day))));

    /// <summary>The joint wins of a check-in, to be told to others; null if it was not held, or not both wish it.</summary>
    public static Reply? Wins(Scene scene, PartnershipState pair, string day)
    {
        var texts = scene.Texts;
        return pair.CheckIns.Find(result => FormattableString.Invariant($"{result.Day}") == day) is { Announce.Count: 2 } held
            ? new Reply.Sheet(
                texts.Say("pair.winsTitle", ("first", PairReplies.NameOf(texts, pair, 0)), ("second", PairReplies.NameOf(texts, pair, 1))),
                null,
                texts.Say("pair.afterDays", ("day", texts.Number(held.Day))),
                [new GuideSection("", [], [.. Reached(texts, pair, held)])],
                [],
                [])
            : null;
    }

    private static GuideSection Held(Texts texts, PartnershipState pair, CheckInResult held) => new(
        texts.Say("pair.afterDays", ("day", texts.Number(held.Day))),
        [],
        [
            .. Reached(texts, pair, held),
            .. JointResults.Commitments(pair).Where(commitment => !held.Done.Contains(commitment.What)).Select(commitment => texts.Say("pair.notDone", ("what", commitment.What))),
            .. held.Note is null ? [] : new[] { held.Note },
            .. held.Announce.Count == 2 ? new[] { texts["pair.announce"] } : [],
        ]);

    /// <summary>Where the metrics stand, and what is done.</summary>
    private static IEnumerable<string> Reached(Texts texts, PartnershipState pair, CheckInResult held) =>
    [
        .. JointResults.Metrics(pair).Where(metric => held.Values.ContainsKey(metric.Name)).Select(metric => Value(texts, metric, held.Values[metric.Name])),
        .. JointResults.Commitments(pair).Where(commitment => held.Done.Contains(commitment.What)).Select(commitment => texts.Say("pair.done", ("what", commitment.What))),
    ];

    private static string Value(Texts texts, JointMetric metric, decimal value) => texts.Say(
        metric.Progress(value) is null ? "pair.metricValue" : "pair.metric",
        ("name", metric.Name),
        ("value", texts.Number(value)),
        ("unit", metric.Unit),
        ("baseline", metric.Baseline is { } baseline ? texts.Number(baseline) : ""),
        ("target", metric.Target is { } target ? texts.Number(target) : ""),
        ("percent", texts.Number(decimal.Round((metric.Progress(value) ?? 0) * 100, 0))));
}
