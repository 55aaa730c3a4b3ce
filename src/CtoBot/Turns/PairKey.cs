namespace CtoBot.Turns;

/// <summary>A partnership in a tenant: a partition of its own. No person's partition can have this name, because "|" in an id is escaped.</summary>
/// <param name="Tenant">The tenant as it stands in partitions.</param>
/// <param name="Id">The partnership's id.</param>
internal sealed record PairKey(string Tenant, string Id)
{
    /// <summary>The row of the document.</summary>
    public const string PairRow = "pair";

    /// <summary>The row of an invitation's code, in a partition of its own.</summary>
    public const string CodeRow = "code";

    /// <summary>The longest id or code that is looked for: real ones are shorter.</summary>
    private const int Longest = 40;

    /// <summary>The partition of the partnership.</summary>
    public string Partition => $"{Tenant}|pair|{PersonKey.Part(Id)}";

    /// <summary>The partnership of a person's tenant; null for what cannot be the id of one.</summary>
    public static PairKey? Of(PersonKey person, string id) => id.Length is > 0 and <= Longest ? new PairKey(PersonKey.Part(person.TenantId), id) : null;

    /// <summary>The partition of a code in a person's tenant, however it was typed; null for what cannot be one.</summary>
    public static string? CodePartition(PersonKey person, string code) =>
        Letters(code) is { Length: > 0 and <= Longest } letters ? CodePartition(PersonKey.Part(person.TenantId), letters) : null;

    /// <summary>The same for a tenant as it stands in partitions.</summary>
    public static string CodePartition(string tenant, string code) => $"{tenant}|code|{Letters(code)}";

    private static string Letters(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
