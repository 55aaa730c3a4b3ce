namespace CtoBot.Turns;

/// <summary>Whose words: a person in a tenant. Everything of one person stands in one partition, and the tenant is part of it.</summary>
/// <param name="TenantId">The Entra tenant.</param>
/// <param name="UserId">The Entra object id of the person.</param>
public sealed record PersonKey(string TenantId, string UserId)
{
    /// <summary>The row of the state document in the person's partition.</summary>
    public const string StateRow = "state";

    /// <summary>The person's partition. Ids are kept apart whatever they hold: "%" and "|" in them are escaped.</summary>
    public string Partition => $"{Part(TenantId)}|{Part(UserId)}";

    /// <summary>The id of the person as a partnership holds it: one spelling, however the channel spelt it.</summary>
    public string PersonId => Canonical(UserId);

    /// <summary>The tenant's or the person's part of a partition.</summary>
    internal static string Part(string id) => Canonical(id).Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Canonical(string id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id;

    /// <summary>The person of a partition, or null if it is nobody's.</summary>
    public static PersonKey? OfPartition(string partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return partition.Split('|') is [{ Length: > 0 } tenant, { Length: > 0 } user] ? new PersonKey(Id(tenant), Id(user)) : null;
    }

    private static string Id(string part) =>
        part.Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
