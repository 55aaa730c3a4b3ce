using CtoBot.Playground;

namespace CtoBot.EndToEnd.Driver;

/// <summary>One bot and one Playground for a class of tests, each of which leaves nobody behind whom the bot knows: to start them takes longer than a walk.</summary>
/// <param name="node">Starts the Playground.</param>
public sealed class OneBot(LocalNode node) : IAsyncLifetime
{
    private BotProcess? _bot;
    private PlaygroundProcess? _playground;

    /// <summary>Where the chat with the bot is; it begins anew whenever it is opened.</summary>
    public Uri Chat => _playground!.Address;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder()], cancellationToken: TestContext.Current.CancellationToken);
        _playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, _bot.Endpoint, "Europe/Berlin", TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_playground is not null)
            await _playground.DisposeAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }
}
