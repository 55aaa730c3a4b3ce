using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace CtoBot.Teams;

/// <summary>Makes channels to people who have not just written: for reminders, and for what one person does that another is told of.</summary>
/// <param name="adapter">Sends.</param>
/// <param name="configuration">Holds the bot's app id.</param>
/// <param name="links">Makes links to what is kept.</param>
public sealed class ProactiveChannels(CloudAdapter adapter, IConfiguration configuration, ExportAddress links) : IChannels
{
    private readonly string appId = configuration["MicrosoftAppId"] ?? "";

    /// <summary>
    /// A channel to a person's private chat, for one turn of theirs: <c>turns.RunAsync(person, input, channels.To(person), …)</c>.
    /// It fails with a <see cref="ChannelException"/> if they have never been met.
    /// </summary>
    public IChannel To(PersonKey person) => new ProactiveChannel(adapter, appId, links, person);
}
