using System.Collections.Frozen;

namespace CtoBot.Manifest;

/// <summary>Addresses and names that stand in templates and nobody owns.</summary>
internal static class StandIns
{
    /// <summary>Names that are reserved for examples (RFC 2606 and 6761) and those that Microsoft's samples and other templates use.</summary>
    private static readonly string[] Domains =
    [
        "example", "test", "invalid", "localhost", "local", "example.com", "example.net", "example.org",
        "contoso.com", "fabrikam.com", "teams-app.com", "domain.com", "mydomain.com", "yourdomain.com", "your-domain.com",
        "company.com", "mycompany.com", "yourcompany.com", "your-company.com", "website.com", "yourwebsite.com",
    ];

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "contoso", "fabrikam", "company", "your company", "my company", "your name", "developer", "developer name", "teams app, inc.", "todo", "tbd", "xxx", "name");

    private static readonly string[] Brackets = ["<", ">", "{", "}", "[", "]", "$"];

    /// <summary>Whether a host is one of these, or below one of them.</summary>
    public static bool IsHost(string host) =>
        Array.Exists(Domains, domain => host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
        || host.Split('.').Any(label => label.StartsWith("your-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name is one that templates hold.</summary>
    public static bool IsName(string name) => Words.Contains(name.Trim()) || Array.Exists(Brackets, bracket => name.Contains(bracket, StringComparison.Ordinal));
}
