using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class AzuriteServerTests
{
    [Fact]
    public void A_missing_program_is_named_with_what_to_install()
    {
        var e = Assert.Throws<InvalidOperationException>(() => NpmPackages.Start("node-that-is-not-there"));
        Assert.Contains("need Node.js", e.Message, StringComparison.Ordinal);
        Assert.Contains("'node-that-is-not-there'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_address_before_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new AzuriteServer().ConnectionString);
    }

    [Fact]
    public async Task A_stopped_emulator_no_longer_answers()
    {
        AzuriteServer azurite = new();
        await azurite.StartAsync();
        using HttpClient http = new();
        using (var answer = await http.GetAsync(azurite.Endpoint, TestContext.Current.CancellationToken)) Assert.Contains("Azurite", answer.Headers.Server.ToString(), StringComparison.Ordinal);
        await azurite.DisposeAsync();
        await azurite.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(azurite.Endpoint, TestContext.Current.CancellationToken));
    }
}
