using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// What a CMO and a CTO share, as one document in a partition of its own. Nothing that one of them answered in private is in it
/// before the reveal. Immutable: <see cref="PartnershipSync.Run"/> gives a new one.
/// </summary>
public sealed record PartnershipState
{
    /// <summary>The schema version that this program writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>How many messages may wait for one of the two.</summary>
    public const int MaxOutbox = 40;

    /// <summary>The schema version of the document.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Random, unguessable.</summary>
    public required string Id { get; init; }

    /// <summary>Grows by one with every change.</summary>
    public long Revision { get; init; }

    /// <summary>Who invited, at 0; who accepted, at 1, once somebody did. The index is the member's slot.</summary>
    public ImmutableList<Member> Members { get; init; } = [];

    /// <summary>The invitation.</summary>
    public required Invitation Invitation { get; init; }

    /// <summary>How the five questions are held.</summary>
    public HoldingMode Mode { get; init; }

    /// <summary>The five questions by their id in <c>five.json</c>; one without an entry is untouched.</summary>
    public ImmutableDictionary<string, SharedQuestion> Questions { get; init; } = ImmutableDictionary<string, SharedQuestion>.Empty;

    /// <summary>The ledger, in the order of the offers' numbers, from 1.</summary>
    public ImmutableList<Offer> Offers { get; init; } = [];

    /// <summary>The <see cref="Revision"/> of the latest change of what is agreed: what a signature stands for.</summary>
    public long ContentRevision { get; init; }

    /// <summary>Every signature, the latest last; those of an earlier <see cref="ContentRevision"/> are history.</summary>
    public ImmutableList<Signature> Signatures { get; init; } = [];

    /// <summary>The day on which both had signed for the first time, from which the check-ins count; or null.</summary>
    public LocalDate? AgreedOn { get; init; }

    /// <summary>The check-ins that were held, in their order.</summary>
    public ImmutableList<CheckInResult> CheckIns { get; init; } = [];

    /// <summary>The group chat in which the two hold the questions as well, or null.</summary>
    public ChatReference? Group { get; init; }

    /// <summary>Messages that one of the two has not received yet, the latest last.</summary>
    public ImmutableList<PairMessage> Outbox { get; init; } = [];

    /// <summary>The number of the latest message.</summary>
    public long LastMessage { get; init; }

    /// <summary>A question; an untouched one if nothing happened with it.</summary>
    public SharedQuestion Question(string id) => Questions.GetValueOrDefault(id) ?? SharedQuestion.Untouched;

    /// <summary>The slot of a person, or null for somebody who is no member.</summary>
    public int? SlotOf(string personId) => personId.Length > 0 && Members.FindIndex(member => member.PersonId == personId) is >= 0 and var slot ? slot : null;

    /// <summary>Whether two people hold it.</summary>
    [JsonIgnore]
    public bool IsHeld => Members.Count == 2;

    /// <summary>Whether a member has signed what stands now.</summary>
    public bool HasSigned(int slot) => ContentRevision > 0 && Signatures.Any(signature => signature.Slot == slot && signature.ContentRevision == ContentRevision);

    /// <summary>Whether both have signed what stands now.</summary>
    [JsonIgnore]
    public bool IsAgreed => HasSigned(0) && HasSigned(1);
}

/// <summary>One of the two.</summary>
/// <param name="PersonId">The Entra object id; empty for one who was forgotten.</param>
/// <param name="Name">As the client told it; empty for one who was forgotten.</param>
/// <param name="Role">CMO or CTO.</param>
/// <param name="Applied">The number of the latest <see cref="PairIntent"/> of theirs that was taken in.</param>
public sealed record Member(string PersonId, string Name, PartnerRole Role, long Applied = 0)
{
    /// <summary>Whether the person was forgotten.</summary>
    [JsonIgnore]
    public bool IsGone => PersonId.Length == 0;
}

/// <summary>The part that one of the two has.</summary>
public enum PartnerRole
{
    /// <summary>The CMO.</summary>
    Cmo,

    /// <summary>The CTO.</summary>
    Cto,
}

