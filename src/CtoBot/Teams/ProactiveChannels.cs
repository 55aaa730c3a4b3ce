using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace CtoBot.Teams;

/// <summary>Reaches people in their private chats in Teams.</summary>
/// <param name="adapter">Sends.</param>
/// <param name="configuration">Holds the bot's app id, and the cloud it is in.</param>
/// <param name="links">Makes links to what is kept.</param>
/// <param name="limits">What may be sent how fast.</param>
/// <param name="time">The clock.</param>
public sealed class ProactiveChannels(CloudAdapter adapter, IConfiguration configuration, ExportAddress links, SendLimits limits, TimeProvider time) : IOutreach
{
    /// <summary>Where Teams is served to everybody in the public cloud.</summary>
    private const string GlobalServiceUrl = "https://smba.trafficmanager.net/teams";

    private readonly string appId = configuration["MicrosoftAppId"] ?? "";

    /// <summary>The clouds of the US Government have several, and nothing tells which is the person's.</summary>
    private readonly string? global = configuration["ChannelService"] is { Length: > 0 } ? null : GlobalServiceUrl;

    /// <inheritdoc/>
    public IChannel To(PersonKey person, SendWindow? window = null) => new ProactiveChannel(adapter, appId, global, links, limits, time, person, window);

    /// <inheritdoc/>
    public TimeSpan HeldFor(string tenantId) => limits.HeldFor(tenantId);
}
