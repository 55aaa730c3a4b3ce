using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>What the two do to their partnership. Pure; what cannot be any more changes nothing and is refused.</summary>
internal static class Partnership
{
    /// <summary>How long the writer of a message has to deliver it before anybody else may.</summary>
    private static readonly Duration Hold = Duration.FromSeconds(45);

    /// <summary>A partnership that begins.</summary>
    public static PartnershipState Begin(string id, string personId, PairIntent intent, PairAct.Create create) => new PartnershipState
    {
        Id = id,
        Revision = 1,
        Members = [new Member(personId, create.Name, create.Role, intent.Number)],
        Invitation = new Invitation(InvitationStatus.Open, create.Code, intent.At, create.ExpiresAt, create.InviteeName, create.InviteeId),
        Mode = create.Mode,
    };

    /// <summary>The part of the other.</summary>
    public static PartnerRole Opposite(PartnerRole role) => role == PartnerRole.Cmo ? PartnerRole.Cto : PartnerRole.Cmo;

    /// <summary>Takes in what somebody wants; null if it cannot be.</summary>
    /// <param name="pair">As it stands.</param>
    /// <param name="slot">Whose, or null for somebody who is no member.</param>
    /// <param name="personId">Who.</param>
    /// <param name="intent">What.</param>
    public static PartnershipState? Apply(PartnershipState pair, int? slot, string personId, PairIntent intent) => (intent.Act, slot) switch
    {
        (PairAct.Accept accept, _) => Accept(pair, personId, accept, intent),
        (PairAct.Decline, null) => Decline(pair, intent.At),
        (PairAct.Withdraw, 0) => Withdraw(pair),
        (PairAct.SetMode(var mode), { } by) when pair.IsHeld && pair.Mode != mode => Tell(Next(pair) with { Mode = mode }, 1 - by, PairNews.Mode, "", intent.At),
        (PairAct.MeetIn(var chat), not null) when pair.IsHeld => Next(pair) with { Group = chat },
        (PairAct.Settle settle, { } by) => Settle(pair, by, settle, intent.At),
        (PairAct.Reopen(var question), { } by) => Reopen(pair, by, question, intent.At),
        (PairAct.MakeOffer make, { } by) when pair.IsHeld => Tell(Offers.Make(Next(pair), by, make, intent.At), 1 - by, PairNews.Offer, Offers.Name(pair.Offers.Count + 1), intent.At),
        (PairAct.AnswerOffer answer, { } by) => Offers.Answer(pair, by, answer, intent.At),
        (PairAct.Sign sign, { } by) => Sign(pair, by, sign, intent.At),
        (PairAct.HoldCheckIn held, { } by) => CheckIn(pair, by, held, intent.At),
        _ => null,
    };

    /// <summary>The same with a revision of its own.</summary>
    public static PartnershipState Next(PartnershipState pair) => pair with { Revision = pair.Revision + 1 };

    /// <summary>What is agreed has changed: whoever had signed is asked again, except who changed it, and sees it.</summary>
    public static PartnershipState Changed(PartnershipState pair, PartnershipState before, int by, Instant at)
    {
        var changed = pair with { ContentRevision = pair.Revision };
        return before.HasSigned(1 - by) ? Tell(changed, 1 - by, PairNews.SignAgain, "", at) : changed;
    }

    /// <summary>A message to one of the two. One about the same that still waits is not sent twice.</summary>
    public static PartnershipState Tell(PartnershipState pair, int to, PairNews news, string about, Instant at)
    {
        if (to < pair.Members.Count ? pair.Members[to].IsGone : pair.Invitation.InviteeId is null)
            return pair;
        return Post(pair, new PairMessage(0, to, news, about, at, at + Hold));
    }

    private static PartnershipState Post(PartnershipState pair, PairMessage message)
    {
        var outbox = pair.Outbox
            .RemoveAll(waiting => waiting.To == message.To && waiting.News == message.News && waiting.About == message.About)
            .Add(message with { Number = pair.LastMessage + 1 });
        return pair with { Outbox = outbox.Count > PartnershipState.MaxOutbox ? outbox.RemoveAt(0) : outbox, LastMessage = pair.LastMessage + 1 };
    }

    private static PartnershipState? Accept(PartnershipState pair, string personId, PairAct.Accept accept, PairIntent intent)
    {
        if (pair.Members.Count != 1 || pair.Members[0].IsGone || pair.SlotOf(personId) is not null || !pair.Invitation.IsOpen(intent.At))
            return null;
        var role = Opposite(pair.Members[0].Role);
        return Tell(
            Close(Next(pair), InvitationStatus.Accepted) with { Members = pair.Members.Add(new Member(personId, accept.Name, role, intent.Number)) },
            0,
            PairNews.Accepted,
            "",
            intent.At);
    }

    private static PartnershipState? Decline(PartnershipState pair, Instant at) =>
        pair.Invitation.IsOpen(at) ? Tell(Close(Next(pair), InvitationStatus.Declined), 0, PairNews.Declined, "", at) : null;

    private static PartnershipState? Withdraw(PartnershipState pair) =>
        pair.Invitation.Status == InvitationStatus.Open ? Close(Next(pair), InvitationStatus.Withdrawn) : null;

