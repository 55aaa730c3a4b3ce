using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;

namespace CtoBot.EndToEnd;

/// <summary>The CMO's way in, typed from beginning to end.</summary>
[Collection(Chats.Collection)]
public sealed class CmoTests(Chromium browser, LocalNode node)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CMO_types_through_the_setup_and_reads_the_five_questions()
    {
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        await using var bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder()], cancellationToken: Cancel);
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cmo, bot.Endpoint, "America/New_York", Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);
        await chat.ExpectCardAsync("Good to meet you");

        foreach (var (words, answer) in ((string, string)[])
        [
            ("setpu", "Did you mean “setup”?"),
            ("setup", "Which hat do you wear?"),
            ("the cmo", "What is your company called?"),
            ("Contoso", "Which time zone are you in?"),
            ("Boston", "When shall I tell you"),
            ("half past seven", "Which days do you work?"),
            ("mon-fri", "Who is the new CTO?"),
            ("Alex Chen", "All set"),
            ("today", "That belongs to the CTO’s plan"),
            ("five questions", "How involved would you like to be?"),
            ("export my data", "Everything I keep about you"),
        ])
        {
            await chat.ForReplyAsync(() => chat.SayAsync(words));
            await chat.ExpectCardAsync(answer);
            await Pictures.KeepAsync(chat, "cmo-" + words.Replace(' ', '-'));
        }

        await page.CloseAsync();
    }
}
