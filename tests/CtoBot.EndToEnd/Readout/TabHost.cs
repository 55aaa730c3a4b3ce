using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Readout;
using CtoBot.EndToEnd.Driver;
using CtoBot.Export;
using CtoBot.Playground;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Readout;

/// <summary>The bot in this process with one CTO's answers, and their page in the browser.</summary>
internal sealed class TabHost : IAsyncDisposable
{
    /// <summary>Who is signed in to the Playground.</summary>
    private static readonly PersonKey Person = new(PlaygroundConfig.TenantId.ToString(), PlaygroundPerson.Cto.AadObjectId.ToString());

    private readonly BotHost host;

    private TabHost(BotHost host) => this.host = host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where the Playground posts activities.</summary>
    public Uri Endpoint => host.Endpoint;

    /// <summary>The page's address, without a link's key.</summary>
    public Uri Address => new(host.Endpoint, "/tab");

    public static async Task<TabHost> StartAsync(ImmutableArray<Draft> drafts)
    {
        var store = new MemoryStore();
        await ReadoutSeed.PlantAsync(store, Person, drafts, Cancel);
        return new TabHost(await BotHost.StartAsync(Directory.CreateDirectory(LocalNode.NewFolder()).FullName, store, new TestClock(ReadoutSeed.Now), Cancel));
    }

    /// <summary>A link as the chat hands it out.</summary>
    public async Task<Uri> LinkAsync() => (await host.Services.GetRequiredService<ExportAddress>().ReadoutAsync(Person, ReadoutForm.Page, Cancel))!;

    /// <summary>A link to a file as the chat hands it out.</summary>
    public async Task<Uri> FileAsync(ReadoutForm form) => (await host.Services.GetRequiredService<ExportAddress>().ReadoutAsync(Person, form, Cancel))!;

    /// <summary>A link to everything that is kept of the person, to be read.</summary>
    public async Task<Uri> KeptAsync() => (await host.Services.GetRequiredService<ExportAddress>().LinksAsync(Person, Cancel))!.Read;

    /// <summary>Opens the page by a link, and waits for what it shows.</summary>
    public async Task<IPage> OpenAsync(Chromium browser, int width = 1080, bool dark = false)
    {
        var page = await browser.NewPageAsync(width, height: 800);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync((await LinkAsync()).AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToBeVisibleAsync();
        return page;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();
}
