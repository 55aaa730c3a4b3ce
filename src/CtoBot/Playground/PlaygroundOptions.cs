namespace CtoBot.Playground;

/// <summary>What <see cref="PlaygroundHost"/> starts, and where.</summary>
public sealed record PlaygroundOptions
{
    /// <summary>The bot's messaging endpoint, absolute. Null: taken from the address the server listens on.</summary>
    public Uri? BotEndpoint { get; init; }

    /// <summary>The port of the CTO's Playground. One that is taken is replaced by a free one.</summary>
    public int CtoPort { get; init; } = 56150;

    /// <summary>The port of the CMO's Playground. One that is taken is replaced by a free one.</summary>
    public int CmoPort { get; init; } = 56151;

    /// <summary>The bot's data folder. Everything the Playground needs is kept in its subfolder <c>playground</c>,
    /// so the folder of the published application can be read-only.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether both chats are opened in the default browser as soon as they are ready.</summary>
    public bool OpenBrowser { get; init; }

    /// <summary>Where progress and the two addresses are written.</summary>
    public TextWriter Output { get; init; } = Console.Out;
}
