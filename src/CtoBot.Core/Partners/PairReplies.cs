using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>Names, buttons and short answers that everything about partnerships has in common.</summary>
internal static class PairReplies
{
    /// <summary>The one answer to whatever a person may not touch, and to what there is not: it tells nobody which.</summary>
    public static Outcome NotThere(Scene scene, PersonState state) => new(
        state,
        [new Reply.Note(scene.Texts["pair.notThere"], [scene.Texts["pair.notThereText"]], [Lists.Home(scene, state)])]);

    /// <summary>For a guest of the organisation: what two share is for its own people.</summary>
    public static Outcome ForColleagues(Scene scene, PersonState state) => new(
        state,
        [new Reply.Note(scene.Texts["pair.colleagues"], [scene.Texts["pair.colleaguesText"]], [Lists.Home(scene, state)])]);

    /// <summary>For somebody who has begun nothing with anybody.</summary>
    public static Reply NoPair(Scene scene) => new Reply.Note(
        scene.Texts["pair.none"],
        [scene.Texts["pair.noneText"]],
        [new Button(scene.Texts["pair.invite"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite))), new Button(scene.Texts["five.button"], CardAction.Show(Views.Five))]);

    /// <summary>What a member is called: by name, or by role once they are forgotten or before they accepted.</summary>
    public static string NameOf(Texts texts, PartnershipState pair, int slot) =>
        pair.Members.Count > slot
            ? pair.Members[slot] is { Name.Length: > 0 } member ? member.Name : Role(texts, pair.Members[slot].Role)
            : pair.Invitation.InviteeName.Length > 0 ? pair.Invitation.InviteeName : Role(texts, Partnership.Opposite(pair.Members[0].Role));

    /// <summary>What the other is called.</summary>
    public static string NameOf(Texts texts, Seat seat) => NameOf(texts, seat.Pair, seat.Other);

    /// <summary>"the CMO", "the CTO".</summary>
    public static string Role(Texts texts, PartnerRole role) => texts[role == PartnerRole.Cmo ? "pair.theCmo" : "pair.theCto"];

    /// <summary>The title of one of the five questions, as both read it: that of the guide is in the CMO's words.</summary>
    public static string Title(Scene scene, string question) =>
        scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question))?.Title ?? question;

    /// <summary>What a question is for. The guide's advice is for the CMO alone; the other, and both in a group chat, read what the two are to end with.</summary>
    public static string Purpose(Scene scene, Seat seat, FiveQuestion question) =>
        seat.IsCmo && scene.Shared.Group is null ? question.Purpose : Result(scene.Texts, question);

    /// <summary>What the two are to end a question with.</summary>
    public static string Result(Texts texts, FiveQuestion question) => texts.Say("five.result", ("result", question.Result));

    /// <summary>The value of a period's option.</summary>
    public static string PeriodName(OfferPeriod period) => period switch
    {
        OfferPeriod.Once => "once",
        OfferPeriod.Monthly => "monthly",
        OfferPeriod.Quarterly => "quarterly",
        _ => "yearly",
    };

    /// <summary>"The website: 12,000 EUR a year, from the CTO to the CMO".</summary>
    public static string Show(Texts texts, OfferTerms terms) => texts.Say(
        "pair.terms",
        ("what", terms.What),
        ("amount", $"{texts.Number(terms.Amount.Amount)} {terms.Amount.Currency}"),
        ("period", texts["pair." + PeriodName(terms.Period)]),
        ("from", Role(texts, terms.From)),
        ("to", Role(texts, terms.To)));

    /// <summary>Accepts an invitation.</summary>
    public static Button AcceptButton(Texts texts, string pairId) => new(texts["pair.accept"], CardAction.Of(Verbs.PairAccept, (DataKeys.Pair, pairId)));

    /// <summary>Shows the five questions.</summary>
    public static Button BoardButton(Texts texts, string pairId) => new(texts["five.button"], CardAction.Show(Views.Pair(pairId)));

    /// <summary>A button about the partnership.</summary>
    public static Button Act(Texts texts, string label, string verb, Seat seat, string item = "", string choice = "", string seen = "", string view = "") =>
        new(texts[label], CardAction.Of(verb, (DataKeys.Pair, seat.Pair.Id), (DataKeys.Item, item), (DataKeys.Choice, choice), (DataKeys.Seen, seen), (DataKeys.View, view)));
}
