using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Access;
using CtoBot.Core.Content;
using CtoBot.Export;
using CtoBot.Turns;

namespace CtoBot.Readout;

/// <summary>
/// The personal tab: <c>GET /tab</c> is the same for everybody and holds nothing of anyone; what it shows it asks for at <c>/tab/content</c>, with
/// the token of who is signed in to Teams. In Development, where nobody is, a link of the chat opens it once.
/// </summary>
internal static class TabEndpoint
{
    /// <summary>The path of the page, without a slash before it.</summary>
    public const string Path = "tab";

    /// <summary>How long the page can be used that a link has opened.</summary>
    private static readonly TimeSpan SessionTime = TimeSpan.FromMinutes(30);

    /// <summary>Who may frame the page: Teams in the browser and on the desktop, and Microsoft 365, where personal tabs open too.</summary>
    private static readonly string Policy =
        $"default-src 'none'; script-src '{HashOf(TabShell.Script)}'; style-src '{HashOf(TabShell.Style)}'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.microsoft.us https://*.teams.microsoft.us https://*.cloud.microsoft https://*.office.com https://*.microsoft365.com";

    /// <summary>Adds what makes it.</summary>
    public static WebApplicationBuilder AddTab(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReadoutSource>();
        builder.Services.AddSingleton<TabTokens>();
        builder.Services.AddSingleton<TabSignIn>();
        return builder;
    }

    /// <summary>Maps the page and what it asks for.</summary>
    public static void MapTab(this IEndpointRouteBuilder app)
    {
        app.MapGet("/" + Path, ShowAsync);
        app.MapPost("/" + Path, OpenAsync);
        app.MapGet($"/{Path}/content", ContentAsync);
    }

    /// <summary>The page; of a link, the button that opens it.</summary>
    private static async Task<IResult> ShowAsync(
        string? key, HttpContext context, IHostEnvironment environment, LinkKey signing, UsedLinks used, ContentLibrary library, TimeProvider time, CancellationToken cancellationToken)
    {
        var texts = library.TextsFor(context.Request);
        if (key is null)
            return Shell(context, environment, texts, session: null);
        context.Response.Headers.ContentSecurityPolicy = ExportEndpoint.ButtonPolicy;
        return await ReadAsync(key, environment, signing, time, cancellationToken) is not null && !await used.HasAsync(key, cancellationToken) ? LinkPage.Open(texts) : LinkPage.Gone(texts);
    }

    /// <summary>Uses a link of the chat up, for a right to read that lasts a while.</summary>
    private static async Task<IResult> OpenAsync(
        string? key, HttpContext context, IHostEnvironment environment, LinkKey signing, UsedLinks used, ContentLibrary library, TimeProvider time, CancellationToken cancellationToken)
    {
        var texts = library.TextsFor(context.Request);
        if (await ReadAsync(key ?? "", environment, signing, time, cancellationToken) is { } partition && await used.TakeAsync(key!, cancellationToken))
            return Shell(context, environment, texts, ExportToken.Make((await signing.GetAsync(cancellationToken)).Span, partition, ExportForm.PageSession, time.GetUtcNow() + SessionTime));
        context.Response.Headers.ContentSecurityPolicy = ExportEndpoint.ButtonPolicy;
        return LinkPage.Gone(texts);
    }

    private static IResult Shell(HttpContext context, IHostEnvironment environment, Texts texts, string? session)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.Remove("X-Frame-Options");
        return Results.Content(TabShell.Write(texts, session, links: environment.IsDevelopment()), "text/html", Encoding.UTF8);
    }

    /// <summary>Whose page a link opens; null if it is not good, and where people sign in.</summary>
    private static async Task<string?> ReadAsync(string token, IHostEnvironment environment, LinkKey signing, TimeProvider time, CancellationToken cancellationToken) =>
        environment.IsDevelopment() ? ExportToken.Read((await signing.GetAsync(cancellationToken)).Span, token, ExportForm.Page, time.GetUtcNow()) : null;

    private static async Task<IResult> ContentAsync(
        string? part, string? customer, string? function, string? q, string? all, string? page, string? quote,
        HttpContext context, TabSignIn signIn, RateLimits rates, ReadoutSource readouts, CancellationToken cancellationToken)
    {
        try
        {
            var (admission, person) = await signIn.ReadAsync(context.Request.Headers.Authorization.ToString(), cancellationToken);
            if (admission is not Admission.Admitted)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (person is null)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            }

            using var place = await rates.EnterAsync(new Caller(person.TenantId, person, "", CallerKind.Member), cancellationToken);
            if (!place.IsAcquired)
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            if (await readouts.ReadAsync(person, own: true, cancellationToken) is not var (readout, _))
                return Results.NotFound();
            var view = new TabView(readout, customer, function, q, all, int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1);
            return part switch
            {
                "quote" => TabContent.Quote(view, quote ?? "") is { } words ? Html(words) : Results.NotFound(),
                "results" => Html(TabContent.Results(view)),
                _ => Html(TabContent.Whole(view)),
            };
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Html(string html) => Results.Content(html, "text/html", Encoding.UTF8);

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
