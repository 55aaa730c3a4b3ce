using CtoBot.Access;
using CtoBot.Storage;
using CtoBot.Teams;
using Microsoft.Extensions.Configuration.Json;

namespace CtoBot.Operations.Checks;

/// <summary>The settings: known, of the right type and range, and not against one another.</summary>
internal static class SettingsCheck
{
    private const string Area = "settings";
    private const string IdentityPrefix = "MicrosoftApp";
    private const string UserSecrets = "secrets.json";

    /// <summary>Runs it.</summary>
    public static IEnumerable<CheckResult> Run(CheckContext context)
    {
        CheckResult[] invalid = [.. Invalid(context.Configuration)];
        List<CheckResult> found = [.. Unknown(context.Configuration), .. invalid, .. SecretsInFiles(context.Configuration)];
        // What cannot be read cannot be held against anything.
        if (invalid.Length == 0)
            found.AddRange(Contradictions(context));
        if (found.TrueForAll(result => result.Level != CheckLevel.Wrong))
            found.Add(CheckResult.Ok(Area, "every setting is known and has a value that it may have"));
        return found;
    }

    /// <summary>A setting that is misspelt is not heeded, and nothing says so when the bot runs.</summary>
    private static IEnumerable<CheckResult> Unknown(IConfiguration configuration)
    {
        var sections = KnownSettings.Sections.Select(section => section.Name).ToArray();
        foreach (var top in configuration.GetChildren())
        {
            if (KnownSettings.Sections.FirstOrDefault(section => section.Name.Equals(top.Key, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                foreach (var setting in top.GetChildren().Where(setting => !known.Keys.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
                    yield return NotHeeded($"{known.Name}:{setting.Key}", known.Name + ":", KnownSettings.Closest(setting.Key, known.Keys) ?? (known.Keys is [var only] ? only : null));
            }
            else if (top.GetChildren().Any() && KnownSettings.Closest(top.Key, sections) is { } section)
            {
                yield return NotHeeded(top.Key + ":…", "", section + ":…");
            }
            else if (!KnownSettings.Identity.Contains(top.Key, StringComparer.OrdinalIgnoreCase)
                && (top.Key.StartsWith(IdentityPrefix, StringComparison.OrdinalIgnoreCase) || KnownSettings.Closest(top.Key, KnownSettings.Identity) is not null))
            {
                yield return NotHeeded(top.Key, "", KnownSettings.Closest(top.Key, KnownSettings.Identity));
            }
        }
    }

    private static CheckResult NotHeeded(string name, string prefix, string? meant) => CheckResult.Wrong(
        Area, $"there is no setting {name}: it is not heeded", meant is null ? "Take it out, or see docs/operate.md for its name." : $"Did you mean {prefix}{meant}?");

    private static IEnumerable<CheckResult> Invalid(IConfiguration configuration) =>
        from section in KnownSettings.Sections
        from problem in section.Check(configuration)
        select CheckResult.Wrong(Area, problem);

    private static IEnumerable<CheckResult> SecretsInFiles(IConfiguration configuration) =>
        from file in (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>() ?? []
        where file.Source.Path is { } path && !path.EndsWith(UserSecrets, StringComparison.Ordinal)
        from secret in KnownSettings.Secrets
        where file.TryGet(secret, out var value) && !string.IsNullOrWhiteSpace(value)
        select CheckResult.Wrong(
            Area, $"the secret {secret} stands in {Path.GetFileName(file.Source.Path)}",
            $"Take it out, renew it, and give it as the environment variable {secret.Replace(":", "__", StringComparison.Ordinal)}; in Development with dotnet user-secrets.");

    private static IEnumerable<CheckResult> Contradictions(CheckContext context)
    {
        var store = context.Options<StoreOptions>(StoreOptions.Section);
        if (store.Kind == StoreKind.Sqlite && (store.AccountUrl ?? store.ConnectionString) is not null)
            yield return CheckResult.Wrong(Area, "Store:AccountUrl or Store:ConnectionString is set, but Store:Kind is sqlite: answers go into a file of this machine", "Set Store:Kind to tables, or take the account out.");
        if (store is { ConnectionString: not null, ManagedIdentityClientId: not null })
            yield return CheckResult.Warning(Area, "Store:ManagedIdentityClientId is not used beside Store:ConnectionString", "Set Store:AccountUrl instead of Store:ConnectionString, and there is one secret less.");
        if (store.ManagedIdentityClientId is { } identity && !Guid.TryParse(identity, out _))
            yield return CheckResult.Wrong(Area, "Store:ManagedIdentityClientId is no client id (GUID)", "Copy the client id of the managed identity, not its name or resource id.");
        if (store.Kind == StoreKind.Sqlite && context.Options<SendOptions>(SendOptions.Section).Instances > 1)
            yield return CheckResult.Wrong(Area, "Sending:Instances is more than 1, but Store:Kind is sqlite: instances on several machines would not know of one another", "Set Store:Kind to tables, or Sending:Instances to 1.");
        if (context.Options<AccessOptions>(AccessOptions.Section).AllowedTenants is { Count: > 1 } tenants && tenants.Contains(AccessOptions.Every))
            yield return CheckResult.Wrong(Area, "Access:AllowedTenants names tenants and * as well, which lets everybody in", "Take the * out, or the others.");
        if (context.Setting("Clock:Start") is not null && !context.IsDevelopment)
            yield return CheckResult.Wrong(Area, "Clock:Start sets the clock, outside Development", "Take it out.");
        if (context.Options<LimitOptions>(LimitOptions.Section) is { PersonRate: 0 } or { TenantRate: 0 } && !context.IsDevelopment)
            yield return CheckResult.Warning(Area, "Limits:PersonRate or Limits:TenantRate is 0: nobody is ever told to slow down", "Leave them out for the usual limits.");
    }
}
