using Azure.Data.Tables;
using CtoBot.Storage;
using CtoBot.Storage.Tables;
using CtoBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace CtoBot.Tests.Storage;

/// <summary>Stores on the emulator, each with tables of its own.</summary>
internal static class AzuriteTables
{
    public static StoreOptions Options(Uri endpoint) => new()
    {
        Kind = StoreKind.Tables,
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={AzuriteServer.AccountName};AccountKey={AzuriteServer.AccountKey};TableEndpoint={endpoint}",
        TablePrefix = $"T{Guid.NewGuid():N}",
    };

    public static TableStore Store(StoreOptions options) =>
        new(Client(options), options, TimeProvider.System, NullLogger<TableStore>.Instance);

    public static TableServiceClient Client(StoreOptions options) => TableConnection.Open(options, development: true);
}
