namespace CtoBot.EndToEnd.Driver;

/// <summary>A page for each theme and width, on which a class of tests renders one card after the other.</summary>
/// <param name="browser">The browser.</param>
/// <param name="node">Installs the renderer.</param>
public sealed class CardPages(Chromium browser, LocalNode node) : IAsyncDisposable
{
    private readonly Dictionary<(bool Dark, int Width), CardPage> _pages = [];

    /// <summary>Renders a card.</summary>
    /// <param name="cardJson">The card, an object of type AdaptiveCard.</param>
    /// <param name="dark">Whether the dark theme is used.</param>
    /// <param name="width">The page's width in pixels.</param>
    /// <param name="cancellationToken">Ends the installation of the renderer.</param>
    public async Task<CardPage> ShowAsync(string cardJson, bool dark, int width, CancellationToken cancellationToken)
    {
        if (!_pages.TryGetValue((dark, width), out var card))
            card = _pages[(dark, width)] = await CardPage.OpenAsync(browser, node, dark, width, cancellationToken);
        await card.ShowAsync(cardJson);
        return card;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var card in _pages.Values)
            await card.Page.CloseAsync();
    }
}
