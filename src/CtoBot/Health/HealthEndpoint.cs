using CtoBot.Operations;

namespace CtoBot.Health;

/// <summary>
/// What a platform asks: <c>/healthz/live</c>, whether the process answers at all, and <c>/healthz/ready</c>, whether it is to be sent
/// activities. Everybody may ask and gets a word; with the bearer token of <c>Ops:Key</c> the answer says what is wrong.
/// </summary>
internal static class HealthEndpoint
{
    private const string Live = "/healthz/live";
    private const string Ready = "/healthz/ready";

    /// <summary>Whether a route is one of these.</summary>
    public static bool IsProbe(string route) => route is Live or Ready;

    /// <summary>Adds what is asked about, and the way in which the process ends.</summary>
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IReadinessProbe, StoreProbe>();
        builder.Services.AddSingleton<IReadinessProbe, TokenProbe>();
        builder.Services.AddSingleton<IReadinessProbe, SweepProbe>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<BotToken>();
        GracefulShutdown.Add(builder);
    }

    /// <summary>Maps them.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var access = app.ServiceProvider.GetRequiredService<OperatorAccess>();
        var readiness = app.ServiceProvider.GetRequiredService<Readiness>();
        app.MapGet(Live, () => Results.Text("ok"));
        app.MapGet(Ready, async (HttpContext context) =>
        {
            var report = await readiness.ReadAsync();
            var status = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return access.IsOperator(context)
                ? Results.Json(report, statusCode: status)
                : Results.Text(report.IsReady ? "ready" : "not ready", statusCode: status);
        });
    }
}
