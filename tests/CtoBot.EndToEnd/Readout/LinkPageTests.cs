using CtoBot.Core.Readout;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Readout;

/// <summary>What a person sees who follows a link to a file, in Chromium: the page may send its form and take the file, and no more.</summary>
public sealed class LinkPageTests(Chromium browser)
{
    [Fact]
    public async Task A_button_brings_the_file_and_afterwards_the_link_says_that_it_was_used()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        var page = await browser.NewPageAsync();
        var link = (await host.FileAsync(ReadoutForm.Word)).AbsoluteUri;
        await page.GotoAsync(link);
        await page.ReloadAsync();
        await KeepAsync(page, "link");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync());
        Assert.Equal("readout.docx", file.SuggestedFilename);
        Assert.Null(await file.FailureAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your file is being made. It comes by itself within seconds; then you can close this page.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToBeDisabledAsync();
        await KeepAsync(page, "link-making");
        await page.GotoAsync(link);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This one was used");
    }

    [Fact]
    public async Task A_button_shows_what_is_to_be_read()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        var page = await browser.NewPageAsync();
        await page.GotoAsync((await host.KeptAsync()).AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your answers" })).ToBeVisibleAsync();
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CTOBOT_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png") });
    }
}
