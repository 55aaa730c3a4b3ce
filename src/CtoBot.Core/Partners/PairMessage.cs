using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// A message to one of the two about what happened, until it is delivered. It holds no words of anybody: it is written when it is
/// sent, in the receiver's language, from what the partnership says then.
/// </summary>
/// <param name="Number">Unique in the partnership for ever.</param>
/// <param name="To">The slot of the receiver; 1 before anybody accepted is the invited person; <see cref="Group"/> is the group chat of both.</param>
/// <param name="News">What happened.</param>
/// <param name="About">The question, the number of the offer or the day of the check-in; empty for none.</param>
/// <param name="At">When it happened.</param>
/// <param name="HeldUntil">Until then whoever wrote it delivers it; afterwards anybody may.</param>
public sealed record PairMessage(long Number, int To, PairNews News, string About, Instant At, Instant HeldUntil)
{
    /// <summary>The receiver is <see cref="PartnershipState.Group"/>.</summary>
    public const int Group = 2;
}

/// <summary>What a message is about.</summary>
public enum PairNews
{
    /// <summary>Somebody is invited.</summary>
    Invited,

    /// <summary>The invitation was accepted.</summary>
    Accepted,

    /// <summary>The invitation was declined.</summary>
    Declined,

    /// <summary>The questions are held in another way from now on.</summary>
    Mode,

    /// <summary>The other has answered a question in private.</summary>
    Answered,

    /// <summary>Both have answered a question.</summary>
    Revealed,

    /// <summary>The other wrote down what was agreed.</summary>
    Settled,

    /// <summary>The other reopened a question.</summary>
    Reopened,

    /// <summary>The other moved in the ledger.</summary>
    Offer,

    /// <summary>The other signed.</summary>
    OtherSigned,

    /// <summary>What was signed has changed.</summary>
    SignAgain,

    /// <summary>Both have signed.</summary>
    Agreed,

    /// <summary>The other held a check-in.</summary>
    CheckedIn,

    /// <summary>Both wish the joint wins of a check-in to be told in their group chat.</summary>
    Announced,

    /// <summary>The other had everything about them deleted.</summary>
    Left,
}
