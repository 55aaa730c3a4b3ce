using System.Globalization;
using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;

namespace CtoBot.EndToEnd;

/// <summary>Reminders in the Playground: one comes by itself at the minute that was asked for; a pause and another zone move the next ones.</summary>
public sealed class ReminderTests(Chromium browser, LocalNode node)
{
    private const string MorningQuestion = "When shall I tell you each morning what today holds?";

    /// <summary>The two minutes until the reminder is due, a look at the index, and a busy machine.</summary>
    private static readonly TimeSpan ArrivalLimit = TimeSpan.FromMinutes(4);

    /// <summary>A place where it is neither night nor nearly midnight, so that two minutes ahead is the same day.</summary>
    private static readonly string Zone = DateTime.UtcNow.Hour < 12 ? "Europe/Berlin" : "America/New_York";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTime Local => TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    [Fact]
    public async Task The_morning_card_comes_by_itself_is_ticked_paused_and_moved_to_another_zone()
    {
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        await using var bot = await BotProcess.StartAsync(["--Store:Folder", LocalNode.NewFolder(), "--Reminders:Every", "00:00:01"], cancellationToken: Cancel);
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, Zone, Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);
        await chat.ExpectCardAsync("Good to meet you");
        var today = Local.Date;
        await SetUpAsync(chat, today);

        await chat.ForReplyAsync(() => chat.SayAsync("reminders"));
        await chat.ForUpdateAsync(() => chat.OpenStepAsync("Morning note"));
        var now = Local;
        var time = new TimeOnly(now.Hour, now.Minute).AddMinutes(2);
        await chat.FillAsync(MorningQuestion, time.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Pictures.KeepAsync(chat, "reminders-time");
        var messages = await chat.CountAsync();
        await chat.ForUpdateAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync(Line(today, time, Zone));
        Assert.Equal(messages, await chat.CountAsync());
        await Pictures.KeepAsync(chat, "reminders");

        await chat.ForMessageAsync(messages, ArrivalLimit);
        Assert.True(TimeOnly.FromDateTime(Local) >= time, "It came before its time.");
        await chat.ExpectCardAsync("6 steps");
        await chat.ExpectCardAsync("You get this on working days at");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Tick: Meet your direct reports"));
        await chat.ExpectCardAsync("5 steps");
        await chat.ExpectCardAsync("1 of 37 steps");
        await Pictures.KeepAsync(chat, "morning");
        Assert.Equal(messages + 1, await chat.CountAsync());

        // Today was the last working day, and two days off follow.
        DateTime[] next = [today.AddDays(3), today.AddDays(4), today.AddDays(5)];
        await chat.ForReplyAsync(() => chat.SayAsync("reminders"));
        Assert.Equal(next.Select(day => Line(day, time, Zone)), await ComingAsync(chat));

        await chat.ForUpdateAsync(() => chat.ClickAsync("Pause"));
        await chat.FillAsync("On which day shall I write again?", today.AddDays(11).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.ForUpdateAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync("Paused. I write again on");
        DateTime[] after = [today.AddDays(11), today.AddDays(12), today.AddDays(13)];
        Assert.Equal(after.Select(day => Line(day, time, Zone)), await ComingAsync(chat));
        await Pictures.KeepAsync(chat, "reminders-paused");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Resume"));
        await chat.ExpectCardAsync("Reminders come again.");
        Assert.Equal(next.Select(day => Line(day, time, Zone)), await ComingAsync(chat));

        await chat.ForUpdateAsync(() => chat.OpenStepAsync("Time zone"));
        await chat.FillAsync("Which time zone are you in?", "Tokyo");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync("Asia/Tokyo");
        Assert.Equal(next.Select(day => Line(day, time, "Asia/Tokyo")), await ComingAsync(chat));

        await chat.SetWidthAsync(390);
        await Pictures.KeepPageAsync(chat, "reminders-narrow");
        await page.CloseAsync();
    }

    /// <summary>The setup with day one today, which is made the last working day of its week; the zone stays as the client told it.</summary>
    private static async Task SetUpAsync(PlaygroundPage chat, DateTime today)
    {
        await chat.ForUpdateAsync(() => chat.ClickAsync("Set up (2 minutes)"));
        await chat.CheckAsync("The new CTO");
        await chat.FillAsync("What is your company called?", "Contoso");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));
        await chat.ExpectCardAsync("Which time zone are you in?");
        Assert.Equal(Zone, await chat.LastCard.GetByLabel("Which time zone are you in?").InputValueAsync());
        await chat.ChooseWorkdaysUntilAsync(today);
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));
        await chat.ExpectCardAsync("When is your first day?");
        await chat.FillAsync("When is your first day?", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.ForUpdateAsync(() => chat.ClickAsync("Next"));
        await chat.ExpectCardAsync("Who heads sales and marketing?");
        await chat.ForReplyAsync(() => chat.ClickAsync("Save"));
        await chat.ExpectCardAsync("Meet your direct reports");
    }

    /// <summary>The lines of the newest card that name a reminder to come.</summary>
    private static async Task<string[]> ComingAsync(PlaygroundPage chat) =>
        [.. (await chat.CardTextAsync()).Split('\n').Where(line => line.EndsWith(": Morning card", StringComparison.Ordinal))];

    /// <summary>As the card names a reminder to somebody whose client speaks American English, as the Playground does.</summary>
    private static string Line(DateTime day, TimeOnly time, string zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:ddd, MMM d}, {time:h:mm tt} ({zone}): Morning card");
}
