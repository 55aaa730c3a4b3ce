namespace CtoBot.Access;

/// <summary>The settings under <c>Access</c>: who may talk to the bot.</summary>
public sealed class AccessOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Access";

    /// <summary>Stands for every tenant.</summary>
    public const string Every = "*";

    /// <summary>
    /// The Entra tenants whose people may talk to the bot; <c>*</c> for every one. Empty means that of <c>MicrosoftAppTenantId</c> alone,
    /// and in Development without an identity every one.
    /// </summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>The app ids that may post activities with Entra tokens of their own, besides the bot itself. The Bot Connector always may.</summary>
    public IList<string> AllowedCallers { get; } = [];

    /// <summary>Whether guests of a tenant may talk to the bot.</summary>
    public bool Guests { get; set; }

    /// <summary>Whether other bots may.</summary>
    public bool Bots { get; set; }
}
