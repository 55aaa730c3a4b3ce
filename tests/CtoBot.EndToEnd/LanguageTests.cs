using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.EndToEnd.Driver;

namespace CtoBot.EndToEnd;

/// <summary>The first day in other languages: one with long words, one without spaces, one from right to left.</summary>
[Collection(Chats.Collection)]
public sealed class LanguageTests(Chromium browser, OneBot one) : IClassFixture<OneBot>
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    [Theory]
    [InlineData("de", "language Deutsch")]
    [InlineData("ja", "言語 日本語")]
    [InlineData("ar", "language العربية")]
    public async Task A_new_CTO_chooses_a_language_sets_up_and_ticks_the_first_step_in_it(string language, string said)
    {
        var (content, texts) = (Library.For(language), Library.TextsFor(language));
        var page = await browser.NewPageAsync(width: 1000, height: 1000);
        var chat = await PlaygroundPage.OpenAsync(page, one.Chat);
        await chat.ExpectCardAsync("Good to meet you");

        await chat.ForReplyAsync(() => chat.SayAsync(said));
        await chat.ExpectCardAsync(texts["welcome.title"]);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await chat.LastCard.Locator("[class*=ac-textBlock], [class*=ac-richTextBlock]").First.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await Pictures.KeepAsync(chat, $"welcome-{language}");

        await SetUpAsync(chat, content, texts);
        await chat.ForReplyAsync(() => chat.SayAsync(content.Commands.All.First(command => command.Name == "today").Says[0]));
        var step = content.Plan.Phases[0].Steps[0].Title;
        await chat.ExpectCardAsync(step);
        await chat.ForUpdateAsync(() => chat.ClickAsync(texts.Say("checklist.tick", ("step", step))));
        await chat.ExpectCardAsync(texts.Say("plan.progress", ("done", texts.Number(1)), ("total", texts.Number(37))));
        await Pictures.KeepAsync(chat, $"checklist-{language}");
        await chat.SetWidthAsync(GoldenCardTests.Phone);
        await Pictures.KeepPageAsync(chat, $"checklist-{language}-narrow");
        await chat.ForReplyAsync(() => chat.SayAsync("forget me"));
        await chat.ForReplyAsync(() => chat.SayAsync("delete everything"));
        await page.CloseAsync();
    }

    private static async Task SetUpAsync(PlaygroundPage chat, LanguageContent content, Texts texts)
    {
        var setup = content.Flows["setup"];
        string Ask(string question) => setup.Find(question)!.Ask;
        await chat.ForUpdateAsync(() => chat.ClickAsync(texts["setup.begin"]));
        await chat.CheckAsync(setup.Find("hat")!.Options[0].Label);
        await chat.FillAsync(Ask("company"), "Contoso");
        await chat.ForUpdateAsync(() => chat.ClickAsync(texts["dialog.next"]));

        await chat.ExpectCardAsync(Ask("zone"));
        var today = DateTime.UtcNow.AddHours(1).Date;
        await chat.ChooseWorkdaysUntilAsync(today, day => setup.Find("workdays")!.Options[((int)day + 6) % 7].Label);
        await Pictures.KeepAsync(chat, $"setup-{content.Language}");
        await chat.ForUpdateAsync(() => chat.ClickAsync(texts["dialog.next"]));

        await chat.FillAsync(Ask("start"), today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await chat.ForUpdateAsync(() => chat.ClickAsync(texts["dialog.next"]));
        await chat.FillAsync(Ask("salesHead"), "Dana Kim");
        await chat.ForReplyAsync(() => chat.ClickAsync(texts["dialog.save"]));
    }
}
