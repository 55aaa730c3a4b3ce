using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>What came of an input.</summary>
/// <param name="State">The state to keep.</param>
/// <param name="Replies">
/// What to answer, in order. After a button of a card, the first one that is a card takes that card's place.
/// </param>
/// <param name="Content">The content in the person's language.</param>
/// <param name="Texts">The person's language, for what is not in the replies.</param>
/// <param name="Repeated">True: the input was taken in before, and <paramref name="State"/> is what it was.</param>
/// <param name="Erase">
/// True: nothing is to be kept of the person. Every row of theirs goes, in every table, and none is written: <paramref name="State"/>
/// is blank. The replies hold once that is done.
/// </param>
/// <param name="WantsRecords">
/// True: the step looked at the person's records, and they were not loaded. Everything else means nothing: load them, and step again.
/// </param>
/// <param name="Loaded">The records that the step had, or null.</param>
public sealed record Turn(
    PersonState State,
    ImmutableArray<Reply> Replies,
    LanguageContent Content,
    Texts Texts,
    bool Repeated = false,
    bool Erase = false,
    bool WantsRecords = false,
    ImmutableDictionary<string, Draft>? Loaded = null)
{
    /// <summary>The dialogs to file, by <see cref="Draft.Id"/>; null for one whose record goes.</summary>
    public ImmutableDictionary<string, Draft?> Filed { get; init; } = ImmutableDictionary<string, Draft?>.Empty;

    /// <summary>An invitation without which the step cannot go on: look for it, and step again. Everything else means nothing. Null for none.</summary>
    public InvitationRef? Wants { get; init; }

    /// <summary>Entra object ids of people of the tenant: without knowing who of them can be reached the step cannot go on. Look, and step again. Everything else means nothing. Empty for none.</summary>
    public ImmutableArray<string> WantsPeople { get; init; } = [];

    /// <summary>The number of what the person has just shared (<see cref="Sharing.ShareEntry.Number"/>): deliver it once the state is kept, and tell them what became of it. Null for nothing.</summary>
    public int? Sends { get; init; }

    /// <summary>What to show instead of the replies once the state is kept and its intents are taken into the partnership (<see cref="Conversation.Finish"/>); or null.</summary>
    public AfterSync? After { get; init; }
}
