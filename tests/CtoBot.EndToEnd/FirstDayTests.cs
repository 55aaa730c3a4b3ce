using System.Globalization;
using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;

namespace CtoBot.EndToEnd;

/// <summary>The first day of a new CTO with the bot, in the Playground, with a bot that is killed on the way.</summary>
[Collection(Chats.Collection)]
public sealed class FirstDayTests(Chromium browser, LocalNode node)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_CTO_is_welcomed_sets_up_ticks_notes_moves_and_finds_it_all_after_a_crash()
    {
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        var data = LocalNode.NewFolder();
        await using var bot = await BotProcess.StartAsync(["--Store:Folder", data], cancellationToken: Cancel);
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, "Europe/Berlin", Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);

        await chat.ExpectCardAsync("Good to meet you");
        await Pictures.KeepAsync(chat, "welcome");
        Assert.Equal(1, await chat.CountAsync());

        await SetUpAsync(chat);

        await chat.ForReplyAsync(() => chat.SayAsync("today"));
        await chat.ExpectCardAsync("Meet your direct reports");
        var messages = await chat.CountAsync();
        foreach (var step in (string[])["Meet your direct reports", "Lunch, and an apology", "Revenue and customers, with sales"])
            await chat.ForUpdateAsync(() => chat.ClickAsync($"Tick: {step}"));
        await chat.ExpectCardAsync("3 of 37 steps");
        await Pictures.KeepAsync(chat, "checklist");
        Assert.Equal(messages, await chat.CountAsync());

        await chat.ForUpdateAsync(() => chat.OpenStepAsync("4. Choose the critical customers"));
        await Pictures.KeepAsync(chat, "step");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Note"));
        await chat.FillAsync("What do you want to remember?", "Ask about **Northwind** first");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync("Ask about **Northwind** first");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Back to the list"));
        await chat.ForReplyAsync(() => chat.SayAsync("move 6 to tomorrow"));
        await chat.ExpectCardAsync("is now on");

        await bot.Kill9Async();
        await bot.StartAgainAsync(Cancel);

        await chat.ForReplyAsync(() => chat.SayAsync("today"));
        await chat.ExpectCardAsync("3 of 37 steps");
        await chat.ExpectCardAsync("Ask about **Northwind** first");
        var card = await chat.CardTextAsync();
        Assert.Contains("5. Phone introductions, then go alone", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Set out for your first customer", card, StringComparison.Ordinal);
        await Pictures.KeepPageAsync(chat, "chat");
        await chat.ForReplyAsync(() => chat.SayAsync("plan"));
        await Pictures.KeepAsync(chat, "plan");

        await chat.SetWidthAsync(390);
        await Pictures.KeepPageAsync(chat, "plan-narrow");
        await page.CloseAsync();
    }

    /// <summary>The setup, with day one today: whatever weekday that is, it is made the last working day of the week.</summary>
    private static async Task SetUpAsync(PlaygroundPage chat)
    {
        await chat.ForUpdateAsync(() => chat.ClickAsync("Set up (2 minutes)"));
        await chat.CheckAsync("The new CTO");
        await chat.FillAsync("What is your company called?", "Contoso");
        await Pictures.KeepAsync(chat, "setup");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));

        await chat.ExpectCardAsync("Which time zone are you in?");
        Assert.Equal("Europe/Berlin", await chat.LastCard.GetByLabel("Which time zone are you in?").InputValueAsync());
        await chat.FillAsync("Which time zone are you in?", "Atlantis");
        await Pictures.KeepAsync(chat, "setup-clock");
        var today = DateTime.UtcNow.AddHours(1).Date;
        await chat.ChooseWorkdaysUntilAsync(today);

        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));
        await chat.ExpectCardAsync("I don't know the time zone “Atlantis”");
        await Pictures.KeepAsync(chat, "setup-wrong-answer");
        await chat.FillAsync("Which time zone are you in?", "Berlin");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));

        await chat.ExpectCardAsync("When is your first day?");
        await chat.FillAsync("When is your first day?", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));

        await chat.FillAsync("Who heads sales and marketing?", "Dana Kim");
        await chat.ForReplyAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync("Meet your direct reports");
    }
}
