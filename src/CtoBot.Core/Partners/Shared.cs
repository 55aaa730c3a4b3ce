using System.Collections.Immutable;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>
/// What a turn knows beyond the person's own state. Whoever fills it decides what the person may see: only partnerships that they are
/// a member of, and an invitation that they hold the code of or that is theirs by name.
/// </summary>
/// <param name="PersonId">The person's Entra object id.</param>
/// <param name="Pairs">The partnerships of the person, the latest last.</param>
/// <param name="FreshId">An id that no partnership has yet.</param>
/// <param name="FreshCode">A code that no invitation has yet.</param>
/// <param name="Invitation">What <see cref="Turn.Wants"/> of this input led to, or null.</param>
/// <param name="Looked">Whether it was looked for.</param>
public sealed record Shared(
    string PersonId,
    ImmutableArray<PartnershipState> Pairs,
    string FreshId,
    string FreshCode,
    PartnershipState? Invitation = null,
    bool Looked = false)
{
    /// <summary>
    /// Whether the person turned out to be a guest of the organisation. It is only found out of somebody who is about to become a member of a
    /// partnership, and no guest becomes one.
    /// </summary>
    public bool IsGuest { get; init; }

    /// <summary>Who of <see cref="Turn.WantsPeople"/> can be reached: their names by id. Null as long as nobody has looked.</summary>
    public ImmutableDictionary<string, string>? People { get; init; }

    /// <summary>The group chat in which the turn happens, where others read along; null in the person's own chat.</summary>
    public GroupRef? Group { get; init; }

    /// <summary>Nothing: for a person of whom no id is known.</summary>
    public static Shared None { get; } = new("", [], "", "");
}

/// <summary>A group chat in which both of a partnership are.</summary>
/// <param name="PairId">The partnership that is meant there.</param>
/// <param name="Chat">Where it is; opaque here.</param>
public sealed record GroupRef(string PairId, ChatReference Chat);

/// <summary>An invitation that a turn needs, to go on: by its code or by its id.</summary>
/// <param name="Code">What the person typed, or empty.</param>
/// <param name="PairId">What the button of a message carried, or empty.</param>
public sealed record InvitationRef(string Code, string PairId);

/// <summary>What to show once the intents of the turn are taken into the partnership.</summary>
/// <param name="PairId">The partnership.</param>
/// <param name="View">See <see cref="Views"/>.</param>
/// <param name="Notice">What just happened, or null.</param>
/// <param name="ShowsNews">Whether the view shows all that comes of them. If not, the person is sent a message as the other is.</param>
public sealed record AfterSync(string PairId, string View, string? Notice, bool ShowsNews = true);
