using System.Text.Json;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Driver;

/// <summary>
/// One card, rendered by the Adaptive Cards renderer with Microsoft's host configuration for Teams: for a look at both
/// themes and at phone width, and for an accessibility check. Newer elements that the renderer does not know show their fallback.
/// </summary>
public sealed class CardPage
{
    private CardPage(IPage page) => Page = page;

    /// <summary>The browser's page.</summary>
    public IPage Page { get; }

    /// <summary>The rendered card.</summary>
    public ILocator Card => Page.Locator("#card");

    /// <summary>Renders a card on a page of its own.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="node">Installs the renderer.</param>
    /// <param name="cardJson">The card, an object of type AdaptiveCard.</param>
    /// <param name="dark">Whether the dark theme is used.</param>
    /// <param name="width">The page's width in pixels: 390 is a phone, 800 a desktop.</param>
    /// <param name="cancellationToken">Ends the installation.</param>
    public static async Task<CardPage> OpenAsync(
        Chromium browser, LocalNode node, string cardJson, bool dark, int width, CancellationToken cancellationToken = default)
    {
        var card = await OpenAsync(browser, node, dark, width, cancellationToken);
        await card.ShowAsync(cardJson);
        return card;
    }

    /// <summary>Opens a page for cards, with none on it yet: loading the renderer takes longer than rendering.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="node">Installs the renderer.</param>
    /// <param name="dark">Whether the dark theme is used.</param>
    /// <param name="width">The page's width in pixels: 390 is a phone, 800 a desktop.</param>
    /// <param name="cancellationToken">Ends the installation.</param>
    public static async Task<CardPage> OpenAsync(Chromium browser, LocalNode node, bool dark, int width, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(node);
        await node.InstallCardPackagesAsync(cancellationToken);
        var theme = dark ? "dark" : "light";
        var page = await browser.NewPageAsync(width, height: 100);
        await page.SetContentAsync(
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><title>Card</title><style>
              body { margin: 0; padding: 12px; background: {{(dark ? "#1f1f1f" : "#f5f5f5")}}; font-family: "Segoe UI", sans-serif; }
              #card { border-radius: 4px; overflow: hidden; }
            </style></head><body><main id="card"></main></body></html>
            """);
        await page.AddStyleTagAsync(new() { Path = File("adaptivecards-designer", "dist", "containers", $"teams-container-{theme}.css") });
        await page.AddScriptTagAsync(new() { Path = File("adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = File("markdown-it", "dist", "markdown-it.min.js") });
        await page.AddScriptTagAsync(new() { Path = File("axe-core", "axe.min.js") });

        var hostConfig = await System.IO.File.ReadAllTextAsync(
            File("adaptivecards-designer", "lib", "hostConfigs", $"microsoft-teams-{theme}.json"), cancellationToken);
        await page.EvaluateAsync(
            """
            hostConfig => {
              const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
              AdaptiveCard.onProcessMarkdown = (text, result) => {
                result.outputHtml = window.markdownit().render(text);
                result.didProcess = true;
              };
              window.showCard = card => {
                const renderer = new AdaptiveCard();
                renderer.hostConfig = new HostConfig(JSON.parse(hostConfig));
                renderer.parse(JSON.parse(card));
                document.getElementById('card').replaceChildren(renderer.render());
                scrollTo(0, 0);
              };
            }
            """,
            hostConfig);
        return new CardPage(page);
    }

    /// <summary>Renders a card in the place of the one before.</summary>
    /// <param name="cardJson">The card, an object of type AdaptiveCard.</param>
    public Task ShowAsync(string cardJson) => Page.EvaluateAsync("card => window.showCard(card)", cardJson);

    /// <summary>Saves a picture of the card with the page's background around it.</summary>
    public Task ScreenshotAsync(string path) => Page.ScreenshotAsync(new() { Path = path, FullPage = true });

    /// <summary>Whether something in the card is wider than the page, so that a person must scroll sideways or does not see it.</summary>
    public Task<bool> OverflowsAsync() => Page.EvaluateAsync<bool>(
        """
        () => [...document.querySelectorAll('#card *')].some(e => {
          const box = e.getBoundingClientRect();
          return box.right > document.documentElement.clientWidth + 1 || (getComputedStyle(e).direction === 'rtl' && box.left < -1);
        })
        """);

    /// <summary>
    /// What axe-core objects to, one line each: rule, impact, and the element's HTML. Empty when there is nothing.
    /// Left out: contrast, since cards name meanings and the client's theme the colours. That a name holds the visible text is
    /// looked at here: axe-core runs the lines of a row together, and takes a sign such as a tick box for text.
    /// </summary>
    public async Task<IReadOnlyList<string>> AccessibilityViolationsAsync()
    {
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const flat = text => (text ?? '').replace(/[\u200b\u2060]/g, '').replace(/\s+/g, ' ').trim();
              const saysWhatIsSeen = node => {
                const element = document.querySelector(node.target[0]);
                return !/[\p{L}\p{N}]/u.test(element.innerText) || flat(element.ariaLabel).includes(flat(element.innerText));
              };
              const { violations } = await window.axe.run('#card', { rules: { 'color-contrast': { enabled: false } } });
              return violations.flatMap(v => v.nodes
                .filter(n => v.id !== 'label-content-name-mismatch' || !saysWhatIsSeen(n))
                .map(n => `${v.id} (${v.impact}): ${n.html}`));
            }
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    private static string File(params string[] path) => Path.Combine([LocalNode.CardPackages, "node_modules", .. path]);
}
