namespace CtoBot.Export;

/// <summary>The settings under <c>Bot</c>.</summary>
public sealed class ExportOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Bot";

    /// <summary>
    /// The address at which people's browsers reach the bot, e.g. <c>https://ctobot.example.com</c>: the host of the messaging endpoint.
    /// In Development, where there is none, it is the address the server listens on.
    /// </summary>
    public string? PublicUrl { get; set; }
}
