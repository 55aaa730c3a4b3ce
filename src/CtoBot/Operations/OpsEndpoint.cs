using System.Security.Cryptography;
using System.Text;
using CtoBot.Access;
using CtoBot.Reminders;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations;

/// <summary>What operators ask the running bot: <c>GET /ops/reminders</c>, with the bearer token of <c>Ops:Key</c>. Counts only, nothing of a person.</summary>
public static class OpsEndpoint
{
    private const string Scheme = "Bearer ";

    /// <summary>Adds the settings.</summary>
    public static WebApplicationBuilder AddOps(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<OpsOptions>().Bind(builder.Configuration.GetSection(OpsOptions.Section));
        return builder;
    }

    /// <summary>Maps the pages.</summary>
    public static void MapOps(this IEndpointRouteBuilder app) =>
        app.MapGet("/ops/reminders", (HttpContext context, IOptions<OpsOptions> options, IHostEnvironment environment, ReminderMetrics metrics) =>
        {
            if (IsOperator(context, options.Value.Key, environment))
                return Results.Json(metrics.Counts);
            context.Response.Headers.WWWAuthenticate = Scheme.TrimEnd();
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        });

    private static bool IsOperator(HttpContext context, string? key, IHostEnvironment environment)
    {
        if (string.IsNullOrEmpty(key))
            return environment.IsDevelopment() && LocalCaller.Is(context);
        var header = context.Request.Headers.Authorization.ToString();
        // Hashed first: the comparison takes the same time whatever the length.
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
