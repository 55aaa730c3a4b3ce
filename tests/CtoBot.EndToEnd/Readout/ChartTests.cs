using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;
using CtoBot.Tests.Support;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Readout;

/// <summary>The readout's card in the Playground, which draws charts, and the readout shared from there. That a client without them shows the figures in words is for <see cref="GoldenCardTests"/>.</summary>
[Collection(Chats.Collection)]
public sealed class ChartTests(Chromium browser, LocalNode node)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Charts_are_drawn_a_number_leads_to_its_source_and_the_readout_is_shared_with_the_group_chat()
    {
        await using var host = await TabHost.StartAsync(ReadoutSeed.Five());
        var page = await browser.NewPageAsync(1200, 3000);
        await using var playground = await node.StartPlaygroundAsync(PlaygroundPerson.Cto, host.Endpoint, cancellationToken: Cancel);
        var chat = await PlaygroundPage.OpenAsync(page, playground.Address);
        // The Playground installs the bot when the chat is opened: what that answers comes first.
        await chat.ExpectCardAsync("0 of 37 steps");
        await chat.ForReplyAsync(() => chat.SayAsync("readout"));
        await chat.ExpectCardAsync("505,000 EUR and 650,000 USD");
        // Bars and the gauge are drawings; what stands in their place elsewhere does not appear as well.
        await Assertions.Expect(chat.LastCard.GetByRole(AriaRole.Img, new() { Name = "Engineering, 3.80" })).ToBeVisibleAsync();
        await Assertions.Expect(chat.LastCard.GetByRole(AriaRole.Img, new() { Name = "5, going, 310000" })).ToBeVisibleAsync();
        await Assertions.Expect(chat.LastCard.GetByRole(AriaRole.Img, new() { Name = "CSV export drops rows over 50,000 lines, 3" })).ToBeVisibleAsync();
        var shown = await chat.CardTextAsync();
        Assert.Contains("Revenue a year by flight risk, EUR", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("310,000 EUR · 1 customer", shown, StringComparison.Ordinal);
        await Pictures.KeepAsync(chat, "readout-charts");
        await chat.ForUpdateAsync(() => chat.OpenStepAsync("Revenue at risk"));
        await chat.ExpectCardAsync("At 4 or 5: 3 of 5.");
        await ShareAsync(chat);
        await page.CloseAsync();
    }

    /// <summary>Asked for where others read along, it is chosen, looked at and sent alone.</summary>
    private static async Task ShareAsync(PlaygroundPage chat)
    {
        await chat.OpenChatAsync(PlaygroundConfig.GroupChatName);
        await chat.ExpectCardAsync("I am CtoBot");
        await chat.MentionAsync("share");
        await chat.ExpectMessageAsync("I have written to you alone.");
        var told = await chat.CountAsync();
        await Pictures.KeepPageAsync(chat, "share-asked-in-group");

        await chat.OpenChatAsync("Personal Chat");
        await chat.ExpectCardAsync("Share with ");
        await Pictures.KeepAsync(chat, "share-form");
        await chat.ForReplyAsync(() => chat.ClickAsync("Show me what goes out"));
        await chat.ExpectCardAsync("Not sent yet");
        await Pictures.KeepPageAsync(chat, "share-preview");
        var preview = await chat.Cards.Nth(await chat.Cards.CountAsync() - 2).InnerTextAsync();
        Assert.Contains("shares this with you.", preview, StringComparison.Ordinal);
        await chat.ForUpdateAsync(() => chat.ClickAsync("Send"));
        await chat.ExpectCardAsync("delivered");
        await Pictures.KeepAsync(chat, "share-sent");

        await chat.OpenChatAsync(PlaygroundConfig.GroupChatName);
        await chat.ExpectCardAsync("shares this with you.");
        Assert.Equal(told + 1, await chat.CountAsync());
        Assert.Equal(preview, await chat.CardTextAsync());
        Assert.Equal(0, await chat.LastCard.GetByRole(AriaRole.Button).CountAsync());
        await Pictures.KeepPageAsync(chat, "share-in-group");
    }
}
