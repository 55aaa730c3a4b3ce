using System.Collections;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtoBot.Export;
using CtoBot.Reminders;
using CtoBot.Storage;
using CtoBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CtoBot.Tests.Infrastructure;

/// <summary>What the templates say of the bot holds of the program.</summary>
public sealed class AppSettingsTests
{
    /// <summary>Those of the SDK, of OpenTelemetry's specification, and of App Service.</summary>
    private static readonly string[] Foreign =
    [
        "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppTenantId",
        "OTEL_SERVICE_NAME", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
        "WEBSITE_RUN_FROM_PACKAGE", "WEBSITES_CONTAINER_STOP_TIME_LIMIT",
    ];

    private static readonly BicepFile App = new(Repository.PathOf("infra", "modules", "app.bicep"));

    private static IReadOnlyList<string> Settings => BicepFile.Under(App.Of("resource").Single(resource => resource.Name == "settings"), "properties");

    [Fact]
    public void Every_setting_of_the_app_is_one_that_somebody_reads()
    {
        var collector = App.Of("resource").Single(resource => resource.Name == "collector").Text;
        var ofCollector = Settings.Where(setting => setting.StartsWith("COLLECTOR_", StringComparison.Ordinal)).ToList();
        Assert.All(ofCollector, setting => Assert.Contains($"value: '{setting}'", collector, StringComparison.Ordinal));
        var ofBot = Settings.Except(Foreign).Except(ofCollector).ToList();
        Assert.Contains("Store__AccountUrl", ofBot);
        Assert.Empty(ofBot.Select(setting => setting.Replace("__", ":", StringComparison.Ordinal)).Except(Keys()));
    }

    [Fact]
    public void No_setting_of_the_app_is_a_secret_of_the_bot()
    {
        Assert.Empty(Settings.Intersect(["MicrosoftAppPassword", "Store__ConnectionString", "Ops__Key"]));
    }

    [Fact]
    public void The_bot_takes_the_settings()
    {
        var values = Regex.Matches(App.Of("resource").Single(resource => resource.Name == "settings").Text, @"^    (\w+): '([^'$]*)'", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), string? (match) => match.Groups[2].Value);
        values["Store:AccountUrl"] = "https://st4yl7q2.table.core.windows.net/";
        values["Bot:PublicUrl"] = "https://app-ctobot-4yl7q2.azurewebsites.net";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var store = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>()!;
        Assert.Equal(StoreKind.Tables, store.Kind);
        Assert.True(new StoreOptionsValidator().Validate(null, store).Succeeded);
        Assert.True(new ExportOptionsValidator().Validate(null, configuration.GetSection(ExportOptions.Section).Get<ExportOptions>()!).Succeeded);
    }

    [Fact]
    public void The_tables_are_those_of_the_store()
    {
        var storage = new BicepFile(Repository.PathOf("infra", "modules", "storage.bicep"));
        Assert.Equal(
            Enum.GetNames<Turns.StoreTable>().Order(),
            storage.Of("resource").Where(resource => resource.Quoted.Contains("/tables@", StringComparison.Ordinal)).Select(resource => Regex.Match(resource.Text, "  name: '([^']+)'").Groups[1].Value).Order());
    }

    [Fact]
    public void Alerts_ask_for_metrics_that_the_bot_has()
    {
        var metrics = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => metrics.Add(instrument.Name) };
        listener.Start();
        using var made = new ReminderMetrics(TimeProvider.System);
        var asked = Regex.Matches(Repository.Read("infra", "modules", "alerts.bicep"), "Name == \"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["ctobot.reminders.oldest_due", "ctobot.reminders.reported"], asked.Order());
        Assert.Empty(asked.Except(metrics));
    }

    [Fact]
    public void The_collector_listens_where_the_bot_sends()
    {
        var port = Regex.Match(App.Text, "    targetPort: '([0-9]+)'").Groups[1].Value;
        Assert.Contains($"OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:{port}'", App.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_may_ask_for_the_scope_that_the_tab_has()
    {
        var scope = Assert.Single(Api("scope.json").GetProperty("oauth2PermissionScopes").EnumerateArray());
        Assert.Equal("access_as_user", scope.GetProperty("value").GetString());
        var clients = Api("clients.json").GetProperty("preAuthorizedApplications").EnumerateArray().ToList();
        Assert.Equal(2, clients.Count);
        Assert.All(clients, client => Assert.Equal([scope.GetProperty("id").GetString()], client.GetProperty("delegatedPermissionIds").EnumerateArray().Select(id => id.GetString())));

        static JsonElement Api(string file) => JsonDocument.Parse(Repository.Read("infra", "tab", file)).RootElement.GetProperty("api");
    }

    /// <summary>The keys of the program's options: of every type with the name of a section, each property that can be set.</summary>
    private static HashSet<string> Keys() =>
    [
        .. typeof(StoreOptions).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(options => options.Section is not null)
            .SelectMany(options => options.Type.GetProperties().Where(property => property.CanWrite || typeof(IEnumerable).IsAssignableFrom(property.PropertyType)).Select(property => $"{options.Section}:{property.Name}")),
    ];
}
