using Microsoft.Extensions.Options;

namespace CtoBot.Health;

/// <summary>The settings under <c>Shutdown</c>: how the process ends when it is told to (SIGTERM, Ctrl-C).</summary>
public sealed class ShutdownOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Shutdown";

    /// <summary>
    /// How long it goes on taking activities in while <c>/healthz/ready</c> says 503, so that whatever sends them notices first. Five seconds
    /// if it is not set; none in Development.
    /// </summary>
    public TimeSpan? Drain { get; set; }

    /// <summary>How long all of it may take: the drain, turns under way (14 s at most) and reminders under way. Platforms kill after 30 s as a rule.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>The drain in an environment.</summary>
    internal TimeSpan DrainIn(IHostEnvironment environment) => Drain ?? (environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromSeconds(5));
}

/// <summary>Checks the settings at start.</summary>
internal sealed class ShutdownOptionsValidator : IValidateOptions<ShutdownOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ShutdownOptions options) =>
        options.Limit < TimeSpan.FromSeconds(1) || options.Limit > TimeSpan.FromMinutes(10) ? ValidateOptionsResult.Fail("Shutdown:Limit must be 00:00:01 to 00:10:00.")
        : options.Drain < TimeSpan.Zero || options.Drain >= options.Limit ? ValidateOptionsResult.Fail("Shutdown:Drain must not be negative, and less than Shutdown:Limit.")
        : ValidateOptionsResult.Success;
}
