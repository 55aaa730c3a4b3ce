using CtoBot.Access;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>Reads out of an activity who acts, and what they are. Everything in it may be missing.</summary>
/// <remarks>
/// Teams says that somebody is a guest where it gives the whole account: by their role, by a tenant of their own, or by their user principal
/// name. An activity that gives only an id is taken for that of a member.
/// </remarks>
internal static class CallerReader
{
    private const int MaxId = 256;

    /// <summary>The caller.</summary>
    public static Caller Of(IActivity activity) =>
        new(ActivityReader.TenantOf(activity) ?? "", ActivityReader.PersonOf(activity), activity.From?.Id is { Length: <= MaxId } id ? id : "", KindOf(activity));

    private static CallerKind KindOf(IActivity activity)
    {
        if (activity.From is not { } from)
            return CallerKind.Member;
        if (from.Role is RoleTypes.Bot or "skill" || from.Id?.StartsWith("28:", StringComparison.Ordinal) == true)
            return CallerKind.Bot;
        var tenant = Property(from, "tenantId");
        return Property(from, "userRole") is "guest" or "anonymous"
            || Property(from, "userPrincipalName").Contains("#EXT#", StringComparison.OrdinalIgnoreCase)
            || (tenant.Length > 0 && Turns.PersonKey.Part(tenant) != Turns.PersonKey.Part(ActivityReader.TenantOf(activity) ?? ""))
                ? CallerKind.Guest
                : CallerKind.Member;
    }

    private static string Property(ChannelAccount account, string name) => ActivityReader.Word(account.Properties, name);
}
