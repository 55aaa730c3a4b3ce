using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;

namespace CtoBot.EndToEnd;

/// <summary>Proves the driver itself, against a bot so small that a failure is the driver's or the Playground's.</summary>
[Collection(Chats.Collection)]
public sealed class DriverTests(Chromium browser, LocalNode node)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_arrives_is_filled_in_and_is_replaced_in_place()
    {
        await using var bot = await EchoBot.StartAsync(Cancel);
        var page = await browser.NewPageAsync();
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, bot.Endpoint, cancellationToken: Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);

        await chat.ForReplyAsync(() => chat.SayAsync("hello"));
        await chat.ExpectCardAsync("You said hello in a personal chat");

        await chat.FillAsync("Your name", "Alex");
        await chat.ChooseAsync("Your hat", "Chief technology officer");
        await chat.CheckAsync("State");
        await chat.ForUpdateAsync(() => chat.ClickAsync("Save"));

        Assert.Contains("Saved Alex, cto, true", await chat.CardTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await chat.CountAsync());

        await chat.SetWidthAsync(390);
        var box = await chat.LastCard.BoundingBoxAsync();
        Assert.InRange(box!.X + box.Width, 1, 390);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_mention_reaches_the_bot_from_the_group_chat_and_from_a_channel()
    {
        await using var bot = await EchoBot.StartAsync(Cancel);
        var page = await browser.NewPageAsync();
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cmo, bot.Endpoint, cancellationToken: Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);

        await chat.OpenChatAsync(PlaygroundConfig.GroupChatName);
        await bot.MetAsync("groupChat", Cancel);
        await chat.MentionAsync("hello");
        await chat.ExpectCardAsync("hello in a groupChat chat");

        await chat.OpenChatAsync($"{PlaygroundConfig.TeamName} - {PlaygroundConfig.ChannelName}");
        await bot.MetAsync("channel", Cancel);
        var replies = bot.HoldReplies();
        await chat.MentionAsync("hello");
        await chat.ExpectPostAsync("CtoBot hello");
        replies.SetResult();
        await chat.ExpectCardAsync("hello in a channel chat");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    [InlineData(false, 800)]
    [InlineData(true, 800)]
    public async Task A_card_is_rendered_in_both_themes_and_widths(bool dark, int width)
    {
        var card = await CardPage.OpenAsync(browser, node, EchoBot.Card("This is **important**").ToJsonString(), dark, width, Cancel);

        Assert.Equal("important", await card.Card.Locator("strong").InnerTextAsync());
        Assert.False(await card.OverflowsAsync());
        Assert.Empty(await card.AccessibilityViolationsAsync());
        await card.Page.CloseAsync();
    }

    [Fact]
    public async Task A_card_with_an_unlabelled_input_or_too_wide_content_is_noticed()
    {
        const string bad = """
            {"type": "AdaptiveCard", "version": "1.5", "body": [
              {"type": "Input.Text", "id": "name"},
              {"type": "ColumnSet", "columns": [
                {"type": "Column", "width": "900px", "items": [{"type": "TextBlock", "text": "Wide"}]}]}]}
            """;
        var card = await CardPage.OpenAsync(browser, node, bad, dark: false, width: 390, Cancel);

        Assert.Contains(await card.AccessibilityViolationsAsync(), line => line.StartsWith("label ", StringComparison.Ordinal));
        Assert.True(await card.OverflowsAsync());
        await card.Page.CloseAsync();
    }

    [Fact]
    public async Task The_bot_is_killed_without_warning_and_comes_back_at_the_same_address()
    {
        await using var bot = await BotProcess.StartAsync([], cancellationToken: Cancel);
        using var http = new HttpClient();
        using var before = await http.GetAsync(bot.Address, Cancel);

        await bot.Kill9Async();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(bot.Address, Cancel));

        await bot.StartAgainAsync(Cancel);
        using var after = await http.GetAsync(bot.Address, Cancel);
        Assert.Equal(before.StatusCode, after.StatusCode);
    }
}
