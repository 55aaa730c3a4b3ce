using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class TableTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_created_once_listed_and_deleted()
    {
        await azurite.StartAsync();
        TableServiceClient service = new(azurite.ConnectionString);
        var name = $"t{Guid.NewGuid():N}";
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name, Cancel)).Value.Name);
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name, Cancel)).Value.Name);
        Assert.Equal(name, (await service.GetTableClient(name).CreateIfNotExistsAsync(Cancel)).Value.Name);
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync(name, Cancel));
        Assert.Equal(409, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.TableAlreadyExists, e.ErrorCode);

        var filter = TableServiceClient.CreateQueryFilter($"TableName eq {name}");
        Assert.Equal([name], await service.QueryAsync(filter, cancellationToken: Cancel).Select(table => table.Name).ToListAsync(Cancel));

        Assert.Equal(204, (await service.DeleteTableAsync(name, Cancel)).Status);
        Assert.Equal(404, (await service.GetTableClient(name).DeleteAsync(Cancel)).Status);
        Assert.Empty(await service.QueryAsync(filter, cancellationToken: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_taken_for_created()
    {
        StubTransport transport = new(_ => StubTransport.Json(System.Net.HttpStatusCode.Conflict,
            """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"The table is being deleted."}}}"""));
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().CreateIfNotExistsAsync(Cancel));
        Assert.True(e.ErrorCode == TableErrorCode.TableBeingDeleted, e.ErrorCode);
    }

    [Fact]
    public async Task Using_a_table_that_is_not_there_is_404_TableNotFound()
    {
        await azurite.StartAsync();
        TableClient table = new(azurite.ConnectionString, "neverCreated");
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancel));
        Assert.Equal(404, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.TableNotFound, e.ErrorCode);
    }

    [Fact]
    public async Task Clients_know_their_account_name_and_address()
    {
        await azurite.StartAsync();
        TableServiceClient service = new(azurite.ConnectionString);
        Assert.Equal("devstoreaccount1", service.AccountName);
        Assert.Equal(azurite.Endpoint, service.Uri);
        var table = service.GetTableClient("people");
        Assert.Equal(("people", "devstoreaccount1"), (table.Name, table.AccountName));
        Assert.Equal(new Uri($"{azurite.Endpoint}/people"), table.Uri);
        TableClient signed = new(new Uri("https://account.table.core.windows.net/people?sig=s"));
        Assert.Equal(("people", "account", new Uri("https://account.table.core.windows.net/people")), (signed.Name, signed.AccountName, signed.Uri));
        Assert.Throws<ArgumentException>(() => new TableClient(new Uri("https://account.table.core.windows.net/?sig=s")));
    }
}
