using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Sharing;

/// <summary>Something that a person has shared: to whom, what and when. The words themselves are not kept.</summary>
/// <param name="Number">Counted from 1; none is used twice.</param>
/// <param name="At">When the person sent it. What goes out is made for this time, however late it goes out.</param>
/// <param name="What">See <see cref="SharePlan.What"/>.</param>
/// <param name="Sections">See <see cref="SharePlan.Sections"/>; empty for a part.</param>
/// <param name="Quotes">How many quotes are in it.</param>
/// <param name="Digest">See <see cref="SharedCard.Digest"/>: nothing else goes out under this entry.</param>
/// <param name="To">The recipients, and what became of each.</param>
/// <param name="TriedAt">When a process last began to deliver it: another waits until that is surely over.</param>
public sealed record ShareEntry(
    int Number,
    Instant At,
    string What,
    ImmutableList<string> Sections,
    int Quotes,
    string Digest,
    ImmutableList<ShareRecipient> To,
    Instant TriedAt)
{
    /// <summary>Whether somebody is still to get it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Waits => To.Exists(recipient => recipient.Status == ShareStatus.Waiting);
}

/// <summary>Somebody to whom something was shared, or a group chat.</summary>
/// <param name="Id">The Entra object id, in the tenant of who shares; of a group chat, its id.</param>
/// <param name="Name">As the person's own client told it; empty for somebody who never wrote, and for a group chat without a name.</param>
/// <param name="Status">What became of it.</param>
public sealed record ShareRecipient(string Id, string Name, ShareStatus Status)
{
    /// <summary>Whether it is a group chat.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Where the group chat is, as long as it waits; null of people, whose own state says where they are.</summary>
    public ChatReference? Chat { get; init; }
}

/// <summary>What became of something shared, for one recipient.</summary>
public enum ShareStatus
{
    /// <summary>It is still to go out.</summary>
    Waiting,

    /// <summary>It was delivered.</summary>
    Sent,

    /// <summary>They have not met the bot, so there is no chat to deliver it in.</summary>
    Unmet,

    /// <summary>They do not want messages of the bot, or may not have them.</summary>
    Blocked,

    /// <summary>The service did not take it.</summary>
    Failed,

    /// <summary>What it was made from changed before it went out: what the person had not seen was not sent.</summary>
    Changed,

    /// <summary>The group chat is no more.</summary>
    Gone,
}
