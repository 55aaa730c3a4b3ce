using System.Collections.Frozen;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>What becomes of an activity before anything is read for it.</summary>
public enum Admission
{
    /// <summary>It is heard.</summary>
    Admitted,

    /// <summary>It comes from a tenant that is not allowed.</summary>
    OtherTenant,

    /// <summary>It comes from a guest.</summary>
    Guest,

    /// <summary>It comes from another bot. To answer one could go on for ever.</summary>
    Bot,
}

/// <summary>
/// Decides who takes part at all, once the adapter has seen to it that the token is good. What somebody may touch who does take part is
/// decided in two other places: everything of their own stands under their key, and <see cref="Core.Partners"/> finds what they share.
/// </summary>
public sealed class AccessPolicy
{
    private readonly AccessOptions options;
    private readonly FrozenSet<string>? tenants;

    /// <summary>Reads who may.</summary>
    public AccessPolicy(IOptions<AccessOptions> options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        this.options = options.Value;
        string[] named = this.options.AllowedTenants.Count > 0 ? [.. this.options.AllowedTenants]
            : configuration["MicrosoftAppTenantId"] is { Length: > 0 } own ? [own]
            : [AccessOptions.Every];
        tenants = named.Contains(AccessOptions.Every) ? null : named.Select(PersonKey.Part).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a caller takes part.</summary>
    public Admission Decide(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (tenants?.Contains(PersonKey.Part(caller.TenantId)) == false)
            return Admission.OtherTenant;
        return caller.Kind switch
        {
            CallerKind.Bot when !options.Bots => Admission.Bot,
            CallerKind.Guest when !options.Guests => Admission.Guest,
            _ => Admission.Admitted,
        };
    }
}
