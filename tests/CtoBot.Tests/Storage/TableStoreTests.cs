using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public sealed class TableStoreTests(AzuriteServer azurite) : StoreContract
{
    protected override async Task<IStore> OpenAsync()
    {
        await azurite.StartAsync();
        return AzuriteTables.Store(AzuriteTables.Options(azurite.Endpoint));
    }

    protected override Task CloseAsync(IStore store) => Task.CompletedTask;
}
