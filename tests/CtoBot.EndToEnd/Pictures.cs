using CtoBot.EndToEnd.Driver;

namespace CtoBot.EndToEnd;

/// <summary>Keeps pictures of what a person sees, if the variable CTOBOT_PICTURES names a folder for them.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CTOBOT_PICTURES");

    /// <summary>Keeps a picture of the newest card as "name.png".</summary>
    public static async Task KeepAsync(PlaygroundPage chat, string name)
    {
        if (Folder is not null)
            await chat.ScreenshotCardAsync(Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png"));
    }

    /// <summary>Keeps a picture of a card rendered alone as "name.png".</summary>
    public static async Task KeepAsync(CardPage card, string name)
    {
        if (Folder is not null)
            await card.ScreenshotAsync(Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png"));
    }

    /// <summary>Keeps pictures of a card, given as JSON: "name-light.png" and "name-dark.png" as on a phone, and the same with "-wide".</summary>
    public static async Task KeepThemesAsync(Chromium browser, LocalNode node, string json, string name)
    {
        if (Folder is null)
            return;
        foreach (var (dark, width) in ((bool, int)[])[(false, GoldenCardTests.Phone), (true, GoldenCardTests.Phone), (false, GoldenCardTests.Wide), (true, GoldenCardTests.Wide)])
        {
            var card = await CardPage.OpenAsync(browser, node, json, dark, width, TestContext.Current.CancellationToken);
            await KeepAsync(card, $"{name}-{(dark ? "dark" : "light")}{(width == GoldenCardTests.Wide ? "-wide" : "")}");
            await card.Page.CloseAsync();
        }
    }

    /// <summary>Keeps a picture of the page as "name.png".</summary>
    public static async Task KeepPageAsync(PlaygroundPage chat, string name)
    {
        if (Folder is not null)
            await chat.ScreenshotAsync(Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png"));
    }
}
