using Microsoft.Bot.Schema.Teams;

namespace CtoBot.Teams;

/// <summary>What the roster of a chat says of people.</summary>
internal static class Roster
{
    /// <summary>What it calls people of another organisation, and those who joined without an account.</summary>
    private const string Guest = "guest";
    private const string Anonymous = "anonymous";

    /// <summary>Whether somebody is no member of the organisation. Of whom it says nothing is taken for a member.</summary>
    /// <param name="member">As the roster has them.</param>
    /// <param name="tenant">The organisation's tenant.</param>
    public static bool IsGuest(TeamsChannelAccount member, string? tenant) =>
        member.UserRole is Guest or Anonymous
        || (member.TenantId is { Length: > 0 } own && !string.Equals(own, tenant, StringComparison.OrdinalIgnoreCase));
}
