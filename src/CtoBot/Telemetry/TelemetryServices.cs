using System.Diagnostics;
using CtoBot.Operations;
using CtoBot.Reminders;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CtoBot.Telemetry;

/// <summary>Traces, metrics and logs by OTLP, if there is somewhere to send them.</summary>
internal static class TelemetryServices
{
    private const string AspNetCore = "Microsoft.AspNetCore";
    private const string HttpClients = "System.Net.Http";

    /// <summary>Tags that metrics may carry: none of them is a caller's own.</summary>
    private static readonly string[] MetricTags =
    [
        "ctobot.input", "ctobot.outcome", "db.operation.name", "db.collection.name",
        "http.request.method", "http.response.status_code", "http.route", "error.type", "server.address", "http.connection.state",
        "gc.heap.generation", "dotnet.gc.heap.generation", "cpu.mode",
    ];

    /// <summary>Adds what there is to tell, and where to. Console logs are JSON outside Development, unless the settings say otherwise.</summary>
    /// <exception cref="OptionsValidationException">A setting under <c>Telemetry</c> is wrong.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.AddJsonLog();
        builder.Services.AddSingleton<DistributedContextPropagator>(new NoPropagation());
        var options = TelemetryOptions.Read(builder.Configuration);
        if (new TelemetryOptionsValidator().Validate(null, options) is { Failed: true, Failures: var failures })
            throw new OptionsValidationException(TelemetryOptions.Section, typeof(TelemetryOptions), failures);
        builder.Services.AddSingleton(options);
        if (!options.IsOn)
            return;
        builder.Services.AddSingleton(_ => Traces(options));
        builder.Services.AddSingleton(_ => Metrics(options));
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Resource()).AddOtlpExporter(exporter => Set(exporter, options, "logs")));
    }

    /// <summary>A line of the console is an object, with the trace that it belongs to. An operator who sets another formatter gets that one.</summary>
    private static void AddJsonLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConsole(console => console.FormatterName ??= ConsoleFormatterNames.Json);
        builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
    }

    /// <summary>Begins to tell, and names each request's span by its route.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<TelemetryOptions>().IsOn)
            return;
        app.Services.GetRequiredService<TracerProvider>();
        app.Services.GetRequiredService<MeterProvider>();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                {
                    span.SetTag("http.request.method", context.Request.Method).SetTag("http.response.status_code", context.Response.StatusCode);
                    if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
                        span.SetTag("http.route", route);
                    if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                        span.SetStatus(ActivityStatusCode.Error);
                }
            }
        });
    }

    private static TracerProvider Traces(TelemetryOptions options) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        .SetSampler(new ParentBasedSampler(new RootSampler(options.SampleRatio)))
        .AddSource(Spans.SourceName, AspNetCore, HttpClients)
        .AddProcessor(new CleanSpans())
        .AddOtlpExporter(exporter => Set(exporter, options, "traces"))
        .Build();

    private static MeterProvider Metrics(TelemetryOptions options) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddMeter(BotMetrics.MeterName, ReminderMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", HttpClients, "System.Runtime")
        .AddView(static _ => new MetricStreamConfiguration { TagKeys = MetricTags })
        .AddOtlpExporter(exporter => Set(exporter, options, "metrics"))
        .Build();

    /// <summary>Who tells: <c>ctobot</c>, its version and an id of this process, unless <c>OTEL_SERVICE_NAME</c> or <c>OTEL_RESOURCE_ATTRIBUTES</c> say otherwise.</summary>
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService("ctobot", serviceVersion: ProgramVersion.Number)
        .AddEnvironmentVariableDetector();

    private static void Set(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        exporter.Protocol = options.ExportProtocol;
        exporter.Endpoint = options.EndpointOf(signal);
    }
}