/// <summary>How the five questions are held.</summary>
public enum HoldingMode
{
    /// <summary>Both answer privately; what both have answered is revealed to both, and settled together.</summary>
    Apart,

    /// <summary>One chat leads through the questions, and takes down what is agreed.</summary>
    Room,
}

/// <summary>The invitation to a partnership.</summary>
/// <param name="Status">What became of it. One that is open after <paramref name="ExpiresAt"/> has lapsed.</param>
/// <param name="Code">With it the invited person finds it; empty once it is of no use.</param>
/// <param name="SentAt">When.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
/// <param name="InviteeName">Whom it is for, as the inviter named them; empty if they were chosen in the directory, which gives no name, and once it is answered.</param>
/// <param name="InviteeId">Their Entra object id if it is known, or null.</param>
public sealed record Invitation(InvitationStatus Status, string Code, Instant SentAt, Instant ExpiresAt, string InviteeName, string? InviteeId = null)
{
    /// <summary>Whether it can be accepted.</summary>
    public bool IsOpen(Instant now) => Status == InvitationStatus.Open && now < ExpiresAt;
}

/// <summary>What became of an invitation.</summary>
public enum InvitationStatus
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>The inviter took it back.</summary>
    Withdrawn,
}

/// <summary>One of the five questions as the two share it.</summary>
public sealed record SharedQuestion
{
    /// <summary>Nothing has happened.</summary>
    public static SharedQuestion Untouched { get; } = new();

    /// <summary>The slots of those who have answered in private. Says nothing of what they answered.</summary>
    public ImmutableList<int> Answered { get; init; } = [];

    /// <summary>Both answers, from the moment in which both are there; null before.</summary>
    public Revealed? Revealed { get; init; }

    /// <summary>What they agreed on, or null.</summary>
    public JointAnswer? Joint { get; init; }

    /// <summary>What they had agreed on before they changed or reopened it, the latest last.</summary>
    public ImmutableList<JointAnswer> Earlier { get; init; } = [];

    /// <summary>Whether it was reopened and not settled since.</summary>
    [JsonIgnore]
    public bool IsReopened => Joint is null && !Earlier.IsEmpty;
}

/// <summary>Both answers to a question.</summary>
/// <param name="At">When they were revealed.</param>
/// <param name="BySlot">The answers of a member by the flow's question, at the member's slot; null for one who was forgotten.</param>
public sealed record Revealed(Instant At, ImmutableList<ImmutableDictionary<string, AnswerValue>?> BySlot);

/// <summary>What the two agreed on.</summary>
/// <param name="Answers">By the flow's question.</param>
/// <param name="By">The slot of who wrote it down.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The partnership's revision with which it came: unique for ever.</param>
public sealed record JointAnswer(ImmutableDictionary<string, AnswerValue> Answers, int By, Instant At, long Revision)
{
    /// <summary>The answer of this question if it was answered and not skipped, or null.</summary>
    public T? Value<T>(string question) where T : AnswerValue => Answers.GetValueOrDefault(question) as T;
}

/// <summary>A signature under the agreement.</summary>
/// <param name="Slot">Whose.</param>
/// <param name="ContentRevision">What was signed.</param>
/// <param name="At">When.</param>
/// <param name="On">The signer's date then.</param>
public sealed record Signature(int Slot, long ContentRevision, Instant At, LocalDate On);

/// <summary>What a check-in found.</summary>
/// <param name="Day">30, 60 or 90.</param>
/// <param name="At">When it was held.</param>
/// <param name="By">The slot of who wrote it down.</param>
/// <param name="Values">The new values, by metric.</param>
/// <param name="Done">The commitments that are done, by what they say.</param>
/// <param name="Note">Anything else, or null.</param>
/// <param name="Announce">The slots of those who wish the joint wins to be announced.</param>
public sealed record CheckInResult(
    int Day,
    Instant At,
    int By,
    ImmutableDictionary<string, decimal> Values,
    ImmutableList<string> Done,
    string? Note,
    ImmutableList<int> Announce)
{
    /// <summary>Whether they were announced.</summary>
    public bool Announced { get; init; }
}
