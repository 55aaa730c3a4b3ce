using System.Diagnostics;
using OpenTelemetry.Trace;

namespace CtoBot.Telemetry;

/// <summary>Decides which traces are told: a part of those that begin with an activity or a reminder. A call by itself, as of a look for what is due, is none.</summary>
/// <param name="ratio">The part, 0 to 1.</param>
internal sealed class RootSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler part = new(ratio);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client ? new SamplingResult(SamplingDecision.Drop) : part.ShouldSample(samplingParameters);
}
