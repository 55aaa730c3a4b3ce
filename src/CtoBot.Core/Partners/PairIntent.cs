using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// Something that a person wants done to a partnership. It is kept in the person's own state first, in the turn that took it in, and
/// is then taken into the partnership exactly once, by <see cref="Number"/>; so it is lost by no crash between the two.
/// </summary>
/// <param name="Number">Grows by one with every intent of the person.</param>
/// <param name="PairId">The partnership.</param>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
public sealed record PairIntent(long Number, string PairId, Instant At, PairAct Act);

/// <summary>What a person wants done to a partnership.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Create), "create")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(SetMode), "mode")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Reopen), "reopen")]
[JsonDerivedType(typeof(MakeOffer), "offer")]
[JsonDerivedType(typeof(AnswerOffer), "answerOffer")]
[JsonDerivedType(typeof(Sign), "sign")]
[JsonDerivedType(typeof(HoldCheckIn), "checkIn")]
[JsonDerivedType(typeof(MeetIn), "meetIn")]
public abstract record PairAct
{
    private PairAct()
    {
    }

    /// <summary>Begins a partnership by inviting somebody.</summary>
    /// <param name="Name">The inviter's name.</param>
    /// <param name="Role">The inviter's role.</param>
    /// <param name="Code">See <see cref="Invitation.Code"/>.</param>
    /// <param name="ExpiresAt">See <see cref="Invitation.ExpiresAt"/>.</param>
    /// <param name="InviteeName">Whom.</param>
    /// <param name="InviteeId">Their id, or null.</param>
    /// <param name="Mode">How to hold the questions.</param>
    public sealed record Create(string Name, PartnerRole Role, string Code, Instant ExpiresAt, string InviteeName, string? InviteeId, HoldingMode Mode) : PairAct;

    /// <summary>Accepts the invitation.</summary>
    /// <param name="Name">The name of who accepts.</param>
    public sealed record Accept(string Name) : PairAct;

    /// <summary>Declines the invitation.</summary>
    public sealed record Decline : PairAct;

    /// <summary>Takes the invitation back.</summary>
    public sealed record Withdraw : PairAct;

    /// <summary>Holds the questions in another way.</summary>
    public sealed record SetMode(HoldingMode Mode) : PairAct;

    /// <summary>Writes down what was agreed.</summary>
    /// <param name="Question">One of the five.</param>
    /// <param name="Answers">By the flow's question.</param>
    /// <param name="Seen">The revision of the joint answer that the person saw, 0 for none.</param>
    public sealed record Settle(string Question, ImmutableDictionary<string, AnswerValue> Answers, long Seen) : PairAct;

    /// <summary>Opens a settled question again. What was agreed is kept.</summary>
    public sealed record Reopen(string Question) : PairAct;

    /// <summary>Offers to move a cost.</summary>
    public sealed record MakeOffer(OfferTerms Terms, string? Note) : PairAct;

    /// <summary>Answers an offer or takes it back.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="Seen">The revision of the offer that the person saw.</param>
    /// <param name="Status">What it becomes.</param>
    /// <param name="Terms">Other terms, of a counter-offer; or null.</param>
    /// <param name="Note">What is said with it, or null.</param>
    public sealed record AnswerOffer(int Number, long Seen, OfferStatus Status, OfferTerms? Terms, string? Note) : PairAct;

    /// <summary>Signs the agreement.</summary>
    /// <param name="ContentRevision">What the person saw.</param>
    /// <param name="On">The person's date.</param>
    public sealed record Sign(long ContentRevision, LocalDate On) : PairAct;

    /// <summary>Holds the questions in a group chat as well.</summary>
    public sealed record MeetIn(ChatReference Chat) : PairAct;

    /// <summary>Writes down a check-in.</summary>
    public sealed record HoldCheckIn(int Day, ImmutableDictionary<string, decimal> Values, ImmutableList<string> Done, string? Note, bool Announce) : PairAct;
}
