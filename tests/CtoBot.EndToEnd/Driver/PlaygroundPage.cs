using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtoBot.EndToEnd.Driver;

/// <summary>
/// The chat in the Agents Playground as a person sees it. Every wait is for something that appears on the page.
/// The Playground has no dark theme (see <see cref="CardPage"/> for that), and forgets its history when it is loaded again.
/// </summary>
public sealed class PlaygroundPage
{
    private PlaygroundPage(IPage page) => Page = page;

    /// <summary>The browser's page, for what this class does not cover.</summary>
    public IPage Page { get; }

    /// <summary>Everything the bot sent to the open chat, oldest first: text and cards.</summary>
    public ILocator BotMessages => Page.Locator("div:has(> [aria-label='Message header']):has([aria-label='Message author'])");

    /// <summary>All cards, oldest first.</summary>
    public ILocator Cards => Page.Locator(".ac-preview-panel");

    /// <summary>The newest card.</summary>
    public ILocator LastCard => Cards.Last;

    private ILocator Editor => Page.Locator("[data-lexical-editor]").Last;

    /// <summary>Opens the personal chat and puts the log panel away. The Playground announces its install to the bot at every opening.</summary>
    public static async Task<PlaygroundPage> OpenAsync(IPage page, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var chat = new PlaygroundPage(page);
        await page.GotoAsync(address.AbsoluteUri);
        await chat.Editor.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
        return chat;
    }

    /// <summary>Opens another chat by the name the chat list shows: "Personal Chat", the group's name, or "team - channel".</summary>
    public async Task OpenChatAsync(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Toggle app bar and conversation window" }).ClickAsync();
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = name }).ClickAsync();
        await Editor.ClickAsync();
    }

    /// <summary>Sends a message. Does not wait for an answer.</summary>
    public async Task SayAsync(string text)
    {
        await Editor.FillAsync(text);
        await SendAsync();
    }

    /// <summary>Sends a message that mentions the bot first, as groups and channels need.</summary>
    public async Task MentionAsync(string text)
    {
        await Editor.ClickAsync();
        await Page.Keyboard.TypeAsync("@Cto");
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "CtoBot" }).ClickAsync();
        await Page.Keyboard.TypeAsync(" " + text);
        await SendAsync();
    }

    /// <summary>Clicks a button of the newest card. Does not wait for an answer.</summary>
    public Task ClickAsync(string name) => LastCard.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Taps a row of the newest card that begins with these words. Does not wait for an answer.</summary>
    public Task OpenStepAsync(string words) => LastCard.GetByRole(AriaRole.Button, new() { Name = words }).ClickAsync();

    /// <summary>Fills an input of the newest card: text, number, date (yyyy-MM-dd) or time (HH:mm).</summary>
    public Task FillAsync(string label, string value) => LastCard.GetByLabel(label).FillAsync(value);

    /// <summary>Ticks a toggle, a box or a radio button of the newest card.</summary>
    public Task CheckAsync(string label) => LastCard.GetByLabel(label).CheckAsync();

    /// <summary>Chooses from a dropdown of the newest card.</summary>
    public async Task ChooseAsync(string label, string option, int nth = 0)
    {
        await LastCard.GetByRole(AriaRole.Combobox, new() { Name = label }).Nth(nth).ClickAsync();
        await Page.Locator("[id^=fluent-listbox] [id^=fluent-option]").Filter(new() { HasText = option, Visible = true }).First.ClickAsync();
    }

    /// <summary>Ticks five working days on the newest card, of which a date is the last: the plan begins best on such a day, and a test runs on any.</summary>
    /// <param name="last">That date.</param>
    /// <param name="nameOf">What the card calls a weekday; English if null.</param>
    public async Task ChooseWorkdaysUntilAsync(DateTime last, Func<DayOfWeek, string>? nameOf = null)
    {
        for (var back = 0; back < 7; back++)
        {
            var day = last.AddDays(-back);
            var name = nameOf?.Invoke(day.DayOfWeek) ?? day.ToString("dddd", CultureInfo.InvariantCulture);
            await LastCard.GetByRole(AriaRole.Checkbox, new() { Name = name }).SetCheckedAsync(back < 5);
        }
    }

    /// <summary>Does <paramref name="act"/> and waits until the bot has sent at least one message more than before.</summary>
    public async Task ForReplyAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var before = await BotMessages.CountAsync();
        await act();
        await BotMessages.Nth(before).WaitForAsync();
    }

    /// <summary>Waits until the bot has sent more messages than <paramref name="before"/> without being asked.</summary>
    /// <param name="before">How many there are already.</param>
    /// <param name="limit">How long at most.</param>
    public Task ForMessageAsync(int before, TimeSpan limit) => BotMessages.Nth(before).WaitForAsync(new() { Timeout = (float)limit.TotalMilliseconds });

    /// <summary>Does <paramref name="act"/> and waits until the text of the newest card is another one.</summary>
    public async Task ForUpdateAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var before = await LastCard.InnerTextAsync();
        await act();
        await Expect(LastCard).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
    }

    /// <summary>Waits until the newest card contains a text.</summary>
    public Task ExpectCardAsync(string text) => Expect(LastCard).ToContainTextAsync(text);

    /// <summary>Waits until the newest message of the bot contains a text.</summary>
    public Task ExpectMessageAsync(string text) => Expect(BotMessages.Last).ToContainTextAsync(text);

    /// <summary>Waits until the open channel shows a post of the person, to which can be replied.</summary>
    /// <param name="text">The post's whole text.</param>
    public Task ExpectPostAsync(string text) => Expect(Page.GetByText(text, new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>How many messages of the bot the open chat shows now.</summary>
    public Task<int> CountAsync() => BotMessages.CountAsync();

    /// <summary>The text of the newest card, as shown.</summary>
    public Task<string> CardTextAsync() => LastCard.InnerTextAsync();

    /// <summary>The text of the newest message of the bot, with its author and time.</summary>
    public Task<string> MessageTextAsync() => BotMessages.Last.InnerTextAsync();

    /// <summary>
    /// Gives the page another width, such as 390 pixels for a phone. The Playground never gets narrower than 600 by itself;
    /// a style sheet lifts that, so that cards get as narrow as they are on a phone.
    /// </summary>
    public async Task SetWidthAsync(int width, int height = 900)
    {
        await Page.SetViewportSizeAsync(width, height);
        await Page.AddStyleTagAsync(new() { Content = "div { min-width: 0 !important; max-width: 100% !important } .fui-Toolbar { overflow: hidden }" });
        await Page.EvaluateAsync("() => scrollTo(0, 0)");
    }

    /// <summary>Saves a picture of the page.</summary>
    public Task ScreenshotAsync(string path) => Page.ScreenshotAsync(new() { Path = path });

    /// <summary>Saves a picture of the newest card.</summary>
    public Task ScreenshotCardAsync(string path) => LastCard.ScreenshotAsync(new() { Path = path });

    // A channel has "Post" where a chat has an arrow.
    private Task SendAsync() =>
        Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).Or(Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true })).Last.ClickAsync();
}
