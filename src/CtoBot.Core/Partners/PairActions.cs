using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>What a person does with a partnership by buttons and typed commands.</summary>
internal static class PairActions
{
    /// <summary>A button about a partnership, or null for any other.</summary>
    public static Outcome? Press(Scene scene, PersonState state, CardAction action) => action.Verb switch
    {
        Verbs.PairAccept => Accept(scene, state, new InvitationRef("", action[DataKeys.Pair])),
        Verbs.PairDecline => Decline(scene, state, action[DataKeys.Pair]),
        Verbs.PairLater => new Outcome(state, [new Reply.Note(scene.Texts["pair.laterTitle"], [scene.Texts["pair.laterText"]], [PairReplies.AcceptButton(scene.Texts, action[DataKeys.Pair])])]),
        Verbs.PairWithdraw or Verbs.PairMode or Verbs.PairNext or Verbs.PairAgree or Verbs.PairReopen or Verbs.PairOffer or Verbs.PairSign =>
            Pairs.Find(scene, action[DataKeys.Pair]) is { } seat ? Press(scene, state, seat, action) : PairReplies.NotThere(scene, state),
        _ => null,
    };

    /// <summary>A typed command about the partnership that the person means.</summary>
    public static Outcome Typed(Scene scene, PersonState state, Command command) => (command.Content.Name, Pairs.Current(scene)) switch
    {
        ("accept", _) => Accept(scene, state, new InvitationRef(command.Argument, "")),
        ("invite", { Pair.IsHeld: false } seat) => Show(scene, state, Views.Pair(seat.Pair.Id)),
        ("invite", _) => Invite(scene, state, command.Argument),
        (_, { Pair.IsHeld: false } seat) => Show(scene, state, Views.Pair(seat.Pair.Id)),
        (_, null) => new Outcome(state, [PairReplies.NoPair(scene)]),
        ("agreement", { } seat) => Show(scene, state, Views.PairAgreement(seat.Pair.Id)),
        ("ledger", { } seat) => Show(scene, state, Views.PairLedger(seat.Pair.Id)),
        ("offer", { } seat) => FiveRules.Open(scene, state, FiveIds.Offer, seat.Pair.Id),
        (_, { } seat) => Show(scene, state, Views.PairCheckIn(seat.Pair.Id)),
    };

