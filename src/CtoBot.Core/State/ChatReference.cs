namespace CtoBot.Core.State;

/// <summary>
/// Where a person's private chat with the bot is, or a group chat in which both are: the conversation reference of the channel, so that the bot can speak first.
/// Opaque to the conversation; the host writes and reads it.
/// </summary>
/// <param name="ServiceUrl">Where the channel is served.</param>
/// <param name="ChannelId">The channel, e.g. "msteams".</param>
/// <param name="BotId">The bot's id on the channel.</param>
/// <param name="UserId">The person's id on the channel.</param>
/// <param name="TenantId">The Entra tenant.</param>
/// <param name="ConversationId">The chat's id; null if the channel knows it no more, or it was never made.</param>
/// <param name="Trusted">
/// How <paramref name="ServiceUrl"/> was verified. True: by a validated token that names it, and the bot's own token may go there.
/// False: no token named it. A bot with an identity sends nothing there; one without, in Development, speaks to this machine only.
/// </param>
public sealed record ChatReference(
    string ServiceUrl,
    string ChannelId,
    string BotId,
    string UserId,
    string TenantId,
    string? ConversationId,
    bool Trusted)
{
    /// <summary>Whether it is a group chat: one that is no more is not made again.</summary>
    public bool IsGroup { get; init; }
}
