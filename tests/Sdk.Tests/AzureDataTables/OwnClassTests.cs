using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class OwnClassTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private enum Hat
    {
        Cto,
        Cmo,
    }

    private sealed class Person : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Name { get; set; }

        public Hat Hat { get; set; }

        public int? Age { get; set; }

        public long Steps { get; set; }

        public double Share { get; set; }

        public DateTime Started { get; set; }

        public byte[] Photo { get; set; } = [];

        [DataMember(Name = "mail")]
        public string? Address { get; set; }

        [IgnoreDataMember]
        public string? Secret { get; set; }

        public string Greeting => $"Hello {Name}";
    }

    [Fact]
    public async Task A_class_of_ones_own_comes_back_as_it_was()
    {
        var table = await azurite.NewTableAsync();
        Person ada = new()
        {
            PartitionKey = "p",
            RowKey = "ada",
            Name = "Ada",
            Hat = Hat.Cmo,
            Steps = 5_000_000_000,
            Share = 2,
            Started = new DateTime(2026, 3, 6, 0, 0, 0, DateTimeKind.Utc),
            Photo = [1, 2],
            Address = "ada@example.org",
            Secret = "s",
        };
        await table.AddEntityAsync(ada, Cancel);

        var read = (await table.GetEntityAsync<Person>("p", "ada", cancellationToken: Cancel)).Value;

        Assert.Equivalent(new { ada.PartitionKey, ada.RowKey, ada.Name, ada.Hat, ada.Age, ada.Steps, ada.Share, ada.Started, ada.Photo, ada.Address }, read);
        Assert.Null(read.Secret);
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
        var row = (await table.GetEntityAsync<TableEntity>("p", "ada", cancellationToken: Cancel)).Value;
        Assert.Equal(
            ["Hat", "Name", "PartitionKey", "Photo", "RowKey", "Share", "Started", "Steps", "Timestamp", "mail", "odata.etag"], row.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Cmo", row.GetString("Hat"));
    }

    [Fact]
    public async Task A_column_that_does_not_fit_is_named()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Started"] = "yesterday" }, Cancel);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<Person>("p", "r", cancellationToken: Cancel));
        Assert.Contains("'Started'", e.Message, StringComparison.Ordinal);
    }
}
