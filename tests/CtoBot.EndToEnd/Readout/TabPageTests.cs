using System.Text.RegularExpressions;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Readout;

/// <summary>The page of the readout in Chromium: for everybody, by keyboard alone, in both themes, and framed by Teams.</summary>
public sealed class TabPageTests(Chromium browser, LocalNode node)
{
    private const string Teams = "https://teams.microsoft.com/";

    /// <summary>Where the bot is served in Teams: a page of https frames no other.</summary>
    private const string Bot = "https://bot.example.com";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Axe_finds_nothing_to_object_to_in_either_theme_nor_on_a_phone()
    {
        await node.InstallCardPackagesAsync(Cancel);
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        foreach (var (dark, width) in ((bool, int)[])[(false, 1080), (true, 1080), (false, 390), (true, 390)])
        {
            var page = await host.OpenAsync(browser, width, dark);
            var name = $"tab-{(dark ? "dark" : "light")}-{width}";
            await KeepAsync(page, name);
            Assert.Equal("", await ViolationsAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than its window.");
            await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'contrast'; }");
            Assert.Equal("", await ViolationsAsync(page));
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task It_can_be_used_by_keyboard_alone()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        var page = await host.OpenAsync(browser);
        await TabToAsync(page, "a[href='#h-quotes']");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("h-quotes", await page.EvaluateAsync<string>("() => document.activeElement.id"));

        page = await host.OpenAsync(browser);
        await TabToAsync(page, "#customer");
        await page.Keyboard.TypeAsync("Bal");
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes: 2");
        await Assertions.Expect(page.Locator("#customer")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes: 11");

        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("novak");
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("Quotes: 2");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await TabToAsync(page, "button[data-do=quote]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("blockquote").Filter(new() { HasTextRegex = new Regex("Z$") })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Two_hundred_customers_and_two_thousand_quotes_are_shown_a_page_at_a_time()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Many(200, 2000));
        var page = await host.OpenAsync(browser);
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes 1–20 of 2,000");
        Assert.InRange(await page.Locator("*").CountAsync(), 100, 2_500);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all 200: Customers by flight risk" }).ClickAsync();
        var risks = page.Locator("table").Filter(new() { Has = page.Locator("#t-risks") });
        await Assertions.Expect(risks.Locator("tbody tr")).ToHaveCountAsync(200);
        await Assertions.Expect(page.Locator("#t-risks")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Customer 200 of the Long List" }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More quotes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes 21–40 of 2,000");
        // What was opened stays open.
        await Assertions.Expect(risks.Locator("tbody tr")).ToHaveCountAsync(200);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all 200: Bugs across customers" }).ClickAsync();
        await Assertions.Expect(page.Locator("#t-bugs")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes 21–40 of 2,000");
        await Assertions.Expect(risks.Locator("tbody tr")).ToHaveCountAsync(200);
        await page.FillAsync("#q", "sentence 7 customer 123");
        await Assertions.Expect(page.Locator("blockquote")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("Sentence 7 of customer 123:");
    }

    [Fact]
    public async Task Framed_by_teams_it_signs_in_with_its_token_and_follows_its_theme()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        using var http = new HttpClient();
        var token = Regex.Match(await http.OpenTextAsync(await host.LinkAsync(), Cancel), "name=\"session\" content=\"([^\"]+)\"").Groups[1].Value;
        var page = await FramedAsync(Teams, host.Address, token);
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("#found")).ToHaveTextAsync("Quotes: 11");
        await Assertions.Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.EvaluateAsync("() => theme('default')");
        await Assertions.Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.Equal(["initialize", "registerHandler", "getContext", "appInitialization.appLoaded", "appInitialization.success", "authentication.getAuthToken"], await page.EvaluateAsync<string[]>("() => calls"));
    }

    [Fact]
    public async Task On_a_phone_where_nothing_frames_it_it_signs_in_over_the_bridge()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        using var http = new HttpClient();
        var token = Regex.Match(await http.OpenTextAsync(await host.LinkAsync(), Cancel), "name=\"session\" content=\"([^\"]+)\"").Groups[1].Value;
        var page = await browser.NewPageAsync(390, 800);
        await page.AddInitScriptAsync($$"""
            window.calls = [];
            const answers = { initialize: ['content'], getContext: [{ theme: 'dark' }], 'authentication.getAuthToken': [true, '{{token}}'] };
            window.nativeInterface = {
              framelessPostMessage: text => {
                const { id, func } = JSON.parse(text);
                calls.push(func);
                if (answers[func])
                  setTimeout(() => window.onNativeMessage({ data: { id, args: answers[func] } }));
              },
            };
            """);
        await page.GotoAsync(host.Address.AbsoluteUri);
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes: 11");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal(["initialize", "registerHandler", "getContext", "appInitialization.appLoaded", "appInitialization.success", "authentication.getAuthToken"], await page.EvaluateAsync<string[]>("() => calls"));
    }

    [Fact]
    public async Task Who_does_not_answer_is_not_waited_for_for_ever()
    {
        await using var host = await TabHost.StartAsync([]);
        var page = await browser.NewPageAsync();
        // Time stands still but for what the test lets pass, however long the page takes to come.
        var begin = new DateTime(2026, 12, 7, 8, 0, 0, DateTimeKind.Utc);
        await page.Clock.InstallAsync(new() { TimeDate = begin });
        await page.Clock.PauseAtAsync(begin.AddSeconds(1));
        await page.AddInitScriptAsync("window.nativeInterface = { framelessPostMessage: () => {} };");
        await page.GotoAsync(host.Address.AbsoluteUri);
        await page.Clock.FastForwardAsync(9_000);
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("Just a moment: I am adding up your notes.");
        await page.Clock.FastForwardAsync(2_000);
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("This page opens in Teams, or by the link that I give you in our chat.");
    }

    [Fact]
    public async Task It_prints_what_is_shown_and_nothing_when_that_fails()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Many(30, 60));
        var page = await host.OpenAsync(browser);
        await page.EvaluateAsync("() => { window.printed = 0; window.print = () => { printed++; }; }");
        var print = page.GetByRole(AriaRole.Button, new() { Name = "Print this" });
        await print.ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Quotes: 60");
        await page.WaitForFunctionAsync("() => printed === 1");
        await page.RouteAsync("**/tab/content*", route => route.FulfillAsync(new() { Status = 503 }));
        await print.ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("That did not work just now. Please open this page again.");
        Assert.Equal(1, await page.EvaluateAsync<int>("() => printed"));
    }