    /// <summary>The code is of no more use, and whom it was for is nobody's business any more. An undelivered invitation is not sent.</summary>
    private static PartnershipState Close(PartnershipState pair, InvitationStatus status) => pair with
    {
        Invitation = pair.Invitation with { Status = status, Code = "", InviteeName = "", InviteeId = null },
        Outbox = pair.Outbox.RemoveAll(message => message.News == PairNews.Invited),
    };

    /// <summary>An invitation that nobody answered in time is of no more use, and names nobody any more.</summary>
    public static PartnershipState Lapse(PartnershipState pair, Instant now) =>
        pair.Invitation is { Status: InvitationStatus.Open, Code.Length: > 0 } invitation && !invitation.IsOpen(now) ? Close(Next(pair), InvitationStatus.Open) : pair;

    private static PartnershipState? Settle(PartnershipState pair, int by, PairAct.Settle settle, Instant at)
    {
        var before = pair.Question(settle.Question);
        if (!MaySettle(pair, settle.Question) || settle.Answers.IsEmpty || (before.Joint?.Revision ?? 0) != settle.Seen)
            return null;
        var next = Next(pair);
        var after = before with
        {
            Joint = new JointAnswer(settle.Answers, by, at, next.Revision),
            Earlier = before.Joint is null ? before.Earlier : before.Earlier.Add(before.Joint),
        };
        next = next with { Questions = next.Questions.SetItem(settle.Question, after) };
        if (settle.Question == FiveIds.Expenses)
            next = Offers.FromRows(next, settle.Answers, at);
        return Changed(Tell(next, 1 - by, PairNews.Settled, settle.Question, at), pair, by, at);
    }

    /// <summary>A joint answer that came second does not stand, and is kept all the same.</summary>
    public static PartnershipState Keep(PartnershipState pair, int by, PairAct.Settle late, Instant at)
    {
        if (pair.Question(late.Question) is not { Joint: not null } shared)
            return pair;
        var next = Next(pair);
        return next with
        {
            Questions = next.Questions.SetItem(late.Question, shared with { Earlier = shared.Earlier.Add(new JointAnswer(late.Answers, by, at, next.Revision)) }),
        };
    }

    /// <summary>Whether a joint answer can be written down: held in one room, or once both answers lie open.</summary>
    public static bool MaySettle(PartnershipState pair, string question) =>
        pair.IsHeld && FiveIds.Questions.Contains(question)
        && (pair.Mode == HoldingMode.Room || pair.Question(question) is var shared && (shared.Revealed is not null || shared.Joint is not null || shared.IsReopened));

    private static PartnershipState? Reopen(PartnershipState pair, int by, string question, Instant at)
    {
        if (pair.Question(question) is not { Joint: { } joint } shared)
            return null;
        var next = Next(pair);
        next = next with { Questions = next.Questions.SetItem(question, shared with { Joint = null, Earlier = shared.Earlier.Add(joint) }) };
        return Changed(Tell(next, 1 - by, PairNews.Reopened, question, at), pair, by, at);
    }

    /// <summary>Whether there is an agreement to sign: every question is settled.</summary>
    public static bool MaySign(PartnershipState pair) => pair.IsHeld && FiveIds.Questions.All(question => pair.Question(question).Joint is not null);

    private static PartnershipState? Sign(PartnershipState pair, int by, PairAct.Sign sign, Instant at)
    {
        if (!MaySign(pair) || sign.ContentRevision != pair.ContentRevision || pair.HasSigned(by))
            return null;
        var next = Next(pair);
        next = next with { Signatures = next.Signatures.Add(new Signature(by, sign.ContentRevision, at, sign.On)) };
        return next.IsAgreed
            ? Tell(next with { AgreedOn = next.AgreedOn ?? sign.On }, 1 - by, PairNews.Agreed, "", at)
            : Tell(next, 1 - by, PairNews.OtherSigned, "", at);
    }

    private static PartnershipState? CheckIn(PartnershipState pair, int by, PairAct.HoldCheckIn held, Instant at)
    {
        if (pair.AgreedOn is null || !CheckIns.Days.Contains(held.Day))
            return null;
        var before = pair.CheckIns.Find(result => result.Day == held.Day);
        var announce = (before?.Announce ?? []).Remove(by);
        var result = new CheckInResult(held.Day, at, by, held.Values, held.Done, held.Note, held.Announce ? announce.Add(by) : announce);
        // Once, when the second of the two wishes it.
        var announces = result.Announce.Count == 2 && before?.Announced != true && pair.Group is not null;
        result = result with { Announced = announces || before?.Announced == true };
        var results = pair.CheckIns.RemoveAll(earlier => earlier.Day == held.Day).Add(result).Sort((a, b) => a.Day.CompareTo(b.Day));
        var about = FormattableString.Invariant($"{held.Day}");
        var told = Tell(Next(pair) with { CheckIns = results }, 1 - by, PairNews.CheckedIn, about, at);
        return announces ? Post(told, new PairMessage(0, PairMessage.Group, PairNews.Announced, about, at, at + Hold)) : told;
    }
}
