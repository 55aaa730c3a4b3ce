using CtoBot.Playground;

namespace CtoBot.EndToEnd.Driver;

/// <summary>Node.js with the packages that the tests need, installed beside the test assembly when first asked for.</summary>
public sealed class LocalNode : IDisposable
{
    private static readonly string Root = AppContext.BaseDirectory;

    private readonly SemaphoreSlim _installing = new(1);

    /// <summary>The folder with the packages of <see cref="CardPage"/>.</summary>
    public static string CardPackages => Path.Combine(Root, "npm");

    /// <summary>The name of a folder that has not been used before, beside the test assembly so that its logs can be read after a failure.</summary>
    public static string NewFolder() => Path.Combine(Root, "playground-runs", Path.GetRandomFileName());

    /// <summary>Skips the running test when this computer has no Node.js.</summary>
    public Task RequireAsync(CancellationToken cancellationToken = default) => FindAsync(cancellationToken);

    /// <summary>Starts a Playground on a free port, in a working folder that has not been used before.</summary>
    /// <param name="person">Who is signed in.</param>
    /// <param name="botEndpoint">The bot's messaging endpoint, absolute.</param>
    /// <param name="timeZone">The IANA zone that the client reports.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public async Task<PlaygroundProcess> StartPlaygroundAsync(
        PlaygroundPerson person, Uri botEndpoint, string timeZone = "Europe/Berlin", CancellationToken cancellationToken = default)
    {
        var node = await FindAsync(cancellationToken);
        var install = Path.Combine(Root, "playground");
        await AloneAsync(() => PlaygroundInstall.EnsureAsync(node, install, TextWriter.Null, cancellationToken), cancellationToken);
        return await PlaygroundProcess.StartAsync(node, new(person, botEndpoint, Port: 0, install, NewFolder(), timeZone), cancellationToken);
    }

    /// <summary>Installs the packages that <see cref="CardPage"/> loads.</summary>
    public async Task InstallCardPackagesAsync(CancellationToken cancellationToken = default)
    {
        var node = await FindAsync(cancellationToken);
        await AloneAsync(() => node.EnsureInstalledAsync(CardPackages, "the card renderer", TextWriter.Null, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _installing.Dispose();

    /// <summary>One installation at a time: two tests that begin together want the same.</summary>
    private async Task AloneAsync(Func<Task> install, CancellationToken cancellationToken)
    {
        await _installing.WaitAsync(cancellationToken);
        try
        {
            await install();
        }
        finally
        {
            _installing.Release();
        }
    }

    private static async Task<NodeTool> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await NodeTool.FindAsync(Environment.GetEnvironmentVariable("PATH"), cancellationToken);
        }
        catch (PlaygroundException e)
        {
            Requirement.Missing(e.Message);
            throw;
        }
    }
}
