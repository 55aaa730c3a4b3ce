using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>What the two see of their partnership.</summary>
internal static class PairViews
{
    /// <summary>A view by its name, or null if there is none of that name for this person.</summary>
    public static Reply? Show(Scene scene, PersonState state, string name, string argument, string? notice)
    {
        var slash = argument.IndexOf('/', StringComparison.Ordinal);
        var (id, item) = slash < 0 ? (argument, "") : (argument[..slash], argument[(slash + 1)..]);
        if (Pairs.Find(scene, id) is not { } seat)
            return null;
        return name switch
        {
            "pair" => Board(scene, state, seat, notice),
            _ when !seat.Pair.IsHeld => Board(scene, state, seat, notice),
            "question" => FiveIds.Questions.Contains(item) ? Question(scene, state, seat, item, notice) : null,
            "ledger" => LedgerViews.All(scene, seat, notice),
            "offer" => LedgerViews.One(scene, seat, item, notice),
            "agreement" => AgreementViews.Sheet(scene, seat, notice),
            "document" => AgreementViews.Document(scene, seat),
            "checkin" => AgreementViews.CheckIn(scene, seat, notice),
            _ => null,
        };
    }

    /// <summary>The five questions and how far they are; before anybody accepted, the invitation.</summary>
    public static Reply Board(Scene scene, PersonState state, Seat seat, string? notice)
    {
        if (!seat.Pair.IsHeld)
            return Invitation(scene, seat);
        var texts = scene.Texts;
        var pair = seat.Pair;
        var settled = FiveIds.Questions.Count(question => pair.Question(question).Joint is not null);
        return new Reply.Menu(
            texts.Say("pair.boardTitle", ("them", PairReplies.NameOf(texts, seat))),
            notice,
            texts[pair.Mode == HoldingMode.Room ? "pair.boardRoom" : "pair.boardApart"],
            new Progress(settled, FiveIds.Questions.Length, texts.Say("pair.progress", ("settled", texts.Number(settled)), ("total", texts.Number(FiveIds.Questions.Length)))),
            [new MenuGroup("", null, [.. FiveIds.Questions.Select(question => new MenuEntry(PairReplies.Title(scene, question), Status(texts, state, seat, question), CardAction.Show(Views.PairQuestion(pair.Id, question))))])],
            [
                Partnership.MaySign(pair) ? Agreement(texts, pair) : PairReplies.Act(texts, "pair.next", Verbs.PairNext, seat),
                new Button(texts["pair.ledger"], CardAction.Show(Views.PairLedger(pair.Id))),
                .. pair.AgreedOn is null ? [] : new[] { new Button(texts["pair.checkIns"], CardAction.Show(Views.PairCheckIn(pair.Id))) },
                pair.Mode == HoldingMode.Room
                    ? PairReplies.Act(texts, "pair.toApart", Verbs.PairMode, seat, choice: "apart")
                    : PairReplies.Act(texts, "pair.toRoom", Verbs.PairMode, seat, choice: "room"),
            ]);
    }

    private static Button Agreement(Texts texts, PartnershipState pair) => new(texts["pair.agreement"], CardAction.Show(Views.PairAgreement(pair.Id)));

    private static string Status(Texts texts, PersonState state, Seat seat, string question)
    {
        var shared = seat.Pair.Question(question);
        var mine = HasAnswered(state, seat, question);
        var theirs = shared.Answered.Contains(seat.Other);
        return texts[shared.Joint is not null ? "pair.isSettled"
            : shared.Revealed is not null || shared.IsReopened ? "pair.isRevealed"
            : mine ? "pair.isMine"
            : theirs ? "pair.isTheirs"
            : "pair.isOpen"];
    }

    private static bool HasAnswered(PersonState state, Seat seat, string question) =>
        PairSide.Answered(state, seat.Pair.Id, question) is not null;

    private static Reply Invitation(Scene scene, Seat seat)
    {
        var texts = scene.Texts;
        var invitation = seat.Pair.Invitation;
        var name = PairReplies.NameOf(texts, seat);
        if (!invitation.IsOpen(scene.Now))
        {
            var key = invitation.Status switch { InvitationStatus.Declined => "pair.wasDeclined", InvitationStatus.Withdrawn => "pair.wasWithdrawn", _ => "pair.hasLapsed" };
            return new Reply.Note(texts[key], [texts["pair.inviteAgain"]], [new Button(texts["pair.invite"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)))]);
        }

