using System.Security.Cryptography;
using System.Text;
using CtoBot.Readout;
using Microsoft.Extensions.Options;

namespace CtoBot.Export;

/// <summary>
/// Serves what is kept about a person to whoever has a link that works: <c>GET /data/document?key=…</c> and <c>/data/json?key=…</c>;
/// the agreement that they made with another: <c>/data/agreement?key=…</c>; and the readout as files (<see cref="ReadoutFiles"/>). A link works once:
/// <c>GET</c> shows a button, and what that posts uses the link up.
/// </summary>
/// <remarks>The token stands in the query: the path of a request is in the logging scope of every line that is written during it.</remarks>
public static class ExportEndpoint
{
    /// <summary>The path of a form, without a slash before it; null for one that is none of these pages.</summary>
    internal static string? PathOf(ExportForm form) => form switch
    {
        ExportForm.Document => "data/document",
        ExportForm.Json => "data/json",
        ExportForm.Agreement => "data/agreement",
        ExportForm.Page => TabEndpoint.Path,
        _ => ReadoutFiles.PathOf(form),
    };

    /// <summary>Of what is shown: nothing runs, nothing is loaded, nothing can be sent.</summary>
    private static readonly string Policy = PolicyOf([KeptDocument.Style, LinkPage.Style], "form-action 'none'; frame-ancestors 'none'; sandbox");

    /// <summary>Of the page with the button: it can post to the bot, take the file that comes back, and say so meanwhile by a script of its own.</summary>
    internal static readonly string ButtonPolicy = PolicyOf([LinkPage.Style], $"script-src {HashOf(LinkPage.Script)}; form-action 'self'; frame-ancestors 'none'; sandbox allow-forms allow-downloads allow-scripts");

    /// <summary>Adds what makes and serves the links.</summary>
    public static WebApplicationBuilder AddExport(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IValidateOptions<ExportOptions>, ExportOptionsValidator>();
        builder.Services.AddOptions<ExportOptions>().Bind(builder.Configuration.GetSection(ExportOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<LinkKey>();
        builder.Services.AddSingleton<ExportAddress>();
        builder.Services.AddSingleton<UsedLinks>();
        builder.Services.AddSingleton<FileWriters>();
        builder.Services.AddSingleton<FileConsent>();
        builder.Services.AddSingleton<ConsentClaims>();
        builder.Services.AddSingleton<ExportReader>();
        // These write the address of every request at levels that operators do turn on, and a link is in its address.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        return builder;
    }

    /// <summary>Maps the links.</summary>
    public static void MapExport(this IEndpointRouteBuilder app)
    {
        foreach (var form in Enum.GetValues<ExportForm>().Where(form => form != ExportForm.Page && PathOf(form) is not null))
        {
            app.MapGet("/" + PathOf(form), (string? key, HttpContext context, ExportReader reader) =>
            {
                context.Response.Headers.ContentSecurityPolicy = ButtonPolicy;
                return reader.ShowAsync(form, key ?? "", context);
            });
            app.MapPost("/" + PathOf(form), (string? key, HttpContext context, ExportReader reader) =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return reader.OpenAsync(form, key ?? "", context);
            });
        }
    }

    private static string PolicyOf(string[] styles, string more) =>
        $"default-src 'none'; style-src {string.Join(' ', styles.Select(HashOf))}; base-uri 'none'; {more}";

    private static string HashOf(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
