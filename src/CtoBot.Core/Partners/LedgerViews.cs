using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;

namespace CtoBot.Core.Partners;

/// <summary>The ledger as the two see it.</summary>
internal static class LedgerViews
{
    /// <summary>All offers with what the accepted ones come to.</summary>
    public static Reply All(Scene scene, Seat seat, string? notice)
    {
        var texts = scene.Texts;
        var offers = seat.Pair.Offers;
        MenuGroup[] groups =
        [
            Group("pair.openOffers", offer => offer.IsOpen),
            Group("pair.acceptedOffers", offer => offer.Status == OfferStatus.Accepted),
            Group("pair.closedOffers", offer => offer.Status is OfferStatus.Declined or OfferStatus.Withdrawn),
        ];
        return new Reply.Menu(
            texts["pair.ledgerTitle"],
            notice,
            offers.IsEmpty ? texts["pair.noOffers"] : string.Join("\n", Totals(texts, seat.Pair)),
            null,
            [.. groups.Where(group => !group.Entries.IsEmpty)],
            [
                new Button(texts["pair.newOffer"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Offer), (DataKeys.Subject, seat.Pair.Id))),
                PairReplies.BoardButton(texts, seat.Pair.Id),
            ]);

        MenuGroup Group(string heading, Func<Offer, bool> which) => new(
            texts[heading],
            null,
            [.. offers.Where(which).Select(offer => new MenuEntry(PairReplies.Show(texts, offer.Terms), Status(texts, seat, offer), CardAction.Show(Views.PairOffer(seat.Pair.Id, offer.Number))))]);
    }

    /// <summary>What the accepted offers come to, a line each direction and currency.</summary>
    public static ImmutableArray<string> Totals(Texts texts, PartnershipState pair)
    {
        var totals = Ledger.Totals(pair.Offers);
        return totals.IsEmpty
            ? [texts["pair.noTotals"]]
            :
            [
                .. totals.Select(total => texts.Say(
                    total.Once == 0 ? "pair.totalYearly" : total.Yearly == 0 ? "pair.totalOnce" : "pair.total",
                    ("from", PairReplies.Role(texts, total.From)),
                    ("to", PairReplies.Role(texts, total.To)),
                    ("yearly", $"{texts.Number(total.Yearly)} {total.Currency}"),
                    ("once", $"{texts.Number(total.Once)} {total.Currency}"))),
            ];
    }

    /// <summary>The accepted offers, and what they come to.</summary>
    public static GuideSection Accepted(Texts texts, PartnershipState pair) => new(
        texts["pair.ledgerTitle"],
        [],
        [.. pair.Offers.Where(offer => offer.Status == OfferStatus.Accepted).Select(offer => PairReplies.Show(texts, offer.Terms)), .. Totals(texts, pair)]);

    /// <summary>An offer with its history and what can be done with it; null if there is none of that number.</summary>
    public static Reply? One(Scene scene, Seat seat, string item, string? notice)
    {
        var texts = scene.Texts;
        if (!int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || seat.Pair.Offers.Find(candidate => candidate.Number == number) is not { } offer)
            return null;
        return new Reply.Sheet(
            offer.Terms.What,
            notice,
            PairReplies.Show(texts, offer.Terms),
            [new GuideSection(texts["pair.history"], [], [.. offer.History.Select(move => Line(scene, seat, move))])],
            [Status(texts, seat, offer)],
            [.. Buttons(texts, seat, offer), new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(seat.Pair.Id)))]);
    }

    private static IEnumerable<Button> Buttons(Texts texts, Seat seat, Offer offer)
    {
        var seen = offer.Revision.ToString(CultureInfo.InvariantCulture);
        if (Offers.May(offer, seat.Slot, OfferStatus.Accepted))
        {
            yield return Move("pair.acceptOffer", "accept");
            yield return new Button(texts["pair.counter"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Offer), (DataKeys.Subject, PairSubject.Of(seat.Pair.Id, offer.Number, offer.Revision))));
            yield return Move("pair.declineOffer", "decline");
        }

        if (Offers.May(offer, seat.Slot, OfferStatus.Withdrawn))
            yield return Move("pair.withdrawOffer", "withdraw");

        Button Move(string label, string choice) =>
            PairReplies.Act(texts, label, Verbs.PairOffer, seat, Offers.Name(offer.Number), choice, seen, Views.PairOffer(seat.Pair.Id, offer.Number));
    }

    private static string Status(Texts texts, Seat seat, Offer offer) => texts[offer.Status switch
    {
        OfferStatus.Accepted => "pair.offerAccepted",
        OfferStatus.Declined => "pair.offerDeclined",
        OfferStatus.Withdrawn => "pair.offerWithdrawn",
        _ when offer.LastBy == seat.Slot => "pair.offerTheirs",
        _ => "pair.offerYours",
    }];

    private static string Line(Scene scene, Seat seat, OfferMove move) => scene.Texts.Say(
        move.Note is null ? "pair.move" : "pair.moveNote",
        ("date", scene.Texts.ShortDay(move.At.InZone(scene.Zone).Date)),
        ("who", move.By == seat.Slot ? scene.Texts["pair.you"] : PairReplies.NameOf(scene.Texts, seat)),
        ("move", scene.Texts["pair.move" + move.Status]),
        ("terms", PairReplies.Show(scene.Texts, move.Terms)),
        ("note", move.Note ?? ""));
}
