using Azure.Data.Tables;
using CtoBot.Tests.Support;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace CtoBot.Sdk.Tests.AzureDataTables;

internal static class TestTables
{
    /// <summary>A new table of the emulator, so that tests do not see each other's rows.</summary>
    public static async Task<TableClient> NewTableAsync(this AzuriteServer azurite)
    {
        await azurite.StartAsync();
        TableClient table = new(azurite.ConnectionString, $"t{Guid.NewGuid():N}");
        await table.CreateAsync(TestContext.Current.CancellationToken);
        return table;
    }
}
