using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

public sealed class OwnDataInMemoryTests : OwnDataContract
{
    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(new MemoryStore());

    protected override Task CloseAsync(IStore store) => Task.CompletedTask;
}

public sealed class OwnDataInSqliteTests : OwnDataContract
{
    private readonly TemporaryFolder folder = new();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(new SqliteStore(folder.Path, TimeSpan.FromSeconds(8)));

    protected override Task CloseAsync(IStore store)
    {
        ((SqliteStore)store).Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class OwnDataInTablesTests(AzuriteServer azurite) : OwnDataContract
{
    protected override async Task<IStore> OpenAsync()
    {
        await azurite.StartAsync();
        return AzuriteTables.Store(AzuriteTables.Options(azurite.Endpoint));
    }

    protected override Task CloseAsync(IStore store) => Task.CompletedTask;
}