    [Fact]
    public async Task Framed_by_anybody_else_it_does_not_open()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        var page = await FramedAsync("https://teams.microsoft.com.example.com/", host.Address, "x");
        var refused = await page.WaitForFunctionAsync("() => blocked");
        Assert.True(await refused.JsonValueAsync<bool>());
        Assert.Empty(await page.EvaluateAsync<string[]>("() => calls"));
    }

    [Fact]
    public async Task Opened_without_a_link_it_says_where_it_opens()
    {
        await using var host = await TabHost.StartAsync([]);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("This page opens in Teams, or by the link that I give you in our chat.");
    }

    /// <summary>A page at this address that frames the tab and answers as Teams does.</summary>
    private async Task<IPage> FramedAsync(string address, Uri tab, string token)
    {
        var page = await browser.NewPageAsync();
        await page.RouteAsync(Bot + "/**", async route => await route.FulfillAsync(new() { Response = await route.FetchAsync(new() { Url = new Uri(tab, new Uri(route.Request.Url).PathAndQuery).AbsoluteUri }) }));
        await page.RouteAsync(address + "**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $$"""
                <!DOCTYPE html><html lang="en"><title>Host</title><body><script>
                  const calls = [];
                  let blocked = false;
                  let frame = null;
                  const theme = name => frame.contentWindow.postMessage({ func: 'themeChange', args: [name] }, '*');
                  const answers = { initialize: ['content'], getContext: [{ theme: 'dark' }], 'authentication.getAuthToken': [true, '{{token}}'] };
                  addEventListener('message', event => {
                    calls.push(event.data.func);
                    if (answers[event.data.func])
                      event.source.postMessage({ id: event.data.id, args: answers[event.data.func] }, '*');
                  });
                  frame = document.createElement('iframe');
                  frame.src = '{{Bot}}/tab';
                  frame.width = 900;
                  frame.height = 600;
                  // A frame that was refused is of no origin that can be told; a tab sends its first message before it has loaded.
                  frame.onload = () => setTimeout(() => { blocked = calls.length === 0; });
                  document.body.append(frame);
                </script></body></html>
                """,
        }));
        await page.GotoAsync(address + "host");
        return page;
    }

    /// <summary>Presses the Tab key until an element has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 100; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }

    private static async Task<string> ViolationsAsync(IPage page)
    {
        // By the debugger's way in: the page's own policy lets no other script run.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(LocalNode.CardPackages, "node_modules", "axe-core", "axe.min.js"), Cancel));
        return string.Join('\n', await page.EvaluateAsync<string[]>("async () => (await window.axe.run()).violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.html.slice(0, 200)}`))"));
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CTOBOT_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png"), FullPage = true });
    }
}
