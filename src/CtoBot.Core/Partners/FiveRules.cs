using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// The dialogs of the five questions beyond their content. The same dialog asks for a private answer and for the joint one: its subject
/// tells which (<see cref="PairSubject"/>).
/// </summary>
internal static class FiveRules
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly Duration InvitationTime = Duration.FromDays(14);

    private static readonly FrozenDictionary<string, FlowRules> Rules = FiveIds.Questions
        .Select(question => (Flow: FiveIds.FlowOf(question), Rules: OfQuestion(question)))
        .Append((Flow: FiveIds.Invite, Rules: Invite()))
        .Append((Flow: FiveIds.Offer, OfferRules.Rules))
        .Append((Flow: FiveIds.CheckIn, CheckInRules.Rules))
        .ToFrozenDictionary(item => item.Flow, item => item.Rules, StringComparer.Ordinal);

    /// <summary>The rules of a flow, or null if it is none of these.</summary>
    public static FlowRules? For(string flow) => Rules.GetValueOrDefault(flow);

    /// <summary>Opens the private answer of a question.</summary>
    public static Outcome OpenPrivate(Scene scene, PersonState state, Seat seat, string question, string? notice = null) =>
        Open(scene, state, FiveIds.FlowOf(question), seat.Pair.Id, notice);

    /// <summary>Opens the joint answer of a question.</summary>
    public static Outcome OpenJoint(Scene scene, PersonState state, Seat seat, string question, string? notice = null) =>
        Open(scene, state, FiveIds.FlowOf(question), JointSubject(scene, seat, question), notice);

    /// <summary>The subject of the joint answer of a question.</summary>
    public static string JointSubject(Scene scene, Seat seat, string question)
    {
        var seen = seat.Pair.Question(question).Joint?.Revision ?? 0;
        return scene.Shared.Group is null ? PairSubject.Of(seat.Pair.Id, seen) : PairSubject.Of(seat.Pair.Id, seen, GroupChat.Mark);
    }

    /// <summary>Opens a dialog about a partnership; what cannot be is not there.</summary>
    public static Outcome Open(Scene scene, PersonState state, string flow, string subject, string? notice = null) =>
        Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.Subject, subject))) is { } dialog
            ? Dialogs.Open(dialog, notice)
            : PairReplies.NotThere(scene, state);

    private static FlowRules OfQuestion(string question) => new()
    {
        HasSubject = (scene, _, subject) => PairSubject.Parse(subject) is var (pairId, numbers) && Pairs.Find(scene, pairId) is { } seat && numbers switch
        {
            // Also when it is too late: what somebody was writing is taken down and not lost, it only is not revealed any more.
            [] => seat.Pair.IsHeld,
            [_] => Partnership.MaySettle(seat.Pair, question),
            // Written down in a group chat: it is not to be seen elsewhere, so that nothing that is written elsewhere is seen there.
            [_, GroupChat.Mark] => scene.Shared.Group is not null && Partnership.MaySettle(seat.Pair, question),
            _ => false,
        },
        Placeholders = context => [("guide", Guide(context, question)), ("them", Them(context))],
        Begin = (scene, state, draft, _) => Begin(scene, state, draft, question),
        End = (context, ended) => PairSubject.Parse(context.Draft.Subject).Numbers.Length == 0 ? EndPrivate(context, ended, question) : EndJoint(context, question),
    };

    /// <summary>Above the question: what it is for, and for who leads how to open it and how to go on.</summary>
    private static string Guide(DialogContext context, string id)
    {
        var texts = context.Scene.Texts;
        var pairId = PairSubject.Parse(context.Draft.Subject).PairId;
        if (context.Scene.Content.Five.Questions.FirstOrDefault(candidate => candidate.Id == id) is not { } question || Pairs.Find(context.Scene, pairId) is not { } seat)
            return "";
        if (PairSubject.Parse(context.Draft.Subject).Numbers.Length == 0)
            return texts.Say("pair.privateLead", ("purpose", PairReplies.Purpose(context.Scene, seat, question)), ("them", Them(context)));
        return context.Scene.Shared.Group is not null || (seat.Pair.Mode == HoldingMode.Room && seat.IsCmo)
            ? texts.Say("pair.roomLead", ("purpose", PairReplies.Purpose(context.Scene, seat, question)), ("opening", question.Opening), ("followUps", string.Join("\n", question.FollowUps.Select(text => texts.Say("pair.followUp", ("text", text))))))
            : texts.Say("pair.jointLead", ("result", question.Result));
    }

    private static string Them(DialogContext context) =>
        Pairs.Find(context.Scene, PairSubject.Parse(context.Draft.Subject).PairId) is { } seat ? PairReplies.NameOf(context.Scene.Texts, seat) : "";

    /// <summary>A joint answer begins with what is known: the present one, the last one before it was reopened, or what both said.</summary>
    private static Draft Begin(Scene scene, PersonState state, Draft draft, string question)
    {
        var (pairId, numbers) = PairSubject.Parse(draft.Subject);
        if (numbers.Length == 0 || Pairs.Find(scene, pairId) is not { } seat || scene.Content.Flows.GetValueOrDefault(draft.Flow) is not { } flow)
            return draft;
        var shared = seat.Pair.Question(question);
        var known = shared.Joint?.Answers
            ?? shared.Earlier.LastOrDefault()?.Answers
            ?? (numbers is [_, GroupChat.Mark] ? Nothing
                : shared.Revealed is { } revealed ? Differences.Merged(flow, revealed.BySlot[0] ?? Nothing, revealed.BySlot[1] ?? Nothing) : Own(state, draft.Flow, pairId));
        return known.IsEmpty
            ? draft
            : draft with
            {
                Asked = flow.Pages[0].Id,
                Answers = SharedAnswers.Begin(known, flow, scene.Now),
            };
    }

    private static ImmutableDictionary<string, AnswerValue> Nothing => ImmutableDictionary<string, AnswerValue>.Empty;

    private static ImmutableDictionary<string, AnswerValue> Own(PersonState state, string flow, string pairId) =>
        state.Drafts.GetValueOrDefault(Draft.IdOf(flow, pairId)) is { } draft ? SharedAnswers.Of(draft) : Nothing;

    private static Outcome EndPrivate(DialogContext context, Ended ended, string question)
    {
        var (scene, state) = (context.Scene, context.State);
        if (Pairs.Find(scene, context.Draft.Subject) is not { } seat)
            return PairReplies.NotThere(scene, state);
        if (PairSide.Answered(state, seat.Pair.Id, question) is null)
            return new Outcome(state, [], After: new AfterSync(seat.Pair.Id, Views.Pair(seat.Pair.Id), scene.Texts["pair.nothingGiven"]));
        if (!seat.MayAnswer(question) || seat.Pair.Question(question).Answered.Contains(seat.Other))
            return new Outcome(state, [], After: new AfterSync(seat.Pair.Id, Views.PairQuestion(seat.Pair.Id, question), null));
        var notice = ended.Changed || ended.First ? scene.Texts.Say("pair.keptPrivate", ("them", PairReplies.NameOf(scene.Texts, seat))) : ended.Notice;
        return NextPrivate(state, seat) is { } next && ended.First
            ? OpenPrivate(scene, state, seat, next, notice)
            : new Outcome(state, [], After: new AfterSync(seat.Pair.Id, Views.Pair(seat.Pair.Id), notice, ShowsNews: false));
    }

    /// <summary>The first question that the person can answer in private and has not; or null.</summary>
    public static string? NextPrivate(PersonState state, Seat seat) => FiveIds.Questions.FirstOrDefault(question =>
        seat.MayAnswer(question) && PairSide.Answered(state, seat.Pair.Id, question) is null);

    private static Outcome EndJoint(DialogContext context, string question)
    {
        var (scene, draft) = (context.Scene, context.Draft);
        var (pairId, numbers) = PairSubject.Parse(draft.Subject);
        // The joint answer is the partnership's: no copy of it stays behind.
        var state = context.State.Drop(draft);
        if (Pairs.Find(scene, pairId) is not { } seat)
            return PairReplies.NotThere(scene, state);
        state = state.Want(scene, pairId, new PairAct.Settle(question, SharedAnswers.Of(draft), numbers[0]));
        var notice = scene.Texts.Say("pair.settled", ("question", PairReplies.Title(scene, question)));
        return seat.Pair.Mode == HoldingMode.Room && NextJoint(seat, question) is { } next
            ? OpenJoint(scene, state, seat, next, notice)
            : new Outcome(state, [], After: new AfterSync(pairId, AfterJoint(seat, question), notice));
    }

    /// <summary>Where a person goes on who settled a question: what else is revealed, the agreement if that was the last, else the board.</summary>
    private static string AfterJoint(Seat seat, string question)
    {
        string[] open = [.. FiveIds.Questions.Where(other => other != question && seat.Pair.Question(other).Joint is null)];
        return open.Length == 0 ? Views.PairAgreement(seat.Pair.Id)
            : open.FirstOrDefault(other => seat.Pair.Question(other).Revealed is not null) is { } revealed ? Views.PairQuestion(seat.Pair.Id, revealed)
            : Views.Pair(seat.Pair.Id);
    }

    /// <summary>The first question after <paramref name="settled"/> that is not settled, or null.</summary>
    public static string? NextJoint(Seat seat, string settled) =>
        FiveIds.Questions.FirstOrDefault(question => question != settled && seat.Pair.Question(question).Joint is null);

    private static FlowRules Invite() => new()
    {
        Refuse = (context, _, answer) => answer is AnswerValue.People { Persons: [{ AadObjectId: { } id }, ..] } && string.Equals(id, context.Scene.Shared.PersonId, StringComparison.OrdinalIgnoreCase)
            ? new Problem("pair.yourself", ImmutableDictionary<string, string>.Empty)
            : null,
        End = (context, _) =>
        {
            var (scene, state) = (context.Scene, context.State);
            var person = context.Draft.Value<AnswerValue.People>("who")!.Persons[0];
            var mode = context.Draft.Value<AnswerValue.Choice>("mode")?.Value == "room" ? HoldingMode.Room : HoldingMode.Apart;
            var role = SetupAnswers.IsCto(state) ? PartnerRole.Cto : PartnerRole.Cmo;
            if (scene.Shared.FreshId.Length == 0)
                return PairReplies.NotThere(scene, state);
            if (scene.Shared.IsGuest)
                return PairReplies.ForColleagues(scene, state);
            var invitee = Guid.TryParse(person.AadObjectId, CultureInfo.InvariantCulture, out var id) ? id.ToString("D") : null;
            state = state.Want(scene, scene.Shared.FreshId, new PairAct.Create(
                Or(state.Client.Name, scene.Texts[role == PartnerRole.Cmo ? "pair.theCmo" : "pair.theCto"]), role, scene.Shared.FreshCode, scene.Now + InvitationTime, person.Name == person.AadObjectId ? "" : person.Name, invitee, mode));
            return new Outcome(state, [], After: new AfterSync(scene.Shared.FreshId, Views.Pair(scene.Shared.FreshId), null));
        },
    };

    private static string Or(string name, string otherwise) => name.Length > 0 ? name : otherwise;
}
