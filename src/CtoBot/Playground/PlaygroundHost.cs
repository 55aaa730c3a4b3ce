using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CtoBot.Playground;

/// <summary>
/// Runs two Playgrounds beside the bot, one for the CTO and one for the CMO, from the moment the server listens until
/// the host stops. The bot itself does not depend on it: what goes wrong here is told, and the bot runs alone.
/// </summary>
public sealed class PlaygroundHost(PlaygroundOptions options, IServer server, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
            return;
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops while the Playgrounds start.
        }
        catch (Exception e) when (e is PlaygroundException or IOException or UnauthorizedAccessException)
        {
            await options.Output.WriteLineAsync($"Playground: {e.Message}{Environment.NewLine}The bot runs without the Playground.");
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var node = await NodeTool.FindAsync(Environment.GetEnvironmentVariable("PATH"), stoppingToken);
        var root = Path.GetFullPath(Path.Combine(options.DataFolder, "playground"));
        var install = Path.Combine(root, "npm");
        await PlaygroundInstall.EnsureAsync(node, install, options.Output, stoppingToken);

        var endpoint = options.BotEndpoint ?? EndpointOf(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        await using var cto = await PlaygroundProcess.StartAsync(
            node, new(PlaygroundPerson.Cto, endpoint, options.CtoPort, install, Path.Combine(root, "cto")), stoppingToken);
        await using var cmo = await PlaygroundProcess.StartAsync(
            node, new(PlaygroundPerson.Cmo, endpoint, options.CmoPort, install, Path.Combine(root, "cmo")), stoppingToken);

        await options.Output.WriteLineAsync(
            $"""

            The bot's chat is ready. Open in a browser, and press Ctrl-C here to end it all:
              CTO: {Shown(cto)}   ({PlaygroundPerson.Cto.Name})
              CMO: {Shown(cmo)}   ({PlaygroundPerson.Cmo.Name})

            """);
        if (options.OpenBrowser)
            await OpenAsync(cto, cmo);

        var ended = await Task.WhenAny(cto.Ended, cmo.Ended, Task.Delay(Timeout.Infinite, stoppingToken));
        if (!stoppingToken.IsCancellationRequested)
            throw new PlaygroundException($"The {(ended == cto.Ended ? "CTO" : "CMO")}'s Playground has ended by itself; the other is ended too.");
    }

    /// <summary>The address for the Playground to post to, from those the server listens on.</summary>
    /// <exception cref="PlaygroundException">None of them is plain HTTP.</exception>
    public static Uri EndpointOf(IEnumerable<string> addresses)
    {
        foreach (var address in addresses.Select(BindingAddress.Parse).Where(address => address.Scheme == Uri.UriSchemeHttp))
        {
            // A wildcard is a place to listen, not a place to call.
            var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
            return new UriBuilder(Uri.UriSchemeHttp, host, address.Port, "/api/messages").Uri;
        }

        throw new PlaygroundException("The bot listens on no http address, which the Playground needs.");
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        using var onStopping = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private async Task OpenAsync(params PlaygroundProcess[] playgrounds)
    {
        foreach (var playground in playgrounds)
        {
            try
            {
                using var browser = Process.Start(new ProcessStartInfo(Shown(playground)) { UseShellExecute = true });
            }
            catch (Win32Exception e)
            {
                await options.Output.WriteLineAsync($"The browser could not be opened ({e.Message}).");
                return;
            }
        }
    }

    private static string Shown(PlaygroundProcess playground) => playground.Address.AbsoluteUri.TrimEnd('/');
}
