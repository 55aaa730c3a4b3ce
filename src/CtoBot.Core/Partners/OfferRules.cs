using System.Collections.Frozen;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Partners;

/// <summary>The dialog of an offer and of a counter-offer, whose subject names the offer and the revision that it answers.</summary>
internal static class OfferRules
{
    public static FlowRules Rules { get; } = new()
    {
        HasSubject = (scene, _, subject) => PairSubject.Parse(subject) is var (pairId, numbers) && Pairs.Find(scene, pairId) is { Pair.IsHeld: true } seat && numbers switch
        {
            [] => true,
            [_, _] => Countered(seat, numbers) is not null,
            _ => false,
        },
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$what"] = context => Terms(context)?.What ?? "",
            ["$amount"] = context => Terms(context) is { } terms ? MoneyReader.Format(terms.Amount, context.Scene.Region.DecimalComma) : "",
            ["$period"] = context => Terms(context) is { } terms ? PairReplies.PeriodName(terms.Period) : "yearly",
            ["$to"] = context => (Terms(context)?.To ?? Me(context)) == PartnerRole.Cto ? "cto" : "cmo",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        End = (context, _) => End(context),
    };

    private static PartnerRole Me(DialogContext context) => Pairs.Find(context.Scene, PairSubject.Parse(context.Draft.Subject).PairId)?.Me.Role ?? PartnerRole.Cmo;

    private static OfferTerms? Terms(DialogContext context)
    {
        var (pairId, numbers) = PairSubject.Parse(context.Draft.Subject);
        return numbers.Length == 2 && Pairs.Find(context.Scene, pairId) is { } seat ? Countered(seat, numbers)?.Terms : null;
    }

    private static Offer? Countered(Seat seat, long[] numbers) =>
        seat.Pair.Offers.Find(offer => offer.Number == numbers[0] && offer.Revision == numbers[1] && Offers.May(offer, seat.Slot, OfferStatus.Countered));

    private static Outcome End(DialogContext context)
    {
        var (scene, draft) = (context.Scene, context.Draft);
        var (pairId, numbers) = PairSubject.Parse(draft.Subject);
        var to = Offers.RoleOf(draft.Value<AnswerValue.Choice>("to")!.Value) ?? PartnerRole.Cmo;
        var terms = new OfferTerms(
            draft.Value<AnswerValue.Text>("what")!.Words,
            draft.Value<AnswerValue.Amount>("amount")!.Value,
            Offers.PeriodOf(draft.Value<AnswerValue.Choice>("period")!.Value) ?? OfferPeriod.Once,
            to == PartnerRole.Cmo ? PartnerRole.Cto : PartnerRole.Cmo,
            to);
        var note = draft.Value<AnswerValue.Text>("note")?.Words;
        PairAct act = numbers is [var number, var seen]
            ? new PairAct.AnswerOffer((int)number, seen, OfferStatus.Countered, terms, note)
            : new PairAct.MakeOffer(terms, note);
        return new Outcome(context.State.Want(scene, pairId, act), [], After: new AfterSync(pairId, Views.PairLedger(pairId), scene.Texts[act is PairAct.MakeOffer ? "pair.offered" : "pair.countered"]));
    }
}
