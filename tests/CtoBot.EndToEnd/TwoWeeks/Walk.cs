using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.TwoWeeks;

/// <summary>A CTO who walks through two weeks: a bot whose clock is set to each day in turn, and a page that is opened anew each day.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly BotProcess _bot;
    private readonly PlaygroundProcess _playground;
    private readonly IPage _page;

    private Walk(BotProcess bot, PlaygroundProcess playground, IPage page)
        => (_bot, _playground, _page) = (bot, playground, page);

    /// <summary>The chat of today.</summary>
    public PlaygroundPage Chat { get; private set; } = null!;

    /// <summary>Starts on a day.</summary>
    public static async Task<Walk> StartAsync(Chromium browser, LocalNode node, string time, CancellationToken cancellationToken)
    {
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        await page.AddInitScriptAsync("window.open = address => { window.opened = address; return window; }");
        var bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder(), .. Clock(time)], cancellationToken: cancellationToken);
        var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, "Europe/Berlin", cancellationToken);
        return new Walk(bot, playground, page) { Chat = await PlaygroundPage.OpenAsync(page, playground.Address) };
    }

    /// <summary>Kills the bot, starts it again at another time, and opens the chat anew, as on another device.</summary>
    public async Task GoToAsync(string time, CancellationToken cancellationToken)
    {
        await _bot.Kill9Async();
        await _bot.StartAgainAsync(cancellationToken, Clock(time));
        Chat = await PlaygroundPage.OpenAsync(_page, _playground.Address);
        await Chat.LastCard.WaitForAsync();
    }

    /// <summary>Types something, and waits for the card that answers it.</summary>
    public async Task SayAsync(string words, string expected)
    {
        await Chat.ForReplyAsync(() => Chat.SayAsync(words));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Presses a button of the newest card, and waits for what it shows.</summary>
    public async Task PressAsync(string button, string expected)
    {
        await Chat.ForUpdateAsync(() => Chat.ClickAsync(button));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Taps a row of the newest card, and waits for what it shows.</summary>
    public async Task OpenAsync(string row, string expected)
    {
        await Chat.ForUpdateAsync(() => Chat.OpenStepAsync(row));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>The address that the latest button opened in a window of its own.</summary>
    public async Task<Uri> OpenedAsync() => new(await (await _page.WaitForFunctionAsync("() => window.opened")).JsonValueAsync<string>());

    private static string[] Clock(string time) => ["--Clock:Start", time];

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        await _playground.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
