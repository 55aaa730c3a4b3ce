using CtoBot.EndToEnd.Driver;

namespace CtoBot.EndToEnd;

/// <summary>Every card as it is rendered on a phone, in both themes: nothing is cut off, and axe-core finds nothing to object to.</summary>
public sealed class GoldenCardTests(CardPages pages) : IClassFixture<CardPages>
{
    /// <summary>The width of a phone, in pixels.</summary>
    internal const int Phone = 390;

    /// <summary>The width of a card on a desktop, in pixels.</summary>
    internal const int Wide = 720;

    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Cards => [.. Directory.EnumerateFiles(Golden, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_fits_a_phone_and_can_be_used_by_everyone(string name)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Golden, name + ".json"), TestContext.Current.CancellationToken);
        foreach (var dark in (bool[])[false, true])
        {
            var card = await pages.ShowAsync(json, dark, Phone, TestContext.Current.CancellationToken);
            Assert.False(await card.OverflowsAsync(), $"{name} is wider than a phone.");
            // The themes differ in colours alone, which are the client's and not looked at.
            if (!dark)
                Assert.Equal("", string.Join("\n", await card.AccessibilityViolationsAsync()));
            await Pictures.KeepAsync(card, $"card-{name}-{(dark ? "dark" : "light")}");
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_has_room_on_a_desktop(string name)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Golden, name + ".json"), TestContext.Current.CancellationToken);
        var card = await pages.ShowAsync(json, dark: false, Wide, TestContext.Current.CancellationToken);
        Assert.False(await card.OverflowsAsync(), $"{name} is wider than its window.");
        await Pictures.KeepAsync(card, $"card-{name}-wide");
    }
}
