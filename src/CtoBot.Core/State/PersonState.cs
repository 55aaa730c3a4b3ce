using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using CtoBot.Core.Readout;
using CtoBot.Core.Sharing;
using NodaTime;

namespace CtoBot.Core.State;

/// <summary>
/// Everything the bot knows of one person, as one document. Immutable: <see cref="Conversation.Step"/> gives a new one.
/// </summary>
public sealed record PersonState
{
    /// <summary>The schema version that this program writes. <see cref="StateJson"/> upgrades older documents.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The schema version of the document.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Grows by one with every change; see <see cref="Answer.Revision"/>.</summary>
    public long Revision { get; init; }

    /// <summary>What is known of the person from the client.</summary>
    public ClientFacts Client { get; init; } = ClientFacts.Unknown;

    /// <summary>Where the person can be reached unasked; null until their first activity that tells.</summary>
    public ChatReference? Chat { get; init; }

    /// <summary>
    /// The time of the person's row in the due index; null if they have none. It is that of <see cref="Reminders.Schedule.Next"/> as
    /// it was after the last turn: the host keeps the two together.
    /// </summary>
    public Instant? DueAt { get; init; }

    /// <summary>When the last welcome was given, or null before the first.</summary>
    public Instant? WelcomedAt { get; init; }

    /// <summary>When the person removed the bot; null while it is installed.</summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>The dialogs, by <see cref="Draft.Id"/>.</summary>
    public ImmutableDictionary<string, Draft> Drafts { get; init; } = ImmutableDictionary<string, Draft>.Empty;

    /// <summary>The dialog that typed words belong to, or null.</summary>
    public string? Focus { get; init; }

    /// <summary>
    /// Whether something else than a question was shown last. Words that read as a command are one then, even if the dialog
    /// in <see cref="Focus"/> would take any words.
    /// </summary>
    public bool Away { get; init; }

    /// <summary>Whether the person last chose to have all questions of a dialog on one card, see <see cref="Flow.Form"/>.</summary>
    public bool PrefersForm { get; init; }

    /// <summary>What was done with the steps of the plan, by step key. A step without an entry is open, on its planned day.</summary>
    public ImmutableDictionary<string, StepState> Steps { get; init; } = ImmutableDictionary<string, StepState>.Empty;

    /// <summary>The customers by id ("c1").</summary>
    public ImmutableDictionary<string, CustomerEntry> Customers { get; init; } = ImmutableDictionary<string, CustomerEntry>.Empty;

    /// <summary>The visits that are planned or lately over, by id ("v1").</summary>
    public ImmutableDictionary<string, VisitEntry> Visits { get; init; } = ImmutableDictionary<string, VisitEntry>.Empty;

    /// <summary>The promises that are open and have a day, by the <see cref="Draft.Id"/> of the filed dialog in which they were given; see <see cref="CtoBot.Core.Customers.PromiseIndex"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<OpenPromise>> Promises { get; init; } = ImmutableDictionary<string, ImmutableArray<OpenPromise>>.Empty;

    /// <summary>The day from which on promises may be missing in <see cref="Promises"/>, since there were too many; null if all are there.</summary>
    public LocalDate? PromisesCut { get; init; }

    /// <summary>Whether what customers said may be handed on, by <see cref="CtoBot.Core.Customers.Quote.Ref"/>; of those that are not named nothing was decided. Null for none.</summary>
    public ImmutableDictionary<string, QuoteUse>? QuoteUses { get; init; }

    /// <summary>To what a customer agreed to be named with, by <see cref="CtoBot.Core.Customers.Quote.Ref"/>: what <see cref="QuoteChoice.DigestOf"/> tells of the words and of who said them. Null for none.</summary>
    public ImmutableDictionary<string, string>? QuoteConsents { get; init; }

    /// <summary>What the person is about to share, and has not sent; null for nothing.</summary>
    public SharePlan? Sharing { get; init; }

    /// <summary>What the person has shared, the latest last; at most <see cref="ShareLog.Most"/>. Null for nothing.</summary>
    public ImmutableList<ShareEntry>? Shares { get; init; }

    /// <summary>How many customers and visits were ever made: the next one's number is one more, and none is used twice.</summary>
    public int Made { get; init; }

    /// <summary>
    /// The dialogs that this turn files, by <see cref="Draft.Id"/>; null for one that is removed. They are rows of their own and never part of the document.
    /// </summary>
    [JsonIgnore]
    internal ImmutableDictionary<string, Draft?> Filing { get; init; } = ImmutableDictionary<string, Draft?>.Empty;

    /// <summary>The state as it is read back from its document: without what was for one turn only.</summary>
    public PersonState AsKept() => Filing.IsEmpty ? this : this with { Filing = ImmutableDictionary<string, Draft?>.Empty };

    /// <summary>What holds reminders up, and which were sent.</summary>
    public ReminderState Reminders { get; init; } = ReminderState.None;

