using CtoBot.Turns;

namespace CtoBot.Access;

/// <summary>What somebody is who acts.</summary>
public enum CallerKind
{
    /// <summary>A person of the tenant, as far as the activity says.</summary>
    Member,

    /// <summary>A person of another organisation, or nobody known.</summary>
    Guest,

    /// <summary>A program.</summary>
    Bot,
}

/// <summary>Who acts in an activity whose token is valid.</summary>
/// <param name="TenantId">Their tenant; empty if the activity does not say, or contradicts itself.</param>
/// <param name="Person">Who it is; null if the activity does not say.</param>
/// <param name="ChannelUserId">Their id on the channel; empty if the activity does not say.</param>
/// <param name="Kind">What they are.</param>
public sealed record Caller(string TenantId, PersonKey? Person, string ChannelUserId, CallerKind Kind)
{
    /// <summary>By what one caller is told from another.</summary>
    public string Key => Person?.Partition ?? $"{PersonKey.Part(TenantId)}|?|{ChannelUserId}";
}
