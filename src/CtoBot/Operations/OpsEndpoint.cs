using CtoBot.Reminders;

namespace CtoBot.Operations;

/// <summary>What operators ask the running bot: <c>GET /ops/reminders</c>, with the bearer token of <c>Ops:Key</c>. Counts only, nothing of a person.</summary>
public static class OpsEndpoint
{
    /// <summary>Adds the settings.</summary>
    public static WebApplicationBuilder AddOps(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<OpsOptions>().Bind(builder.Configuration.GetSection(OpsOptions.Section));
        builder.Services.AddSingleton<OperatorAccess>();
        return builder;
    }

    /// <summary>Maps the pages.</summary>
    public static void MapOps(this IEndpointRouteBuilder app)
    {
        var access = app.ServiceProvider.GetRequiredService<OperatorAccess>();
        app.MapGet("/ops/reminders", (HttpContext context, ReminderMetrics metrics) =>
        {
            if (access.IsOperator(context))
                return Results.Json(metrics.Counts);
            context.Response.Headers.WWWAuthenticate = OperatorAccess.Scheme;
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        });
    }
}
