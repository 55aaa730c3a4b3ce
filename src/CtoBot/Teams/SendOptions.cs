using Microsoft.Extensions.Options;

namespace CtoBot.Teams;

/// <summary>The settings under <c>Sending</c>: how fast the bot may speak unasked.</summary>
public sealed class SendOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Sending";

    /// <summary>Messages a second in one tenant, over all instances; 0 for no limit at all. Teams allows 30 to 50.</summary>
    public double TenantRate { get; set; } = 25;

    /// <summary>The most instances there are at a time: each takes its part of <see cref="TenantRate"/>.</summary>
    public int Instances { get; set; } = 1;

    /// <summary>Calls to the connector at once in one tenant.</summary>
    public int TenantInFlight { get; set; } = 8;

    /// <summary>Calls to the connector at once.</summary>
    public int InFlight { get; set; } = 256;
}

/// <summary>Checks the settings at start.</summary>
internal sealed class SendOptionsValidator : IValidateOptions<SendOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SendOptions options) =>
        options.TenantRate is not (>= 0 and <= 50) ? ValidateOptionsResult.Fail("Sending:TenantRate must be 0 to 50.")
        : options.Instances < 1 || options.TenantInFlight < 1 || options.InFlight < 1 ? ValidateOptionsResult.Fail("Sending:Instances, TenantInFlight and InFlight must be at least 1.")
        : ValidateOptionsResult.Success;
}
