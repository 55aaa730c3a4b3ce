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

    /// <summary>The person of a partition, or null if it is nobody's.</summary>
    public static PersonKey? OfPartition(string partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return partition.Split('|') is [{ Length: > 0 } tenant, { Length: > 0 } user] ? new PersonKey(Id(tenant), Id(user)) : null;
    }

    private static string Part(string id) => Guid.TryParse(id, out var guid)
        ? guid.ToString("D")
        : id.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Id(string part) =>
        part.Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
