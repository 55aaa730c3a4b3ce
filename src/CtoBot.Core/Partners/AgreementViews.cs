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
            [.. FiveIds.Questions.Select(question => Section(scene, pair, question)), new GuideSection(texts["pair.ledgerTitle"], [], LedgerViews.Totals(texts, pair))],
            [.. pair.Members.Select((member, slot) => Signed(scene, pair, slot))],
            [
                .. may && !pair.HasSigned(seat.Slot)
                    ? new[] { PairReplies.Act(texts, "pair.sign", Verbs.PairSign, seat, seen: pair.ContentRevision.ToString(CultureInfo.InvariantCulture), view: Views.PairAgreement(pair.Id)) }
                    : [],
                PairReplies.BoardButton(texts, pair.Id),
                .. pair.AgreedOn is null ? [] : new[] { new Button(texts["pair.checkIns"], CardAction.Show(Views.PairCheckIn(pair.Id))) },
            ]);
    }

    private static GuideSection Section(Scene scene, PartnershipState pair, string question)
    {
        var title = PairReplies.Title(scene, question);
        return pair.Question(question).Joint is { } joint && scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is { } flow
            ? AnswerLines.Section(scene.Texts, title, flow, joint.Answers)
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
                    ? new[] { new Button(texts.Say("pair.holdCheckIn", ("day", texts.Number(day))), CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.CheckIn), (DataKeys.Subject, PairSubject.Of(pair.Id, day)))) }
                    : [],
                PairReplies.BoardButton(texts, pair.Id),
                new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(pair.Id))),
            ]);
    }

    private static GuideSection Held(Texts texts, PartnershipState pair, CheckInResult held) => new(
        texts.Say("pair.afterDays", ("day", texts.Number(held.Day))),
        [],
        [
            .. JointResults.Metrics(pair).Where(metric => held.Values.ContainsKey(metric.Name)).Select(metric => Value(texts, metric, held.Values[metric.Name])),
            .. JointResults.Commitments(pair).Select(commitment => texts.Say(held.Done.Contains(commitment.What) ? "pair.done" : "pair.notDone", ("what", commitment.What))),
            .. held.Note is null ? [] : new[] { held.Note },
            .. held.Announce.Count == 2 ? new[] { texts["pair.announce"] } : [],
        ]);

    private static string Value(Texts texts, JointMetric metric, decimal value) => texts.Say(
        metric.Progress(value) is null ? "pair.metricValue" : "pair.metric",
        ("name", metric.Name),
        ("value", texts.Number(value)),
        ("unit", metric.Unit),
        ("baseline", metric.Baseline is { } baseline ? texts.Number(baseline) : ""),
        ("target", metric.Target is { } target ? texts.Number(target) : ""),
        ("percent", texts.Number(decimal.Round((metric.Progress(value) ?? 0) * 100, 0))));
}
