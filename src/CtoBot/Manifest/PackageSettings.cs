using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CtoBot.Manifest;

/// <summary>What the template of the manifest is filled with, checked.</summary>
/// <param name="Values">By the name of the placeholder.</param>
/// <param name="Problems">What is missing or cannot be meant, each with how to mend it. With any, <paramref name="Values"/> must not be used.</param>
internal sealed record PackageSettings(FrozenDictionary<string, string> Values, ImmutableArray<string> Problems)
{
    private const int MaxDeveloper = 32;
    private const int MaxAddress = 2048;

    /// <summary>Fewer different digits than this has no id that was made by chance: 00000000-0000-…, 11111111-1111-…, 12341234-….</summary>
    private const int FewestDigits = 5;

    /// <summary>Reads and checks the settings.</summary>
    public static PackageSettings Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(PackageOptions.Section).Get<PackageOptions>() ?? new();
        var appId = configuration["MicrosoftAppId"];
        var site = configuration["Bot:PublicUrl"];
        string?[] problems =
        [
            Id("MicrosoftAppId", appId, "the application (client) id of the bot's identity, as “az identity show --query clientId” or the Azure Bot's configuration page shows it"),
            string.IsNullOrEmpty(options.TabAppId) ? null : Id("Package:TabAppId", options.TabAppId, "the application (client) id of the app registration that signs people in to the tab, or leave it out"),
            Address("Bot:PublicUrl", site, "the bot itself, https://<app name>.azurewebsites.net or your domain") ?? Root("Bot:PublicUrl", site),
            Developer(options.Developer),
            Address("Package:Website", options.Website, "your page about the bot"),
            Address("Package:Privacy", options.Privacy, "your privacy statement"),
            Address("Package:Terms", options.Terms, "your terms of use"),
            Version(options.Version),
        ];
        return new(
            new Dictionary<string, string>
            {
                ["appId"] = Canonical(appId),
                ["tabAppId"] = Canonical(string.IsNullOrEmpty(options.TabAppId) ? appId : options.TabAppId),
                ["domain"] = Uri.TryCreate(site, UriKind.Absolute, out var uri) ? uri.IdnHost : "",
                ["developer"] = options.Developer?.Trim() ?? "",
                ["website"] = options.Website ?? "",
                ["privacy"] = options.Privacy ?? "",
                ["terms"] = options.Terms ?? "",
                ["version"] = options.Version ?? typeof(PackageSettings).Assembly.GetName().Version!.ToString(3),
            }.ToFrozenDictionary(),
            [.. problems.OfType<string>()]);
    }

    private static string Canonical(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : "";

    private static string? Id(string name, string? value, string meaning) =>
        string.IsNullOrWhiteSpace(value) ? $"{name} is not set. Set it to {meaning}."
        : !Guid.TryParse(value, out var id) ? $"{name} is “{value}”, which is no id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx. Set it to {meaning}."
        : id.ToString("N").Distinct().Count() < FewestDigits || id.ToString("N").StartsWith("123456781234", StringComparison.Ordinal) ? $"{name} is “{value}”, which stands in for an id. Set it to {meaning}."
        : null;

    private static string? Address(string name, string? value, string meaning) =>
        string.IsNullOrWhiteSpace(value) ? $"{name} is not set. Set it to the https address of {meaning}."
        : !Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps ? $"{name} is “{value}”, which is no address that begins with https://. Set it to that of {meaning}."
        : value.Length > MaxAddress ? $"{name} is longer than {MaxAddress} characters. Set it to a shorter address of {meaning}."
        : uri.HostNameType != UriHostNameType.Dns || !uri.Host.Contains('.', StringComparison.Ordinal) || uri.IsLoopback ? $"{name} is “{value}”, which other people's computers cannot reach by name. Set it to the public address of {meaning}."
        : StandIns.IsHost(uri.Host) ? $"{name} is “{value}”, which stands in for an address. Set it to that of {meaning}."
        : null;

    private static string? Root(string name, string? value) =>
        new Uri(value!).PathAndQuery == "/" && new Uri(value!).IsDefaultPort ? null
        : $"{name} is “{value}”: Teams opens the tab at https://<host>/tab. Set it to the address without a path and a port.";

    private static string? Developer(string? value) =>
        string.IsNullOrWhiteSpace(value) ? "Package:Developer is not set. Set it to the name of your company, as Teams shall show it."
        : value.Trim().Length > MaxDeveloper ? $"Package:Developer is {value.Trim().Length} characters long. Teams shows at most {MaxDeveloper}: shorten it."
        : StandIns.IsName(value) ? $"Package:Developer is “{value}”, which stands in for a name. Set it to the name of your company."
        : null;

    private static string? Version(string? value) =>
        value is null || (System.Version.TryParse(value, out var version) && version.ToString() == value && version is { Build: >= 0, Revision: < 0 })
            ? null
            : $"Package:Version is “{value}”. Set it to three numbers without leading zeros such as 1.4.0, higher than those of the package that is in use, or leave it out.";
}
