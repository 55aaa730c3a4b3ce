using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace CtoBot.Teams;

/// <summary>Reaches people in their private chats in Teams.</summary>
/// <param name="adapter">Sends.</param>
/// <param name="configuration">Holds the bot's app id.</param>
/// <param name="links">Makes links to what is kept.</param>
/// <param name="limits">What may be sent how fast.</param>
/// <param name="time">The clock.</param>
public sealed class ProactiveChannels(CloudAdapter adapter, IConfiguration configuration, ExportAddress links, SendLimits limits, TimeProvider time) : IOutreach
{
    private readonly string appId = configuration["MicrosoftAppId"] ?? "";

    /// <inheritdoc/>
    public IChannel To(PersonKey person) => new ProactiveChannel(adapter, appId, links, limits, time, person);

    /// <inheritdoc/>
    public TimeSpan HeldFor(string tenantId) => limits.HeldFor(tenantId);
}
