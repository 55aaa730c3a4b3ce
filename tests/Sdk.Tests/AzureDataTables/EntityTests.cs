using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class EntityTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_read_as_it_was_added()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "Ada" }, Cancel);
        Assert.Equal(204, added.Status);

        var read = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel);

        Assert.Equal(("p", "r", "Ada"), (read.Value.PartitionKey, read.Value.RowKey, read.Value.GetString("Name")));
        Assert.Equal(added.Headers.ETag, read.Value.ETag);
        Assert.InRange(read.Value.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }

    [Fact]
    public async Task Adding_a_row_twice_is_409()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancel);
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancel));
        Assert.Equal(409, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists, e.ErrorCode);
    }

    [Fact]
    public async Task An_update_with_the_right_ETag_gives_a_new_one_and_the_old_one_is_412()
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 }, Cancel)).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["n"] = 2 }, first, TableUpdateMode.Replace, Cancel)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r") { ["n"] = 3 }, first, cancellationToken: Cancel));

        Assert.Equal(412, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied, e.ErrorCode);
        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value.GetInt32("n"));
    }

    [Fact]
    public async Task An_update_of_a_row_that_is_not_there_is_404()
    {
        var table = await azurite.NewTableAsync();
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Cancel));
        Assert.Equal(404, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.ResourceNotFound, e.ErrorCode);
    }

    [Fact]
    public async Task An_update_needs_an_ETag()
    {
        var table = await azurite.NewTableAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Merge_keeps_other_columns_and_replace_does_not()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = 2 }, cancellationToken: Cancel);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["b"] = 3 }, TableUpdateMode.Merge, Cancel);
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value;
        Assert.Equal((1, 3), (merged.GetInt32("a"), merged.GetInt32("b")));
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["b"] = 4 }, TableUpdateMode.Replace, Cancel);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value;
        Assert.Equal((null, 4), (replaced.GetInt32("a"), replaced.GetInt32("b")));
    }

    [Fact]
    public async Task A_deletion_is_conditional_on_its_ETag_and_a_missing_row_is_no_error()
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancel)).Headers.ETag!.Value;
        var current = (await table.UpdateEntityAsync(new TableEntity("p", "r"), old, cancellationToken: Cancel)).Headers.ETag!.Value;
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", old, Cancel));
        Assert.Equal(412, e.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync(new TableEntity("p", "r"), current, Cancel)).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task A_missing_row_is_404_or_no_value()
    {
        var table = await azurite.NewTableAsync();
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        Assert.Equal(404, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.ResourceNotFound, e.ErrorCode);
        var none = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancel);
        Assert.False(none.HasValue);
        Assert.Equal(404, none.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancel);
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancel)).HasValue);
    }

    [Fact]
    public async Task Only_selected_columns_are_read()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = 2 }, Cancel);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r", ["a"], Cancel)).Value;
        Assert.Equal((1, false), (row.GetInt32("a"), row.ContainsKey("b")));
    }

    [Fact]
    public async Task A_row_without_keys_is_refused_before_it_is_sent()
    {
        var table = await azurite.NewTableAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new TableEntity { PartitionKey = "p" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpsertEntityAsync(new TableEntity { RowKey = "r" }, cancellationToken: Cancel));
    }
}
