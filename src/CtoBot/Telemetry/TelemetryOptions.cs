using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace CtoBot.Telemetry;

/// <summary>The settings under <c>Telemetry</c>. What is not set is taken from the standard variables of OpenTelemetry.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Where traces, metrics and logs go, by OTLP: an address such as <c>http://localhost:4317</c>; without it, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. Without either, telemetry is off.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How: <c>grpc</c>, the default, or <c>http/protobuf</c>; without it, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>.</summary>
    public string? Protocol { get; set; }

    /// <summary>The part of the traces that is told, 0 to 1.</summary>
    public double SampleRatio { get; set; } = 1;

    /// <summary>Whether anything is told at all.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The settings of a configuration, filled up from the standard variables.</summary>
    /// <exception cref="InvalidOperationException">One has no value of its type.</exception>
    internal static TelemetryOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<TelemetryOptions>() ?? new();
        options.Endpoint ??= configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        options.Protocol ??= configuration["OTEL_EXPORTER_OTLP_PROTOCOL"];
        return options;
    }

    /// <summary>The exporter's protocol.</summary>
    internal OtlpExportProtocol ExportProtocol => Protocol == TelemetryOptionsValidator.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;

    /// <summary>Where a signal goes.</summary>
    /// <param name="signal">traces, metrics or logs.</param>
    internal Uri EndpointOf(string signal) =>
        ExportProtocol == OtlpExportProtocol.Grpc ? new(Endpoint!) : new($"{Endpoint!.TrimEnd('/')}/v1/{signal}");
}

/// <summary>Checks the settings at start.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <summary>OTLP over HTTP/1.1.</summary>
    public const string Http = "http/protobuf";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.IsOn && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            ? ValidateOptionsResult.Fail("Telemetry:Endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT) must be an address such as http://localhost:4317.")
        : options.Protocol is not (null or "" or "grpc" or Http) ? ValidateOptionsResult.Fail($"Telemetry:Protocol (or OTEL_EXPORTER_OTLP_PROTOCOL) must be grpc or {Http}.")
        : options.SampleRatio is not (>= 0 and <= 1) ? ValidateOptionsResult.Fail("Telemetry:SampleRatio must be 0 to 1.")
        : ValidateOptionsResult.Success;
}
