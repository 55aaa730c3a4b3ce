using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CtoBot.Operations;
using CtoBot.Operations.Checks;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Operations;

/// <summary>What <c>check</c> says of a sound production, and of the same with one mistake in it.</summary>
public sealed class CheckTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string App = "5f0c0e8e-3b5d-4a57-8f6e-0c7f1d1a2b3c";
    private const string Strong = "q7Jd0w+0mXk2vN4b8Rz1TfYhLs6Ae3Uc5PgOiBt9Kx=";
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A production in which nothing is wrong, and nothing to know.</summary>
    private Dictionary<string, string?> Sound => new()
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = App,
        ["MicrosoftAppTenantId"] = TeamsClient.Tenant,
        ["MicrosoftAppPassword"] = "a-secret-SECRET1",
        ["Store:Folder"] = folder.File("data"),
        ["Bot:PublicUrl"] = "https://ctobot.contoso.com",
        ["Ops:Key"] = Strong,
        ["Telemetry:Endpoint"] = "http://localhost:4317",
        ["urls"] = "http://0.0.0.0:0",
    };

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // The setting and its value ("-" takes it out); how bad; what is said of what; what to do.
        { "Store:Foldr=x", "Wrong", "settings: there is no setting Store:Foldr", "Did you mean Store:Folder?" },
        { "Access:AlowedTenants:0=x", "Wrong", "settings: there is no setting Access:AlowedTenants", "Did you mean Access:AllowedTenants?" },
        { "Content:Foler=x", "Wrong", "settings: there is no setting Content:Foler", "Did you mean Content:Folder?" },
        { "Stroe:Kind=tables", "Wrong", "settings: there is no setting Stroe:…", "Did you mean Store:…?" },
        { "MicrosoftAppTenant=x", "Wrong", "settings: there is no setting MicrosoftAppTenant:", "Did you mean MicrosoftAppTenantId?" },
        { "ChanelService=x", "Wrong", "settings: there is no setting ChanelService", "Did you mean ChannelService?" },
        { "Store:Kind=oracle", "Wrong", "settings: Failed to convert configuration value 'oracle' at 'Store:Kind'", "" },
        { "Reminders:Every=never", "Wrong", "settings: Failed to convert configuration value 'never' at 'Reminders:Every'", "" },
        { "Store:Timeout=01:00:00", "Wrong", "settings: Store:Timeout must be between", "" },
        { "Access:AllowedTenants:0=contoso.com", "Wrong", "settings: Access:AllowedTenants must hold tenant ids", "" },
        { "Sending:TenantRate=500", "Wrong", "settings: Sending:TenantRate must be 0 to 50", "" },
        { "Shutdown:Drain=00:01:00", "Wrong", "settings: Shutdown:Drain must", "" },
        { "Store:Kind=tables", "Wrong", "settings: Store:Kind is \"tables\", but neither", "" },
        { "Store:AccountUrl=https://name.table.core.windows.net", "Wrong", "settings: Store:AccountUrl or Store:ConnectionString is set, but Store:Kind is sqlite", "Set Store:Kind to tables" },
        { "Store:ManagedIdentityClientId=my-identity", "Wrong", "settings: Store:ManagedIdentityClientId is no client id", "Copy the client id" },
        { "Sending:Instances=3", "Wrong", "settings: Sending:Instances is more than 1, but Store:Kind is sqlite", "Set Store:Kind to tables" },
        { "Access:AllowedTenants:0=*|Access:AllowedTenants:1=7f3c2a10-5b64-4c8e-9a11-2d40c0f7e001", "Wrong", "settings: Access:AllowedTenants names tenants and *", "Take the * out" },
        { "Clock:Start=2026-11-30T17:30:00Z", "Wrong", "settings: Clock:Start sets the clock", "Take it out" },
        { "Limits:PersonRate=0", "Warning", "settings: Limits:PersonRate", "Leave them out" },
        { "environment=Developement", "Warning", "environment: the environment is called 'Developement'", "If Development was meant" },
        { "environment=Development", "Warning", "environment: this is Development, and the bot has an identity", "to Production" },
        { "Store:Folder={file}", "Wrong", "storage: The folder", "" },
        { "Store:Folder={foreign}", "Wrong", "storage: The database", "" },
        { "Store:Kind=tables|Store:ConnectionString=AccountName=name;AccountKey=SECRET2-not-base64", "Wrong", "storage: Store:ConnectionString cannot be read", "" },
        { "Store:Kind=tables|Store:Timeout=00:00:01|Store:ConnectionString=AccountName=name;AccountKey=U0VDUkVUMw==;TableEndpoint=http://127.0.0.1:{port}/name", "Wrong", "storage: Table storage at http://127.0.0.1", "" },
        { "Store:Kind=tables|Store:Timeout=00:00:01|Store:ConnectionString=UseDevelopmentStorage=true", "Wrong", "storage: Store:ConnectionString is that of the emulator", "Set Store:AccountUrl" },
        { "MicrosoftAppId=-", "Wrong", "identity: MicrosoftAppId is missing", "Set MicrosoftAppId" },
        { "MicrosoftAppId=my-bot", "Wrong", "identity: MicrosoftAppId is no application id", "Copy the Application (client) ID" },
        { "MicrosoftAppTenantId=contoso.onmicrosoft.com", "Wrong", "identity: MicrosoftAppTenantId is no tenant id", "a domain name does not do" },
        { "MicrosoftAppType=MultiTenant", "Wrong", "identity: MicrosoftAppType must be SingleTenant or UserAssignedMSI", "" },
        { "MicrosoftAppType=UserAssignedMSI", "Wrong", "identity: MicrosoftAppPassword is needed for SingleTenant, and must not be set", "" },
        { "MicrosoftAppPassword=0f8fad5b-d9cb-469f-a165-70867728950e", "Wrong", "identity: MicrosoftAppPassword is a GUID", "copy its Value" },
        { "ChannelService=https://botframework.example", "Wrong", "identity: ChannelService is", "" },
        { "token=refused", "Wrong", "identity: there is no token for the Bot Connector to be had: AADSTS7000222: expired", "Is the secret expired" },
        { "token=https://graph.microsoft.com", "Wrong", "identity: the bot's token is for https://graph.microsoft.com, not for https://api.botframework.com", "Check ChannelService" },
        { "token-app=99999999-3b5d-4a57-8f6e-0c7f1d1a2b3c", "Wrong", "identity: the bot's token is that of 99999999", "another one than MicrosoftAppId names" },
        { "clock=61", "Wrong", "clock: it is 61 s behind", "NTP" },
        { "clock=-61", "Wrong", "clock: it is 60 s ahead of", "NTP" },
        { "urls=htp:/nowhere", "Wrong", "addresses: 'htp:/nowhere' is no address", "http://0.0.0.0:8080" },
        { "urls=http://localhost:0", "Warning", "addresses: http://localhost:0 is reached from this machine only", "http://0.0.0.0:8080" },
        { "urls=http://0.0.0.0:{taken}", "Warning", "addresses: something listens on port", "choose another port" },
        { "urls=-", "Warning", "addresses: it is not set where the bot listens", "ASPNETCORE_URLS" },
        { "Bot:PublicUrl=-", "Warning", "manifest: Bot:PublicUrl is not set", "https://ctobot.contoso.com" },
        { "Bot:PublicUrl=http://ctobot.contoso.com", "Wrong", "settings: Bot:PublicUrl must be", "" },
        { "Bot:PublicUrl=https://ctobot.example.com", "Wrong", "manifest: Bot:PublicUrl is https://ctobot.example.com, an address of an example", "" },
        { "Bot:PublicUrl=https://10.0.0.4", "Wrong", "manifest: Bot:PublicUrl is https://10.0.0.4, which people's browsers do not reach", "public domain" },
        { "Content:Folder={nowhere}", "Wrong", "content: Content:Folder: there is no folder", "" },
        { "Content:Folder={broken}", "Wrong", "content: en/flows/note.json: ", "" },
        { "Content:Folder={slip}", "Warning", "content: en/texts/welcom.json replaces no built-in file", "Did you mean en/texts/welcome.json?" },
        { "Reminders:Holidays={nowhere}", "Wrong", "holidays: Reminders:Holidays: ", "" },
        { "Reminders:Holidays={days}", "Wrong", "holidays: Reminders:Holidays: {days}: line 2: 'Christmas' does not begin with a date", "" },
        { "Reminders:Holidays={past}", "Warning", "holidays: the last day in {past} was 2020-12-25", "this year's" },
        { "Ops:Key=-", "Warning", "operations: Ops:Key is not set", "openssl rand" },
        { "Ops:Key=SECRET4", "Wrong", "operations: Ops:Key has 7 characters", "openssl rand" },
        { "Ops:Key=changeme-changeme-SECRET5-changeme", "Wrong", "operations: Ops:Key can be guessed", "openssl rand" },
        { "Telemetry:Endpoint=-", "Warning", "operations: telemetry is off", "OTEL_EXPORTER_OTLP_ENDPOINT" },
        { "Telemetry:Endpoint=-|OTEL_EXPORTER_OTLP_ENDPOINT=somewhere", "Wrong", "operations: Telemetry:Endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT) must be an address", "" },
        { "Reminders:Enabled=false", "Warning", "operations: Reminders:Enabled is false", "another one" },
    };

    public ValueTask InitializeAsync()
    {
        Write("file", "a file in the way");
        Write("days", "2026-12-25 Christmas\nChristmas");
        Write("past", "2020-12-25");
        Write("broken/en/flows/note.json", """{ "id": "note", "pages": [ { "questions": 7 } ] }""");
        Write("slip/en/texts/welcom.json", """{ "title": "Hello" }""");
        Write("foreign/ctobot.db", "no database at all, but long enough to be looked at by SQLite as if it were one: " + new string('x', 4096));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sound_production_has_nothing_to_mend()
    {
        var results = await FindAsync(Sound);
        Assert.DoesNotContain(results, result => result.Level != CheckLevel.Ok);
        Assert.Equal(["addresses", "clock", "content", "environment", "holidays", "identity", "manifest", "operations", "settings", "storage"], results.Select(result => result.Area).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_with_what_to_do(string planted, string level, string said, string mend)
    {
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        var settings = Sound;
        foreach (var pair in planted.Split('|').Select(pair => pair.Split('=', 2)))
            settings[pair[0]] = pair[1] == "-" ? null : Placed(pair[1], taken);
        var results = await FindAsync(settings, said.Split(':')[0]);

        var found = results.Where(result => $"{result.Area}: {result.Text}:".StartsWith(Placed(said, taken), StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, $"Not named:\n{string.Join('\n', results)}");
        Assert.All(found, result => Assert.Equal((level, true), (result.Level.ToString(), (result.Mend ?? "").Contains(mend, StringComparison.Ordinal))));
        Assert.DoesNotContain("SECRET", string.Concat(results), StringComparison.Ordinal);
        if (level == nameof(CheckLevel.Warning))
            Assert.DoesNotContain(results, result => result.Level == CheckLevel.Wrong);
    }

    [Fact]
    public async Task A_secret_in_a_file_is_named_and_not_repeated()
    {
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """{ "Store": { "ConnectionString": "SECRET6" }, "Ops": { "Key": "" } }""", Cancel);
        var builder = new ConfigurationBuilder().AddInMemoryCollection(Sound).AddJsonFile(folder.File("appsettings.json"));
        var results = await FindAsync(builder.Build(), "settings", "Production", null, null, 0);
        var result = Assert.Single(results, result => result.Text.StartsWith("the secret", StringComparison.Ordinal));
        Assert.Equal(("settings", CheckLevel.Wrong, "the secret Store:ConnectionString stands in appsettings.json"), (result.Area, result.Level, result.Text));
        Assert.Contains("Store__ConnectionString", result.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", string.Concat(results), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mistake_a_store_is_left_as_it_was()
    {
        await FindAsync(Sound);
        using var store = new CtoBot.Storage.Sqlite.SqliteStore(folder.File("data"), TimeSpan.FromSeconds(8));
        Assert.Empty(await Reliability.StoreDump.OfAsync(store, Cancel));
    }

    [Fact]
    public async Task Table_storage_is_probed_as_the_bot_uses_it_and_its_clock_is_read()
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        var settings = Sound;
        foreach (var (key, value) in Reliability.TableSettings.Of(options))
            settings[key] = value;
        settings["Store:Folder"] = null;
        var builder = new ConfigurationBuilder().AddInMemoryCollection(settings);
        var results = await FindAsync(builder.Build(), "", "Production", null, null, clock: null);
        Assert.Contains(results, result => result.Level == CheckLevel.Ok && result.Text == $"the account of Store:ConnectionString: a row was written, read and deleted in {options.TablePrefix}CtoBot and {options.TablePrefix}Due");
        Assert.Contains(results, result => result is { Area: "clock", Level: CheckLevel.Ok, Text: "as at 127.0.0.1" });
    }

    [Theory]
    [InlineData(50L << 20, "Wrong")]
    [InlineData(500L << 20, "Warning")]
    [InlineData(5L << 30, "Ok")]
    public void A_disk_that_is_nearly_full_is_named(long free, string level) => Assert.Equal(level, StorageCheck.Space(free).Level.ToString());

    [Fact]
    public async Task The_program_checks_and_ends_with_1_if_something_is_wrong()
    {
        var (code, output) = await RunAsync(["check", "--json", $"--Store:Folder={folder.File("data")}"], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), ("ASPNETCORE_ENVIRONMENT", "Development"));
        Assert.Equal(1, code);
        var report = JObject.Parse(output);
        var wrong = Assert.Single(report["checks"]!, check => (string?)check["level"] == "Wrong");
        Assert.Equal(1, (int)report["wrong"]!);
        Assert.StartsWith("the data of languages (ICU) are missing", (string?)wrong["text"], StringComparison.Ordinal);
        Assert.Contains("libicu", (string?)wrong["mend"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_writes_a_line_for_each_and_what_to_do_below()
    {
        using var output = new StringWriter();
        var code = await OperatorCommands.RunAsync(["check", "--environment=Development", "--urls=http://127.0.0.1:0", $"--Store:Folder={folder.File("data")}", "--Store:Foldr=x"], output, output, Cancel);
        Assert.Equal(1, code);
        Assert.Contains("WRONG    settings     there is no setting Store:Foldr: it is not heeded\n                      → Did you mean Store:Folder?\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith(" ok, 0 to know, 1 wrong.\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--json")]
    [InlineData("purge")]
    public async Task A_file_of_settings_that_cannot_be_read_is_named_with_the_place(params string[] command)
    {
        Write("appsettings.json", "{\n  \"Store\": { \"Kind\": \"sqlite\" oops }\n}");
        using var output = new StringWriter();
        var code = await OperatorCommands.RunAsync([.. command, $"--contentRoot={folder.Path}"], output, output, Cancel);
        Assert.Equal(1, code);
        var said = command.Contains("--json") ? (string)JObject.Parse(output.ToString())["checks"]![0]!["text"]! : output.ToString();
        Assert.Contains(folder.File("appsettings.json"), said, StringComparison.Ordinal);
        Assert.Contains("Line 2, byte 31: 'o' is", said, StringComparison.Ordinal);
        Assert.DoesNotContain("What was done stays done", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_says_which_bot_it_is()
    {
        using var output = new StringWriter();
        Assert.Equal(0, await OperatorCommands.RunAsync(["version", "--json"], output, output, Cancel));
        var about = JObject.Parse(output.ToString());
        Assert.Equal((Environment.Version.ToString(), 1, 1), ((string?)about["dotnet"], (int)about["rowSchema"]!, (int)about["sqliteSchema"]!));
        Assert.Equal(ProgramVersion.Number, (string?)about["version"]);
        Assert.Contains("en", about["languages"]!.Values<string>());
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await OperatorCommands.RunAsync(["version"], output, output, Cancel));
        Assert.StartsWith($"CtoBot {ProgramVersion.Number}", output.ToString(), StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), text);
    }

    /// <summary>The name of a file of this test, or of a port, in braces.</summary>
    private string Placed(string text, TcpListener taken)
    {
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        text = text.Replace("{taken}", port, StringComparison.Ordinal).Replace("{port}", "9", StringComparison.Ordinal);
        foreach (var name in new[] { "file", "foreign", "broken", "slip", "days", "past", "nowhere" })
            text = text.Replace("{" + name + "}", folder.File(name), StringComparison.Ordinal);
        return text;
    }

    private Task<ImmutableArray<CheckResult>> FindAsync(Dictionary<string, string?> settings, string area = "")
    {
        var (environment, token, app, clock) = (Take("environment"), Take("token"), Take("token-app"), Take("clock"));
        return FindAsync(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build(), area, environment ?? "Production", token, app, int.Parse(clock ?? "0", System.Globalization.CultureInfo.InvariantCulture));

        string? Take(string key) => settings.Remove(key, out var value) ? value : null;
    }

    // area: the part of the check that is run, all of it if it is empty; clock: how many seconds the other clock is ahead; null to ask it.
    private async Task<ImmutableArray<CheckResult>> FindAsync(IConfigurationRoot configuration, string area, string environment, string? token, string? app, int? clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        await using var host = builder.Build();
        var time = clock is null ? TimeProvider.System : new TestClock(Now);
        var context = new CheckContext(configuration, host.Environment, host.Services, time)
        {
            TokenAsync = _ => token == "refused" ? throw new InvalidOperationException("AADSTS7000222: expired\r\nTrace ID: 1") : Task.FromResult<string?>(Token(token ?? "https://api.botframework.com", app ?? App)),
        };
        if (clock is { } ahead)
            context = context with { DateAtAsync = (_, _) => Task.FromResult<DateTimeOffset?>(Now.AddSeconds(ahead)) };
        return area switch
        {
            "settings" => [.. SettingsCheck.Run(context)],
            "environment" => [.. EnvironmentCheck.Run(context)],
            "storage" => [.. await StorageCheck.RunAsync(context, Cancel).ToListAsync(Cancel)],
            "identity" => [.. await IdentityCheck.RunAsync(context, Cancel).ToListAsync(Cancel)],
            "clock" => [await ClockCheck.RunAsync(context, Cancel)],
            "addresses" or "manifest" => [.. AddressCheck.Run(context)],
            "content" or "holidays" => [.. ContentFolderCheck.Run(context)],
            "operations" => [.. OperatorCheck.Run(context)],
            _ => await CheckCommand.FindAsync(context, Cancel),
        };
    }

    private static string Token(string audience, string app) =>
        $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"aud":"{{audience}}","appid":"{{app}}","tid":"{{TeamsClient.Tenant}}"}"""))}.c2ln";

    private async Task<(int Code, string Output)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), .. arguments]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var program = Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        return (program.ExitCode, output);
    }
}
