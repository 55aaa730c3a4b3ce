using CtoBot.Operations;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Operations;

public sealed class PurgeCommandTests : IDisposable
{
    private static readonly PersonKey Person = new("tenant", "person");
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Theory]
    [InlineData("30", "1 people looked at, 1 erased", false)]
    [InlineData("100000", "Store:RetentionDays must be", true)]
    [InlineData("0", "nobody goes", true)]
    [InlineData("36525", "1 people looked at, 0 erased", true)]
    public async Task Purge_does_now_what_the_bot_does_once_a_day(string days, string said, bool kept)
    {
        using (var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8)))
        {
            await store.PrepareAsync(Cancel);
            await new BotOnStore(store, new TestClock(DateTimeOffset.UtcNow.AddDays(-31))).SetUpAsync(Person, "words");
        }

        await OperatorCommands.RunAsync(["purge", $"--Store:Folder={folder.Path}", $"--Store:RetentionDays={days}"], output, output, Cancel);
        Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
        using var after = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        Assert.Equal(kept, await after.ReadAsync(StoreTable.CtoBot, Person.Partition, "state", Cancel) is not null);
    }
}