    /// <summary>What can be taken back, the latest last; at most <see cref="MaxUndo"/>, and at most <see cref="MaxUndoLength"/> unless the latest alone is longer.</summary>
    public ImmutableList<UndoEntry> Undo { get; init; } = [];

    /// <summary>Ids of the latest activities that were taken in, the latest last; at most <see cref="MaxSeen"/>.</summary>
    public ImmutableList<string> Seen { get; init; } = [];

    /// <summary>When the person last asked to be forgotten; null if they did not, or decided against it.</summary>
    public Instant? ForgetAskedAt { get; init; }

    /// <summary>Their partnerships with another person, or null for none.</summary>
    public Partners.PersonPairs? Pairs { get; init; }

    /// <summary>Whether nothing is known at all: a person who has never written, or was forgotten.</summary>
    [JsonIgnore]
    public bool IsBlank =>
        Revision == 0 && Client == ClientFacts.Unknown && WelcomedAt is null && RemovedAt is null && ForgetAskedAt is null
        && Pairs is null && QuoteUses is null && QuoteConsents is null && Sharing is null && Shares is null
        && Drafts.IsEmpty && !PrefersForm && Steps.IsEmpty && Customers.IsEmpty && Visits.IsEmpty && Promises.IsEmpty && Reminders.IsNone && Undo.IsEmpty && Seen.IsEmpty;

    /// <summary>How many changes can be taken back.</summary>
    public const int MaxUndo = 10;

    /// <summary>How many characters are remembered to take changes back: the state is read and written with every turn.</summary>
    public const int MaxUndoLength = 100_000;

    /// <summary>How many activity ids are remembered to recognise a repeated delivery.</summary>
    public const int MaxSeen = 50;
}

/// <summary>What the client tells of a person; none of it is reliable, so it is only ever a default.</summary>
/// <param name="Name">Display name, or empty.</param>
/// <param name="Locale">BCP-47, e.g. "en-US"; empty when the client does not say.</param>
/// <param name="Zone">IANA id; empty when the client does not say.</param>
public sealed record ClientFacts(string Name, string Locale, string Zone)
{
    /// <summary>Nothing is known.</summary>
    public static ClientFacts Unknown { get; } = new("", "", "");

    /// <summary>These facts, filled up from <paramref name="earlier"/> where they are silent.</summary>
    public ClientFacts Or(ClientFacts earlier) => new(
        Name.Length > 0 ? Name : earlier.Name,
        Locale.Length > 0 ? Locale : earlier.Locale,
        Zone.Length > 0 ? Zone : earlier.Zone);
}

/// <summary>What was done with a step of the plan.</summary>
/// <param name="Revision">See <see cref="Answer.Revision"/>.</param>
/// <param name="DoneAt">When it was ticked, or null.</param>
/// <param name="SkippedAt">When it was skipped, or null.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="OutOfOrder">Why it was done before the steps that should come first; empty when no reason was given, null when it was in order.</param>
/// <param name="MovedTo">The day the person moved it to, or null for the planned one.</param>
/// <param name="Note">The person's note, word for word, or null.</param>
public sealed record StepState(
    long Revision,
    Instant? DoneAt = null,
    Instant? SkippedAt = null,
    string? Reason = null,
    string? OutOfOrder = null,
    LocalDate? MovedTo = null,
    string? Note = null)
{
    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsSettled => DoneAt is not null || SkippedAt is not null;
}

/// <summary>One change that can be taken back.</summary>
/// <param name="Label">What it was, as a key of the texts (<c>undo.*</c>).</param>
/// <param name="Subject">What it was done to, as the person reads it.</param>
/// <param name="Steps">The steps as they were before; null where there was no entry.</param>
/// <param name="Drafts">The answers as they were before.</param>
/// <param name="Customers">The customers' entries as they were before; null where there was none. Null if the change was none of customers.</param>
/// <param name="Visits">The same of visits.</param>
/// <param name="Beside">Whether it was made beside the dialogs, so that taking it back leads to none of them.</param>
public sealed record UndoEntry(
    string Label,
    string Subject,
    ImmutableDictionary<string, StepState?> Steps,
    ImmutableArray<DraftBefore> Drafts,
    ImmutableDictionary<string, CustomerEntry?>? Customers = null,
    ImmutableDictionary<string, VisitEntry?>? Visits = null,
    bool Beside = false);

/// <summary>A dialog as it was before a change.</summary>
/// <param name="Flow">Which flow.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="StartedAt">When it was opened.</param>
/// <param name="Status">Its status, or null if the dialog was not there.</param>
/// <param name="Answers">The answers that the change touched; null where there was none.</param>
/// <param name="Filed">See <see cref="Draft.Filed"/>.</param>
/// <param name="Earlier">See <see cref="Draft.Earlier"/>; kept only of a dialog that the change removed.</param>
public sealed record DraftBefore(
    string Flow,
    string Subject,
    Instant StartedAt,
    DraftStatus? Status,
    ImmutableDictionary<string, Answer?> Answers,
    bool Filed = false,
    ImmutableArray<EarlierAnswer> Earlier = default);
