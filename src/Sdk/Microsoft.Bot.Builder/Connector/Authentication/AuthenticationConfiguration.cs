namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What an app demands of incoming requests beyond the protocol.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements that the key of a channel's token must have, besides that for the channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>Decides which other apps may call with Entra tokens of their own; none may when null.</summary>
    public virtual ClaimsValidator ClaimsValidator { get; set; }
}
