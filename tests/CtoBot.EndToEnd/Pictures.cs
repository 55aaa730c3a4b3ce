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

    /// <summary>Keeps a picture of the page as "name.png".</summary>
    public static async Task KeepPageAsync(PlaygroundPage chat, string name)
    {
        if (Folder is not null)
            await chat.ScreenshotAsync(Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png"));
    }
}
