using System.Net;
using System.Net.Sockets;
using CtoBot.Storage;
using CtoBot.Storage.Sqlite;
using CtoBot.Storage.Tables;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtoBot.Tests.Storage;

public sealed class StoreServicesTests(AzuriteServer azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_setting_answers_are_kept_in_the_data_folder_beside_the_content()
    {
        await using var app = App();
        await app.StartAsync(Cancel);
        Assert.IsType<SqliteStore>(app.Services.GetRequiredService<IStore>());
        Assert.True(File.Exists(folder.File("data/ctobot.db")));
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task The_folder_is_a_setting()
    {
        await using var app = App(("Store:Kind", "sqlite"), ("Store:Folder", folder.File("elsewhere")));
        await app.StartAsync(Cancel);
        Assert.True(File.Exists(folder.File("elsewhere/ctobot.db")));
        await app.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("Store:Folder", " ")]
    [InlineData("Store:Timeout", "00:00:00")]
    [InlineData("Store:Timeout", "01:00:00")]
    [InlineData("Store:Kind", "7")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value)
    {
        await using var app = App((setting, value));
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Cancel));
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Store:AccountUrl", "neither", "Store:Kind=tables")]
    [InlineData("Store:ConnectionString", "both", "Store:Kind=tables", "Store:AccountUrl=https://name.table.core.windows.net", "Store:ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("Store:ConnectionString", "empty", "Store:Kind=tables", "Store:ConnectionString= ")]
    [InlineData("Store:AccountUrl", "https://", "Store:Kind=tables", "Store:AccountUrl=http://name.table.core.windows.net")]
    [InlineData("Store:TablePrefix", "letters", "Store:Kind=tables", "Store:ConnectionString=UseDevelopmentStorage=true", "Store:TablePrefix=a-b")]
    public async Task A_wrong_setting_of_the_tables_ends_the_start_and_is_named(string setting, string advice, params string[] settings)
    {
        await using var app = App([.. settings.Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Cancel));
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountName=name;AccountKey=not-base64-SECRET")]
    [InlineData("AccountKeySECRET")]
    public async Task A_connection_string_that_cannot_be_read_ends_the_start_and_is_not_repeated(string connection)
    {
        await using var app = App(("Store:Kind", "tables"), ("Store:ConnectionString", connection));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => app.StartAsync(Cancel));
        Assert.Contains("Store:ConnectionString", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_cannot_be_reached_ends_the_start_and_names_the_setting()
    {
        // A port that was free a moment ago.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var app = App(
            ("Store:Kind", "tables"),
            ("Store:Timeout", "00:00:02"),
            ("Store:ConnectionString", $"AccountName=name;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:{port}/name"));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => app.StartAsync(Cancel));
        Assert.Contains("Is Store:ConnectionString right", error.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_ends_the_start_and_names_the_setting()
    {
        await azurite.StartAsync();
        await using var app = App(
            ("Store:Kind", "tables"),
            ("Store:ConnectionString", $"AccountName={AzuriteServer.AccountName};AccountKey=c2VjcmV0;TableEndpoint={azurite.Endpoint}"));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => app.StartAsync(Cancel));
        Assert.Contains("Check the key in Store:ConnectionString", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_kind_tables_answers_are_kept_in_table_storage()
    {
        await azurite.StartAsync();
        await using var app = App(("Store:Kind", "tables"), ("Store:ConnectionString", azurite.ConnectionString), ("Store:TablePrefix", $"T{Guid.NewGuid():N}"));
        await app.StartAsync(Cancel);
        var store = Assert.IsType<TableStore>(app.Services.GetRequiredService<IStore>());
        Assert.Null(await store.ReadAsync(StoreTable.Due, "shard", "key", Cancel));
        await app.StopAsync(Cancel);
    }

    [Fact]
    public void Without_a_connection_string_the_account_is_opened_with_an_identity()
    {
        var options = new StoreOptions { Kind = StoreKind.Tables, AccountUrl = "https://name.table.core.windows.net", ManagedIdentityClientId = "6f9619ff-8b86-d011-b42d-00cf4fc964ff" };
        Assert.Equal("name", TableConnection.Open(options, development: false).AccountName);
        Assert.Equal("name", TableConnection.Open(options, development: true).AccountName);
    }

    [Fact]
    public async Task An_unknown_kind_ends_the_start_and_is_named()
    {
        await using var app = App(("Store:Kind", "oracle"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(Cancel));
        Assert.Contains("Store:Kind", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_prepared_ends_the_start()
    {
        await File.WriteAllTextAsync(folder.File("data"), "a file in the way", Cancel);
        await using var app = App();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => app.StartAsync(Cancel));
        Assert.Contains("Store:Folder", error.Message, StringComparison.Ordinal);
    }

    private WebApplication App(params (string Setting, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value)));
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddStore(builder.Configuration);
        return builder.Build();
    }
}
