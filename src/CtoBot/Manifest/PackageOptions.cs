namespace CtoBot.Manifest;

/// <summary>The settings under <c>Package</c>: what the Teams app package says of who publishes the bot. Besides them it uses <c>MicrosoftAppId</c> and <c>Bot:PublicUrl</c>.</summary>
public sealed class PackageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Package";

    /// <summary>The publisher's name, at most 32 characters.</summary>
    public string? Developer { get; set; }

    /// <summary>The publisher's page about the bot, an https address as all of these.</summary>
    public string? Website { get; set; }

    /// <summary>What becomes of people's data.</summary>
    public string? Privacy { get; set; }

    /// <summary>The terms of use.</summary>
    public string? Terms { get; set; }

    /// <summary>The package's version, three numbers: Teams takes an update for one only if it is higher. Without it, the program's.</summary>
    public string? Version { get; set; }

    /// <summary>The app registration that signs people in to the personal tab; without it <c>MicrosoftAppId</c>. A managed identity cannot do that: give the tab one of its own.</summary>
    public string? TabAppId { get; set; }
}