        return new Reply.Note(
            texts.Say("pair.invited", ("them", name)),
            [
                texts.Say(invitation.InviteeId is null ? "pair.passOn" : "pair.sentOrPassOn", ("them", name), ("code", invitation.Code)),
                texts.Say("pair.until", ("date", texts.Day(invitation.ExpiresAt.InZone(scene.Zone).Date))),
            ],
            [new Button(texts["pair.guide"], CardAction.Show(Views.Guide)), PairReplies.Act(texts, "pair.withdraw", Verbs.PairWithdraw, seat)]);
    }

    private static Reply Question(Scene scene, PersonState state, Seat seat, string question, string? notice)
    {
        var shared = seat.Pair.Question(question);
        if (scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is not { } flow)
            return PairReplies.NoPair(scene);
        return shared switch
        {
            { Joint: { } joint } => Settled(scene, seat, question, flow, joint, notice),
            { Revealed: { } revealed } => Revealed(scene, seat, question, flow, revealed, notice),
            { IsReopened: true } => Reopened(scene, seat, question, flow, shared.Earlier[^1], notice),
            _ => Open(scene, state, seat, question, notice),
        };
    }

    private static Reply.Sheet Settled(Scene scene, Seat seat, string question, Flow flow, JointAnswer joint, string? notice) => new(
        PairReplies.Title(scene, question),
        notice,
        scene.Texts["pair.settledLead"],
        [AnswerLines.Section(scene.Texts, "", flow, joint.Answers)],
        [.. seat.Pair.Question(question).Earlier.IsEmpty ? [] : new[] { scene.Texts.Say("pair.earlier", ("count", scene.Texts.Number(seat.Pair.Question(question).Earlier.Count))) }],
        [
            Partnership.MaySign(seat.Pair) ? Agreement(scene.Texts, seat.Pair) : PairReplies.Act(scene.Texts, "pair.next", Verbs.PairNext, seat),
            Joint(scene, seat, question, "pair.change"),
            PairReplies.Act(scene.Texts, "pair.reopen", Verbs.PairReopen, seat, question),
            PairReplies.BoardButton(scene.Texts, seat.Pair.Id),
        ]);

    private static Reply.Sheet Reopened(Scene scene, Seat seat, string question, Flow flow, JointAnswer earlier, string? notice) => new(
        PairReplies.Title(scene, question),
        notice,
        scene.Texts["pair.reopenedLead"],
        [AnswerLines.Section(scene.Texts, scene.Texts["pair.before"], flow, earlier.Answers)],
        [],
        [Joint(scene, seat, question, "pair.settle"), PairReplies.BoardButton(scene.Texts, seat.Pair.Id)]);

    private static Reply.Compare Revealed(Scene scene, Seat seat, string question, Flow flow, Revealed revealed, string? notice)
    {
        var texts = scene.Texts;
        var lines = Differences.Of(flow, revealed.BySlot[seat.Slot], revealed.BySlot[seat.Other]);
        var differing = lines.Count(line => line.Differs);
        return new Reply.Compare(
            PairReplies.Title(scene, question),
            notice,
            differing == 0 ? texts["pair.sameLead"] : texts.Say("pair.differLead", ("count", texts.Number(differing)), ("total", texts.Number(lines.Length))),
            texts["pair.you"],
            PairReplies.NameOf(texts, seat),
            [.. lines.Select(line => new CompareLine(line.Question.Name, AnswerLines.Show(texts, line.First, line.Question), AnswerLines.Show(texts, line.Second, line.Question), line.Differs))],
            [
                differing == 0 ? PairReplies.Act(texts, "pair.agree", Verbs.PairAgree, seat, question, view: Views.PairQuestion(seat.Pair.Id, question)) : Joint(scene, seat, question, "pair.settle"),
                PairReplies.Act(texts, "pair.next", Verbs.PairNext, seat),
                PairReplies.BoardButton(texts, seat.Pair.Id),
            ]);
    }

    private static Reply.Note Open(Scene scene, PersonState state, Seat seat, string question, string? notice)
    {
        var texts = scene.Texts;
        var content = scene.Content.Five.Questions.First(candidate => candidate.Id == question);
        var them = PairReplies.NameOf(texts, seat);
        var mine = HasAnswered(state, seat, question);
        var open = seat.Pair.Mode == HoldingMode.Room
            ? Joint(scene, seat, question, "pair.answerTogether")
            : new Button(texts[mine ? "pair.changeMine" : "pair.answer"], PrivateAction(seat, question, mine, scene));
        return new Reply.Note(
            PairReplies.Title(scene, question),
            [
                .. notice is null ? [] : new[] { notice },
                PairReplies.Purpose(scene, seat, content),
                .. seat.Pair.Mode == HoldingMode.Room ? [] : new[] { texts.Say(mine ? "pair.waitingForThem" : seat.Pair.Question(question).Answered.Contains(seat.Other) ? "pair.waitingForYou" : "pair.nobodyYet", ("them", them)) },
            ],
            [open, PairReplies.BoardButton(texts, seat.Pair.Id)]);
    }

    /// <summary>Opens the private answer; one that was given is shown again to be changed.</summary>
    private static CardAction PrivateAction(Seat seat, string question, bool again, Scene scene) => again && scene.Content.Flows.GetValueOrDefault(FiveIds.FlowOf(question)) is { } flow
        ? CardAction.Of(Verbs.Back, (DataKeys.Flow, flow.Id), (DataKeys.Subject, seat.Pair.Id))
        : CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, seat.Pair.Id));

    private static Button Joint(Scene scene, Seat seat, string question, string label) => new(
        scene.Texts[label],
        CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, FiveRules.JointSubject(scene, seat, question))));
}
