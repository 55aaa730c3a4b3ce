using CtoBot.Storage;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtoBot.Tests.Storage;

public sealed class StoreServicesTests : IDisposable
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
