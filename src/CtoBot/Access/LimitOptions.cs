using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>The settings under <c>Limits</c>: how much the bot takes in of one person and of one tenant, on each instance.</summary>
public sealed class LimitOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Activities a second of one person in the long run; 0 for no limit. Nobody types or taps that fast.</summary>
    public int PersonRate { get; set; } = 4;

    /// <summary>Activities of one person at once, after a pause.</summary>
    public int PersonBurst { get; set; } = 40;

    /// <summary>Activities of one person that are worked on at a time; a few more wait.</summary>
    public int PersonAtOnce { get; set; } = 4;

    /// <summary>Activities a second of one tenant in the long run; 0 for no limit.</summary>
    public int TenantRate { get; set; } = 200;

    /// <summary>Activities of one tenant at once, after a pause.</summary>
    public int TenantBurst { get; set; } = 2000;

    /// <summary>How long a request may take to arrive.</summary>
    public TimeSpan BodyTime { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks the settings at start.</summary>
internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LimitOptions options) =>
        options.PersonRate < 0 || options.TenantRate < 0 ? ValidateOptionsResult.Fail("Limits:PersonRate and TenantRate must not be negative.")
        : options.PersonBurst < 1 || options.TenantBurst < 1 || options.PersonAtOnce < 1 ? ValidateOptionsResult.Fail("Limits:PersonBurst, TenantBurst and PersonAtOnce must be at least 1.")
        : options.BodyTime <= TimeSpan.Zero || options.BodyTime > TimeSpan.FromMinutes(5) ? ValidateOptionsResult.Fail("Limits:BodyTime must be more than nothing, and at most five minutes.")
        : ValidateOptionsResult.Success;
}
