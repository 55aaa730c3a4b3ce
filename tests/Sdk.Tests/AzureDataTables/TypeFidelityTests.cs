using Azure.Data.Tables;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class TypeFidelityTests(AzuriteServer azurite)
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<object> Values =>
    [
        "", "plain", "2026-03-06T07:00:00Z", "123", "true", "null", Id.ToString(),
        "emoji 👩‍🚀🧑🏽‍💻", "مرحبا بالعالم שלום", "line\nfeed\ttab\r\u0001\u001f\u007f", "quote ' \" \\ < & \u2028", new string('é', 30_000),
        true, false,
        0, -1, int.MaxValue, int.MinValue,
        0L, 1L, long.MaxValue, long.MinValue,
        0d, 1d, -0.5d, 1.5e300, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9007199254740993d,
        Id, Guid.Empty,
        new DateTimeOffset(2026, 3, 6, 7, 30, 15, 123, TimeSpan.Zero).AddTicks(4567), new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(object value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = value }, Cancel);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value["v"];
        Assert.IsType(value.GetType(), read);
        Assert.Equal(value, read);
    }

    [Fact]
    public async Task Bytes_times_and_nulls_are_stored_as_what_they_are()
    {
        var table = await azurite.NewTableAsync();
        byte[] bytes = [0, 1, 0xff, 0x80];
        DateTime utc = new(2026, 3, 6, 7, 30, 0, DateTimeKind.Utc);
        DateTimeOffset inCairo = new(2026, 3, 6, 9, 30, 0, TimeSpan.FromHours(2));
        await table.AddEntityAsync(
            new TableEntity("p", "r") { ["array"] = bytes, ["data"] = new BinaryData(bytes), ["empty"] = Array.Empty<byte>(), ["utc"] = utc, ["cairo"] = inCairo, ["none"] = null },
            Cancel);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value;
        Assert.Equal(bytes, row.GetBinary("array"));
        Assert.Equal(bytes, row.GetBinaryData("data").ToArray());
        Assert.Empty(row.GetBinary("empty"));
        Assert.Equal(utc, row.GetDateTime("utc"));
        Assert.Equal(DateTimeKind.Utc, row.GetDateTime("utc")!.Value.Kind);
        Assert.Equal(inCairo, row.GetDateTimeOffset("cairo"));
        Assert.False(row.ContainsKey("none"));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_by_name()
    {
        var table = await azurite.NewTableAsync();
        var local = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["when"] = new DateTime(2026, 3, 6, 0, 0, 0, DateTimeKind.Local) }, Cancel));
        Assert.Contains("'when'", local.Message, StringComparison.Ordinal);
        var other = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["money"] = 1.5m }, Cancel));
        Assert.Contains("'money'", other.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spaces and + plus")]
    [InlineData("quote ' '' \"")]
    [InlineData("tenant|user@example.org")]
    [InlineData("50% & more = 1;2,3:4")]
    [InlineData("(brackets) [b] {c} $filter ~ ^ ` ! *")]
    [InlineData("..")]
    [InlineData("👩‍🚀 مرحبا")]
    [InlineData("%2F%23")]
    [InlineData("")]
    public async Task Any_permitted_key_can_be_used_everywhere(string key)
    {
        var table = await azurite.NewTableAsync();
        var etag = (await table.AddEntityAsync(new TableEntity(key, key) { ["n"] = 1 }, Cancel)).Headers.ETag!.Value;
        etag = (await table.UpdateEntityAsync(new TableEntity(key, key) { ["n"] = 2 }, etag, cancellationToken: Cancel)).Headers.ETag!.Value;
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["n"] = 3 }, etag)], Cancel);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");
        var row = await table.QueryAsync<TableEntity>(filter, cancellationToken: Cancel).SingleAsync(Cancel);
        Assert.Equal((key, key, 3), (row.PartitionKey, row.RowKey, row.GetInt32("n")));
        Assert.Equal(3, (await table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancel)).Value.GetInt32("n"));
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key, row.ETag, Cancel)).Status);
    }
}
