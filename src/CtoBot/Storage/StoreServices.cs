using CtoBot.Storage.Sqlite;
using CtoBot.Storage.Tables;
using CtoBot.Telemetry;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CtoBot.Storage;

/// <summary>The store of the configuration.</summary>
public static class StoreServices
{
    /// <summary>
    /// Adds the <see cref="IStore"/> that <c>Store:Kind</c> names, and prepares it before the server listens.
    /// A wrong setting, or a store that cannot be reached, ends the start with a message that says what to do.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting under <c>Store</c> has no value of its type.</exception>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Create);
        services.AddHostedService<StorePreparation>();
        return services;
    }

    private static IStore Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        var store = Open(options, services);
        return services.GetService<TelemetryOptions>()?.IsOn == true ? new TracedStore(store) : store;
    }

    /// <summary>The store of valid settings; its owner disposes of it if it is disposable. Nothing is touched before it is prepared.</summary>
    /// <exception cref="StoreUnavailableException">The connection string cannot be read.</exception>
    internal static IStore Open(StoreOptions options, IServiceProvider services)
    {
        var host = services.GetRequiredService<IHostEnvironment>();
        return options.Kind == StoreKind.Tables
            ? new TableStore(
                TableConnection.Open(options, host.IsDevelopment()),
                options,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<TableStore>>())
            : new SqliteStore(Path.Combine(host.ContentRootPath, options.Folder), options.Timeout);
    }
}
