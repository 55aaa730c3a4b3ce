using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>A client of the Bot Connector at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>The service URL, with a slash at its end.</summary>
    Uri BaseUri { get; set; }

    /// <summary>What puts the bot's token on requests; null when the bot has no app id.</summary>
    ServiceClientCredentials Credentials { get; }

    /// <summary>The calls about conversations.</summary>
    IConversations Conversations { get; }
}
