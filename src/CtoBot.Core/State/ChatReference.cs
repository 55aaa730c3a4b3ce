namespace CtoBot.Core.State;

/// <summary>
/// Where a person's private chat with the bot is: the conversation reference of the channel, so that the bot can speak first.
/// Opaque to the conversation; the host writes and reads it.
/// </summary>
/// <param name="ServiceUrl">Where the channel is served.</param>
/// <param name="ChannelId">The channel, e.g. "msteams".</param>
/// <param name="BotId">The bot's id on the channel.</param>
/// <param name="UserId">The person's id on the channel.</param>
/// <param name="TenantId">The Entra tenant.</param>
/// <param name="ConversationId">The chat's id; null if the channel knows it no more, or it was never made.</param>
/// <param name="Trusted">
/// True: <paramref name="ServiceUrl"/> stood in an activity with a validated token, and the bot's own token may go there.
/// False: it came without one from this machine, in Development, and nothing but this machine is spoken to.
/// </param>
public sealed record ChatReference(
    string ServiceUrl,
    string ChannelId,
    string BotId,
    string UserId,
    string TenantId,
    string? ConversationId,
    bool Trusted);
