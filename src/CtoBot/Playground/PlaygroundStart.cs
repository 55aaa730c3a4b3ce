namespace CtoBot.Playground;

/// <summary>What <see cref="PlaygroundProcess"/> needs to know of one Playground.</summary>
/// <param name="Person">Who is signed in.</param>
/// <param name="BotEndpoint">The bot's messaging endpoint, absolute.</param>
/// <param name="Port">The wanted port; 0 or a taken one gives a free one.</param>
/// <param name="InstallFolder">Where <see cref="PlaygroundInstall"/> put the package.</param>
/// <param name="WorkingFolder">A folder of this Playground alone, for its configuration and log.</param>
/// <param name="TimeZone">The IANA zone that the client reports as its own; null is that of this computer.</param>
public sealed record PlaygroundStart(
    PlaygroundPerson Person, Uri BotEndpoint, int Port, string InstallFolder, string WorkingFolder, string? TimeZone = null);
