using System.Collections.Immutable;
using Azure.Data.Tables;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

/// <summary>The tables as a storage explorer shows them.</summary>
public sealed class TableLayoutTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_an_entity_with_a_property_of_the_same_type_for_each_column()
    {
        var at = new DateTimeOffset(2026, 1, 5, 8, 30, 0, TimeSpan.Zero);
        var entity = await WriteAndReadAsync(new("answer|setup|company", ImmutableDictionary<string, object>.Empty
            .Add("question", "Which company?").Add("answer", "Müller & Söhne").Add("revision", 2).Add("at", at).Add("done", true)));
        Assert.Equal("tenant|person.~~2F1", entity.PartitionKey);
        Assert.Equal("answer|setup|company", entity.RowKey);
        Assert.Equal("Which company?", entity.GetString("question"));
        Assert.Equal("Müller & Söhne", entity.GetString("answer"));
        Assert.Equal(2, entity.GetInt32("revision"));
        Assert.Equal(at, entity.GetDateTimeOffset("at"));
        Assert.True(entity.GetBoolean("done"));
        Assert.NotNull(entity.GetString("w"));
        Assert.Equal(10, entity.Count);
    }

    [Fact]
    public async Task A_long_text_begins_in_its_own_property_and_goes_on_in_numbered_ones()
    {
        var entity = await WriteAndReadAsync(new("state", ImmutableDictionary<string, object>.Empty.Add("json", new string('x', 70_000))));
        Assert.Equal(32_768, entity.GetString("json").Length);
        Assert.Equal(32_768, entity.GetString("json__2").Length);
        Assert.Equal(70_000 - 65_536, entity.GetString("json__3").Length);
        Assert.False(entity.ContainsKey("json__4"));
    }

    [Fact]
    public async Task A_row_of_another_program_is_read_and_can_be_replaced()
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        var store = AzuriteTables.Store(options);
        await store.PrepareAsync(Cancel);
        var client = AzuriteTables.Client(options).GetTableClient(options.TablePrefix + "CtoBot");
        await client.AddEntityAsync(new TableEntity("person", "note") { ["text"] = "by hand" }, Cancel);
        var row = await store.ReadAsync(StoreTable.CtoBot, "person", "note", Cancel);
        Assert.Equal("by hand", row!.Columns["text"]);
        Assert.True((await store.WriteAsync(StoreTable.CtoBot, "person", [new RowChange.Replace(row, row.ETag)], Cancel)).Saved);
        await client.UpdateEntityAsync(new TableEntity("person", "note") { ["text"] = "by hand again" }, Azure.ETag.All, TableUpdateMode.Merge, Cancel);
        Assert.False((await store.WriteAsync(StoreTable.CtoBot, "person", [new RowChange.Delete("note", row.ETag)], Cancel)).Saved);
    }

    [Fact]
    public async Task A_turn_costs_one_read_and_one_transaction()
    {
        await azurite.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(azurite.Endpoint, () => Fault.None, Cancel);
        var store = AzuriteTables.Store(AzuriteTables.Options(proxy.Endpoint));
        await store.PrepareAsync(Cancel);
        await StoreContract.CountOne(store, "person", turn: 1, writer: 0);
        var before = proxy.Requests.Count;
        await StoreContract.CountOne(store, "person", turn: 2, writer: 0);
        Assert.Equal(["GET", "POST"], proxy.Requests.Skip(before).Select(request => request.Split(' ')[0]));
    }

    private async Task<TableEntity> WriteAndReadAsync(Row row)
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        var store = AzuriteTables.Store(options);
        await store.PrepareAsync(Cancel);
        Assert.True((await store.WriteAsync(StoreTable.CtoBot, "tenant|person/1", [new RowChange.Add(row)], Cancel)).Saved);
        await foreach (var entity in AzuriteTables.Client(options).GetTableClient(options.TablePrefix + "CtoBot").QueryAsync<TableEntity>(cancellationToken: Cancel))
            return entity;
        throw new InvalidOperationException("The table is empty.");
    }
}
