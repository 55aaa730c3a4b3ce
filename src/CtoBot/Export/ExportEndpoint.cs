using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Content;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Export;

/// <summary>
/// Serves what is kept about a person to whoever has a link that works: <c>GET /data/document?key=…</c> and <c>/data/json?key=…</c>;
/// and the agreement that they made with another: <c>/data/agreement?key=…</c>.
/// </summary>
/// <remarks>The token stands in the query: the path of a request is in the logging scope of every line that is written during it.</remarks>
public static class ExportEndpoint
{
    /// <summary>The path of a form, without a slash before it.</summary>
    internal static string PathOf(ExportForm form) => form switch
    {
        ExportForm.Json => "data/json",
        ExportForm.Agreement => "data/agreement",
        _ => "data/document",
    };

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(KeptDocument.Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Adds what makes and serves the links.</summary>
    public static WebApplicationBuilder AddExport(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IValidateOptions<ExportOptions>, ExportOptionsValidator>();
        builder.Services.AddOptions<ExportOptions>().Bind(builder.Configuration.GetSection(ExportOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<LinkKey>();
        builder.Services.AddSingleton<ExportAddress>();
        // These write the address of every request at levels that operators do turn on, and a link is in its address.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        return builder;
    }

    /// <summary>Maps the links.</summary>
    public static void MapExport(this IEndpointRouteBuilder app)
    {
        foreach (var form in Enum.GetValues<ExportForm>())
        {
            app.MapGet("/" + PathOf(form), (string? key, HttpContext context, IStore store, DueIndex due, LinkKey signing, ContentLibrary library, TimeProvider time, CancellationToken cancellationToken) =>
                ServeAsync(form, key ?? "", context, store, due, signing, library, time, cancellationToken));
        }
    }

    private static async Task<IResult> ServeAsync(
        ExportForm form, string token, HttpContext context, IStore store, DueIndex due, LinkKey key, ContentLibrary library, TimeProvider time, CancellationToken cancellationToken)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        try
        {
            var signing = await key.GetAsync(cancellationToken);
            if (ExportToken.Read(signing.Span, token, form, time.GetUtcNow()) is not { } partition)
                return Results.NotFound();
            if (form == ExportForm.Agreement)
                return await AgreementFile.ReadAsync(store, library, partition, time.GetUtcNow(), cancellationToken) is { } file ? Results.File(file, AgreementFile.MediaType, "agreement.docx") : Results.NotFound();
            var data = await KeptData.ReadAsync(store, due, partition, time.GetUtcNow(), cancellationToken);
            return form == ExportForm.Json
                ? Results.File(KeptJson.Write(data), "application/json; charset=utf-8", "ctobot-my-data.json")
                : Results.Content(KeptDocument.Write(data, library.TextsFor(data.Client("locale"))), "text/html", Encoding.UTF8);
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
