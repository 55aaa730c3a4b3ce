using Microsoft.Playwright;

namespace CtoBot.EndToEnd.Driver;

/// <summary>
/// The installed Chromium, started when the first page is asked for. Every request that leaves this computer is aborted:
/// what a test shows must not depend on somebody else's server.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>
    /// Milliseconds to wait for what is expected on a page, and for a page to load. On two busy cores a chat, with all its nine megabytes of
    /// script, took more than the half minute that Playwright waits; what comes sooner is not waited for any longer.
    /// </summary>
    private const float Patience = 90_000;

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens an empty page with storage of its own. Without Chromium the running test is skipped.</summary>
    public async Task<IPage> NewPageAsync(int width = 1200, int height = 900)
    {
        var browser = await BrowserAsync();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(Patience);
        await context.RouteAsync("**/*", route => IsLocal(route.Request.Url) ? route.ContinueAsync() : route.AbortAsync());
        return await context.NewPageAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _browser ??= await StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        var path = Candidates().FirstOrDefault(File.Exists);
        if (path is null)
            Requirement.Missing("There is no Chromium: install the package chromium, or set CHROMIUM_PATH to the program.");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    private static IEnumerable<string> Candidates() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => ((string[])["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"]).Select(name => Path.Combine(folder, name))))
            .Concat(
            [
                "/usr/bin/chromium",
                "/opt/google/chrome/chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft", "Edge", "Application", "msedge.exe"),
            ]);

    private static bool IsLocal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.IsLoopback || uri.Scheme is "data" or "blob" or "about");
}
