using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>Checks the settings at start: a list with a slip in it must not let in more, or fewer, than was meant.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AccessOptions options) =>
        !options.AllowedTenants.All(tenant => tenant == AccessOptions.Every || Guid.TryParse(tenant, out _)) ? ValidateOptionsResult.Fail("Access:AllowedTenants must hold tenant ids (GUIDs), or * for every tenant.")
        : !options.AllowedCallers.All(app => Guid.TryParse(app, out _)) ? ValidateOptionsResult.Fail("Access:AllowedCallers must hold app ids (GUIDs).")
        : ValidateOptionsResult.Success;
}
