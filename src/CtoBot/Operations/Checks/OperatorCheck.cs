using CtoBot.Telemetry;

namespace CtoBot.Operations.Checks;

/// <summary>What operators look after the bot with: the key of their pages, telemetry, reminders.</summary>
internal static class OperatorCheck
{
    private const string Area = "operations";
    private const int ShortKey = 24;
    private const int FewCharacters = 10;
    private static readonly string[] Guessable = ["password", "secret", "changeme", "change-me", "ctobot", "12345"];

    /// <summary>Runs it.</summary>
    public static IEnumerable<CheckResult> Run(CheckContext context)
    {
        yield return Key(context);
        yield return Telemetry(context);
        if (string.Equals(context.Setting("Reminders:Enabled"), bool.FalseString, StringComparison.OrdinalIgnoreCase))
            yield return CheckResult.Warning(Area, "Reminders:Enabled is false: this instance sends no reminders", "See to it that another one does.");
    }

    private static CheckResult Key(CheckContext context)
    {
        const string Make = "Make one with: openssl rand -base64 32";
        if (context.Setting("Ops:Key") is not { } key)
            return context.IsDevelopment ? CheckResult.Ok(Area, "Ops:Key is not needed in Development") : CheckResult.Warning(Area, "Ops:Key is not set: /ops/reminders and the detail of /healthz/ready are for nobody", Make);
        if (key.Length < ShortKey)
            return CheckResult.Wrong(Area, $"Ops:Key has {key.Length} characters, and can be guessed", Make);
        return key.Distinct().Count() < FewCharacters || Guessable.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? CheckResult.Wrong(Area, "Ops:Key can be guessed", Make)
            : CheckResult.Ok(Area, "Ops:Key is long enough");
    }

    private static CheckResult Telemetry(CheckContext context)
    {
        try
        {
            var options = TelemetryOptions.Read(context.Configuration);
            return options.IsOn ? new TelemetryOptionsValidator().Validate(null, options) is { Failed: true, FailureMessage: var problem }
                    ? CheckResult.Wrong(Area, problem)
                    : CheckResult.Ok(Area, $"telemetry goes to {new Uri(options.Endpoint!).GetLeftPart(UriPartial.Authority)}")
                : context.IsDevelopment ? CheckResult.Ok(Area, "telemetry is off")
                : CheckResult.Warning(Area, "telemetry is off: nobody is told when sends fail or reminders are late", "Set OTEL_EXPORTER_OTLP_ENDPOINT; see docs/operate.md.");
        }
        catch (InvalidOperationException failure)
        {
            return CheckResult.Wrong(Area, failure.Message);
        }
    }
}
