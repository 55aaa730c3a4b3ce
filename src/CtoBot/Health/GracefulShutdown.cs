using Microsoft.Extensions.Options;

namespace CtoBot.Health;

/// <summary>
/// Ends the process without losing a turn: readiness says no at once, activities are taken in until the drain is over, then the server
/// stops listening and what is under way is finished, turns and reminders at the same time.
/// </summary>
internal sealed class GracefulShutdown(IOptions<ShutdownOptions> options, IHostEnvironment environment) : IHostedLifecycleService
{
    /// <summary>Adds it.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<ShutdownOptions>, ShutdownOptionsValidator>();
        builder.Services.AddOptions<ShutdownOptions>().Bind(builder.Configuration.GetSection(ShutdownOptions.Section)).ValidateOnStart();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) =>
        {
            host.ShutdownTimeout = shutdown.Value.Limit;
            host.ServicesStopConcurrently = true;
        });
        builder.Services.AddHostedService<GracefulShutdown>();
    }

    /// <inheritdoc/>
    /// <remarks>The host calls this before it stops anything, the server among it.</remarks>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(options.Value.DrainIn(environment), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
