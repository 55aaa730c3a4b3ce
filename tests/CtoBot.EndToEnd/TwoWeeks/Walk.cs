using System.Text.Json;
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
    private readonly Chromium _browser;
    private readonly LocalNode _node;

    private Walk(BotProcess bot, PlaygroundProcess playground, IPage page, Chromium browser, LocalNode node) =>
        (_bot, _playground, _page, _browser, _node) = (bot, playground, page, browser, node);

    /// <summary>The card that was sent last, as JSON; the one that replaces a pressed card is not sent. Null for none.</summary>
    public string? Sent { get; private set; }

    /// <summary>The chat of today.</summary>
    public PlaygroundPage Chat { get; private set; } = null!;

    /// <summary>Everything that the bot wrote to its log, which is as talkative as can be.</summary>
    public string Log => _bot.Output;

    /// <summary>Starts on a day.</summary>
    public static async Task<Walk> StartAsync(Chromium browser, LocalNode node, string time, CancellationToken cancellationToken)
    {
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        await page.AddInitScriptAsync("window.open = address => { window.opened = address; return window; }");
        var bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder(), .. Clock(time)], EveryLine, cancellationToken);
        var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, "Europe/Berlin", cancellationToken);
        var walk = new Walk(bot, playground, page, browser, node);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => walk.See(frame.Text);
        walk.Chat = await PlaygroundPage.OpenAsync(page, playground.Address);
        return walk;
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
    /// <param name="words">What is typed.</param>
    /// <param name="expected">What the card holds.</param>
    /// <param name="picture">The name of the card's pictures, narrow and wide, light and dark; null for none.</param>
    public async Task SayAsync(string words, string expected, string? picture = null)
    {
        await Chat.ForReplyAsync(() => Chat.SayAsync(words));
        await Chat.ExpectCardAsync(expected);
        if (picture is not null)
            await Pictures.KeepThemesAsync(_browser, _node, Sent!, picture);
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

    private static readonly Dictionary<string, string> EveryLine = new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "System", "System.Net.Http" }
        .ToDictionary(category => "Logging__LogLevel__" + category, _ => "Trace");

    private void See(string? frame)
    {
        if (frame?.StartsWith('{') is not true || !frame.Contains("\"createMessage\"", StringComparison.Ordinal))
            return;
        using var sent = JsonDocument.Parse(frame);
        if (sent.RootElement.GetProperty("message").TryGetProperty("attachments", out var attachments))
            Sent = attachments[0].GetProperty("content").GetRawText();
    }

    // What the bot sends on its own would come between: each day would have to wait for it.
    private static string[] Clock(string time) => ["--Clock:Start", time, "--Reminders:Enabled", "false"];

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        await _playground.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
