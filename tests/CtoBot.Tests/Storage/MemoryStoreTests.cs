using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public sealed class MemoryStoreTests : StoreContract
{
    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(new MemoryStore());

    protected override Task CloseAsync(IStore store) => Task.CompletedTask;
}
