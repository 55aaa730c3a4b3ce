using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Allows the apps on a list.</summary>
public class AllowedCallersClaimsValidator : ClaimsValidator
{
    private readonly HashSet<string> allowed;

    /// <summary>Creates an instance.</summary>
    /// <param name="allowedCallers">App ids; <c>*</c> among them allows all.</param>
    public AllowedCallersClaimsValidator(IList<string> allowedCallers)
    {
        ArgumentNullException.ThrowIfNull(allowedCallers);
        allowed = new(allowedCallers, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override Task ValidateClaimsAsync(IList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return allowed.Contains("*") || CallingApp.Of(claims) is not { } caller || allowed.Contains(caller)
            ? Task.CompletedTask
            : throw new UnauthorizedAccessException();
    }
}
