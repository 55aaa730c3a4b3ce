using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;

namespace CtoBot.EndToEnd.FiveQuestions;

/// <summary>A CMO and a CTO, each before a Playground of their own, and the one bot process that both speak to.</summary>
internal sealed class TwoChats : IAsyncDisposable
{
    private readonly BotProcess _bot;
    private readonly PlaygroundProcess[] _playgrounds;

    private TwoChats(BotProcess bot, PlaygroundProcess[] playgrounds, Partner cmo, Partner cto) =>
        (_bot, _playgrounds, Cmo, Cto) = (bot, playgrounds, cmo, cto);

    /// <summary>Who invites.</summary>
    public Partner Cmo { get; }

    /// <summary>Who is invited.</summary>
    public Partner Cto { get; }

    /// <summary>Starts on a day, with both chats open and nobody set up.</summary>
    public static async Task<TwoChats> StartAsync(Chromium browser, LocalNode node, string time, CancellationToken cancellationToken)
    {
        var bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder()], Clock(time), cancellationToken);
        PlaygroundProcess[] playgrounds =
        [
            await node.StartPlaygroundAsync(PlaygroundPerson.Cmo, bot.Endpoint, "Europe/Berlin", cancellationToken),
            await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, "Europe/Berlin", cancellationToken),
        ];
        var people = new List<Partner>();
        foreach (var playground in playgrounds)
            people.Add(new Partner(await PlaygroundPage.OpenAsync(await browser.NewPageAsync(width: 1000, height: 1000), playground.Address)));
        return new TwoChats(bot, playgrounds, people[0], people[1]);
    }

    /// <summary>Kills the bot without warning, and starts it again at another time. Both chats stay open with all that stands in them.</summary>
    public async Task KillAsync(string time, CancellationToken cancellationToken)
    {
        await _bot.Kill9Async();
        await _bot.StartAgainAsync(cancellationToken, "--Clock:Start", time);
    }

    // What the bot sends on its own time would come between, and empties what is half filled in.
    private static Dictionary<string, string> Clock(string time) => new() { ["Clock__Start"] = time, ["Reminders__Enabled"] = "false" };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var partner in (Partner[])[Cmo, Cto])
            await partner.Chat.Page.CloseAsync();
        foreach (var playground in _playgrounds)
            await playground.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
