using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using CtoBot.Turns;

namespace CtoBot.Storage.Tables;

/// <summary>The storage account of the settings.</summary>
internal static class TableConnection
{
    /// <summary>
    /// The client of the account: with <see cref="StoreOptions.ConnectionString"/>, or as the host's managed identity
    /// (in development: as the person who is signed in to the Azure CLI).
    /// </summary>
    /// <exception cref="StoreUnavailableException">The connection string cannot be read.</exception>
    public static TableServiceClient Open(StoreOptions options, bool development)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                // The store retries by itself: it must know of every attempt.
                MaxRetries = 0,
                NetworkTimeout = options.Timeout,
            },
        };
        if (options.ConnectionString is null)
            return new(new Uri(options.AccountUrl!), Credential(options, development), client);
        try
        {
            return new(options.ConnectionString, client);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            // Not with the error's own text, which may repeat the key.
            throw new StoreUnavailableException($"Store:ConnectionString cannot be read ({error.GetType().Name}). Copy it from the storage account's page \"Access keys\", or set \"UseDevelopmentStorage=true\" for the emulator.");
        }
    }

    private static TokenCredential Credential(StoreOptions options, bool development) =>
        development ? new AzureCliCredential()
        : options.ManagedIdentityClientId is { } id ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