    /// <summary>Asks whom to invite, or how, if that was said already.</summary>
    private static Outcome Invite(Scene scene, PersonState state, string whom) =>
        whom.Length > 0 && Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite))) is { } dialog
            ? Dialogs.Hear(dialog, whom)
            : FiveRules.Open(scene, state, FiveIds.Invite, "");

    private static Outcome Show(Scene scene, PersonState state, string view, string? notice = null) =>
        CardViews.Show(scene, state, view, notice) ?? PairReplies.NotThere(scene, state);

    private static Outcome Press(Scene scene, PersonState state, Seat seat, CardAction action)
    {
        var (texts, id, item) = (scene.Texts, seat.Pair.Id, action[DataKeys.Item]);
        return action.Verb switch
        {
            Verbs.PairWithdraw => Want(new PairAct.Withdraw(), Views.Pair(id), null),
            Verbs.PairMode when action[DataKeys.Choice] is "room" or "apart" =>
                Want(new PairAct.SetMode(action[DataKeys.Choice] == "room" ? HoldingMode.Room : HoldingMode.Apart), Views.Pair(id), null),
            Verbs.PairNext => Next(scene, state, seat),
            Verbs.PairAgree when Agreed(scene, seat, item) is { } agree => Want(agree, Views.PairQuestion(id, item), texts.Say("pair.settled", ("question", PairReplies.Title(scene, item)))),
            Verbs.PairReopen => Want(new PairAct.Reopen(item), Views.PairQuestion(id, item), null),
            Verbs.PairOffer when Offered(action) is { } answer => Want(answer, Views.PairLedger(id), null),
            Verbs.PairSign when long.TryParse(action[DataKeys.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) => Want(new PairAct.Sign(seen, scene.Today), Views.PairAgreement(id), null),
            _ => PairReplies.NotThere(scene, state),
        };

        Outcome Want(PairAct act, string view, string? notice) => new(state.Want(scene, id, act), [], After: new AfterSync(id, view, notice));
    }

    /// <summary>Goes on where the two are: a question to answer, to settle, or the board.</summary>
    private static Outcome Next(Scene scene, PersonState state, Seat seat)
    {
        if (!seat.Pair.IsHeld)
            return Show(scene, state, Views.Pair(seat.Pair.Id));
        if (seat.Pair.Mode == HoldingMode.Room && FiveRules.NextJoint(seat, "") is { } joint)
            return FiveRules.OpenJoint(scene, state, seat, joint);
        if (FiveRules.NextPrivate(state, seat) is { } next)
            return FiveRules.OpenPrivate(scene, state, seat, next);
        return FiveIds.Questions.FirstOrDefault(question => seat.Pair.Question(question) is { Revealed: not null, Joint: null }) is { } revealed
            ? Show(scene, state, Views.PairQuestion(seat.Pair.Id, revealed))
            : Show(scene, state, Partnership.MaySign(seat.Pair) ? Views.PairAgreement(seat.Pair.Id) : Views.Pair(seat.Pair.Id));
    }

    /// <summary>What both said, if that is the same throughout.</summary>
    private static PairAct.Settle? Agreed(Scene scene, Seat seat, string question) =>
        seat.Pair.Question(question) is { Joint: null, Revealed: { BySlot: [{ } first, { } second] } }
        && scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is { } flow
        && Differences.Of(flow, first, second).All(line => !line.Differs)
            ? new PairAct.Settle(question, first, 0)
            : null;

    private static PairAct.AnswerOffer? Offered(CardAction action) =>
        int.TryParse(action[DataKeys.Item], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(action[DataKeys.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && action[DataKeys.Choice] switch { "accept" => OfferStatus.Accepted, "decline" => OfferStatus.Declined, "withdraw" => OfferStatus.Withdrawn, _ => (OfferStatus?)null } is { } status
            ? new PairAct.AnswerOffer(number, seen, status, null, null)
            : null;

    private static Outcome Accept(Scene scene, PersonState state, InvitationRef wanted)
    {
        if (scene.Shared.IsGuest)
            return PairReplies.ForColleagues(scene, state);
        // Pressed again by who is in already.
        if (Pairs.Find(scene, wanted.PairId) is { } seat)
            return Show(scene, state, Views.Pair(seat.Pair.Id));
        if (Invited(scene, state, wanted) is not { } invitation)
            return Missing(scene, state, wanted);
        var name = state.Client.Name.Length > 0 ? state.Client.Name : scene.Texts[invitation.Members[0].Role == PartnerRole.Cmo ? "pair.theCto" : "pair.theCmo"];
        return new Outcome(state.Want(scene, invitation.Id, new PairAct.Accept(name)), [], After: new AfterSync(invitation.Id, Views.Pair(invitation.Id), scene.Texts["pair.accepted"]));
    }

    private static Outcome Decline(Scene scene, PersonState state, string pairId) => Invited(scene, state, new InvitationRef("", pairId)) is { } invitation
        ? new Outcome(state.Want(scene, invitation.Id, new PairAct.Decline()), [new Reply.Note(scene.Texts["pair.declined"], [scene.Texts["pair.declinedText"]], [Lists.Home(scene, state)])])
        : Missing(scene, state, new InvitationRef("", pairId));

    /// <summary>An invitation that the person may answer, if it was looked for and is open.</summary>
    private static PartnershipState? Invited(Scene scene, PersonState state, InvitationRef wanted) =>
        scene.Shared.Invitation is { } found && found.Invitation.IsOpen(scene.Now) && found.Members is [{ IsGone: false } inviter] && inviter.PersonId != scene.Shared.PersonId
        && (wanted.PairId.Length == 0 || wanted.PairId == found.Id)
            ? found
            : null;

    /// <summary>Asks for the invitation, or says that there is none: the same whether it never was, is over, or is somebody else's.</summary>
    private static Outcome Missing(Scene scene, PersonState state, InvitationRef wanted) => scene.Shared.Looked
        ? new Outcome(state, [new Reply.Note(scene.Texts["pair.noInvitation"], [scene.Texts["pair.noInvitationText"]], [Lists.Home(scene, state)])])
        : new Outcome(state, [], Wants: wanted);
}
