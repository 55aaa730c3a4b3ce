using System.Diagnostics;
using System.Globalization;
using CtoBot.EndToEnd.Driver;
using CtoBot.Export;
using CtoBot.Reminders;
using CtoBot.Telemetry;
using CtoBot.Tests.Door;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CtoBot.Tests.Telemetry;

/// <summary>What leaves the process by OTLP, at a collector on this machine. One class: providers hear every source of the process.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Identifying = "grottenolm";

    private readonly TemporaryFolder folder = new();
    private LoopbackConnector connector = null!;
    private OtlpReceiver receiver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sunday 22 November 2026, 10:00 in Berlin.</summary>
    private JumpClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        connector = await LoopbackConnector.StartAsync(Cancel);
        receiver = await OtlpReceiver.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await connector.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_trace_of_a_message_shows_the_whole_path()
    {
        await using var host = await StartAsync();
        var person = await SetUpAsync(host);
        Flush(host);
        var earlier = receiver.Spans.Select(span => span.TraceId).ToHashSet();

        await person.SayAsync("today", Cancel);
        // The span of a request ends after its answer has arrived here.
        await host.StopAsync(Cancel);
        Flush(host);
        var trace = Trace(Assert.Single(receiver.Spans.Where(span => span.Name == "store write").Select(span => span.TraceId).Distinct().Except(earlier)));

        var request = Assert.Single(trace, span => span.ParentId.Length == 0);
        Assert.Equal("POST /api/messages", request.Name);
        Assert.Equal("200", request.Tags["http.response.status_code"]);
        var turn = Child(trace, request, "turn");
        Assert.Equal(("said", "ok"), (turn.Tags["ctobot.input"], turn.Tags["ctobot.outcome"]));
        var read = Child(trace, turn, "store read");
        Assert.Equal(("sqlite", "CtoBot", "1"), (read.Tags["db.system.name"], read.Tags["db.collection.name"], read.Tags["ctobot.rows"]));
        Child(trace, turn, "step");
        Assert.Equal("ok", Child(trace, turn, "store write").Tags["ctobot.outcome"]);
        var sent = Child(trace, Child(trace, turn, "reply"), "POST /v3/conversations/{id}/activities/{id}");
        Assert.Equal(("127.0.0.1", "200"), (sent.Tags["server.address"], sent.Tags["http.response.status_code"]));
        Assert.Equal(["POST /api/messages", "POST /v3/conversations/{id}/activities/{id}", "reply", "step", "store read", "store write", "turn"], trace.Select(span => span.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_trace_of_a_reminder_shows_the_whole_path()
    {
        await using var host = await StartAsync();
        var person = await SetUpAsync(host);
        var sweep = host.Services.GetRequiredService<Sweep>();
        Clock.Set(new DateTimeOffset(2026, 11, 23, 6, 29, 0, TimeSpan.Zero));
        await sweep.RunAsync(Cancel);
        Flush(host);
        // Nothing is due: sixteen queries, and no trace of them.
        Assert.DoesNotContain(receiver.Spans, span => span.Name == "store query");
        Assert.Empty(Claims());

        var before = connector.Delivered.Count;
        Clock.Set(new DateTimeOffset(2026, 11, 23, 6, 30, 0, TimeSpan.Zero));
        await sweep.RunAsync(Cancel);
        await sweep.IdleAsync(Cancel);
        Flush(host);
        Assert.Equal(person.ConversationId, Assert.Single(connector.Delivered.Skip(before)).ConversationId);
        var claim = Assert.Single(Claims());
        var trace = Trace(claim.TraceId);
        Assert.Equal(("", "1"), (claim.ParentId, claim.Tags["ctobot.rows"]));
        Assert.Equal("Due", Child(trace, claim, "store write").Tags["db.collection.name"]);
        var deliver = Child(trace, claim, "reminder deliver");
        Assert.Equal(("Morning", "Told"), (deliver.Tags["ctobot.reminder"], deliver.Tags["ctobot.outcome"]));
        Child(trace, deliver, "store read");
        Child(trace, deliver, "step");
        Child(trace, Child(trace, deliver, "send"), "POST /v3/conversations/{id}/activities/{id}");
        Assert.Equal("CtoBot", Child(trace, Child(trace, deliver, "record"), "store write").Tags["db.collection.name"]);
    }

    [Fact]
    public async Task Nothing_that_leaves_the_process_is_personal()
    {
        await using var host = await StartAsync(("Ops:Key", "the-operators-key-for-this-test"));
        var person = await SetUpAsync(host);
        await person.SayAsync($"note 1: {Planted.Note}", Cancel);
        await person.SayAsync(Planted.Quote, Cancel);
        // A store and a connector that fail with words of people in what they say.
        host.Store.BeforeRead = WatchedStore.Unreachable;
        await person.SayAsync("today", Cancel);
        host.Store.Mend();
        connector.Fail(new ConnectorFault(StatusCodes.Status403Forbidden, Code: Planted.Quote));
        await person.SayAsync("today", Cancel);
        // Links, and what a stranger may choose: method, path, query, host and the headers of tracing.
        var links = (await host.Services.GetRequiredService<ExportAddress>().LinksAsync(person.Person, Cancel))!;
        await SendAsync(host, "GET", "/data/json" + links.Json.Query);
        await SendAsync(host, "POST", "/data/json" + links.Json.Query);
        await SendAsync(host, "GET", $"/{Identifying}/{person.Person.UserId}?{Identifying}=1");
        await SendAsync(host, "GROTTENOLM", "/api/messages");
        await SendAsync(host, "GET", "/ops/reminders");
        await SendAsync(host, "GET", "/healthz/ready");
        await host.StopAsync(Cancel);
        Flush(host);

        var spans = receiver.Spans;
        Assert.Contains(spans, span => span.Name == "GET /data/json");
        Assert.Contains(spans, span => span.Name == "POST /data/json" && span.Tags["http.response.status_code"] == "200");
        Assert.Contains(spans, span => span is { Name: "GET", Failed: false } && span.Tags["http.response.status_code"] == "404");
        Assert.Contains(spans, span => span.Name == "_OTHER /api/messages");
        Assert.Contains(spans, span => span is { Name: "turn", Failed: true } && span.Tags["ctobot.outcome"] == "error.unsaved");
        Assert.Contains(spans, span => span is { Name: "reply", Failed: true });
        Assert.DoesNotContain(spans, span => span.Name.Contains("healthz", StringComparison.Ordinal));
        Assert.DoesNotContain(spans, span => span.HasEvents || span.State.Length > 0);
        Assert.Subset(receiver.Metrics, new HashSet<string> { "ctobot.turns", "ctobot.turn.duration", "ctobot.store.duration", "ctobot.reminders.oldest_due", "http.server.request.duration", "http.client.request.duration" });

        Assert.Equal([12], receiver.Bounds("ctobot.turn.duration").Distinct());

        var key = links.Json.Query["?key=".Length..];
        string[] secrets = [Identifying, .. Planted.All, person.Person.UserId, person.Person.TenantId, person.ConversationId, Uri.EscapeDataString(person.ConversationId), "29:", key, key[..20], "the-operators-key", "traceparent"];
        Assert.All(receiver.Everything, post => Assert.DoesNotContain(secrets, word => post.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_span_of_a_framework_keeps_nothing_that_a_caller_chose()
    {
        using var source = new ActivitySource("A framework");
        using var listener = new ActivityListener { ShouldListenTo = heard => heard == source, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var clean = new CleanSpans();

        using var span = source.StartActivity($"GET /{Identifying}", ActivityKind.Server)!;
        foreach (var tag in new[] { "http.request.method", "url.full", "url.path", "url.query", "server.address", "user_agent.original", "client.address", "exception.message" })
            span.SetTag(tag, Identifying);
        span.SetTag("http.response.status_code", 500).SetStatus(ActivityStatusCode.Error, Identifying);
        span.TraceStateString = Identifying;
        clean.OnEnd(span);
        Assert.Equal(("_OTHER", true, ActivityStatusCode.Error, null, null), (span.DisplayName, span.Recorded, span.Status, span.StatusDescription, span.TraceStateString));
        Assert.Equal(["http.request.method=_OTHER", "http.response.status_code=500"], span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));

        // What a framework notes of an exception cannot be taken off: such a span does not leave.
        span.AddException(new InvalidOperationException(Identifying));
        clean.OnEnd(span);
        Assert.False(span.Recorded);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/v3/conversations/a%3Aid/activities/1", "/v3/conversations/{id}/activities/{id}")]
    [InlineData("https://smba.trafficmanager.net/teams/v3/conversations/", "/v3/conversations")]
    [InlineData("https://smba.trafficmanager.net/emea/v3/conversations/activities-of-id/pagedmembers?continuationToken=id", "/v3/conversations/{id}/pagedmembers")]
    [InlineData("https://name.table.core.windows.net/$batch", "/$batch")]
    [InlineData("https://name.table.core.windows.net/CtoBot(PartitionKey='id',RowKey='state')", null)]
    [InlineData("https://login.microsoftonline.com/tenant/oauth2/v2.0/token", null)]
    [InlineData("v3/conversations", null)]
    public void An_address_is_told_by_its_template(string address, string? template) => Assert.Equal(template, UrlTemplate.Of(address));

    [Fact]
    public async Task The_program_tells_all_three_signals_because_of_a_variable_and_logs_json()
    {
        // A production, whose identity is never asked for a token.
        await using var bot = await BotProcess.StartAsync([], new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppId"] = Guid.NewGuid().ToString(),
            ["MicrosoftAppTenantId"] = TeamsClient.Tenant,
            ["Store__Folder"] = folder.File("data"),
            ["Shutdown__Drain"] = "00:00:00",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test",
        }, Cancel);
        using (var http = new HttpClient())
            Assert.Equal("ok", await http.GetStringAsync(new Uri(bot.Address, "healthz/live"), Cancel));
        await new TeamsClient(bot.Endpoint, connector, Guid.NewGuid()).SayAsync(Planted.Quote, Cancel);
        Assert.Equal(0, await bot.TerminateAsync(Cancel));

        var lines = bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse).ToList();
        Assert.Contains(lines, line => ((string)line["Message"]!).StartsWith("Application started.", StringComparison.Ordinal));
        Assert.Contains(lines, line => ((string)line["Message"]!).StartsWith("A request was refused with 401", StringComparison.Ordinal));
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], receiver.Everything.Select(post => post.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("401", Assert.Single(receiver.Spans, span => span.Name == "POST /api/messages").Tags["http.response.status_code"]);
        Assert.Contains("A request was refused with", string.Concat(receiver.Everything.Where(post => post.Path == "/v1/logs").Select(post => post.Text)), StringComparison.Ordinal);
        Assert.All(receiver.Resources, resource => Assert.Equal(("ctobot", "test"), (resource["service.name"], resource["deployment.environment.name"])));
        Assert.All(receiver.Everything, post => Assert.DoesNotContain(Planted.All, word => post.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "somewhere")]
    [InlineData("Telemetry:Protocol", "carrier-pigeon")]
    [InlineData("Telemetry:SampleRatio", "2")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => BotHost.StartAsync(folder.Path, null, Clock, Cancel, [(setting, value)]));
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    private Task<BotHost> StartAsync(params IEnumerable<(string Key, string Value)> settings) => BotHost.StartAsync(
        folder.Path, null, Clock, Cancel, [("Telemetry:Endpoint", receiver.Address), ("Telemetry:Protocol", "http/protobuf"), .. settings]);

    private async Task<TeamsClient> SetUpAsync(BotHost host)
    {
        var person = new TeamsClient(host.Endpoint, connector, Guid.NewGuid());
        await person.PostAsync(person.Installation("add"), Cancel);
        await DoorTest.SetUpAsync(person, execute: true);
        return person;
    }

    private static async Task SendAsync(BotHost host, string method, string path) => await new RawRequest { Method = method, Path = path }
        .With("Host", $"{Identifying}.example")
        .With("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .With("tracestate", $"{Identifying}=1")
        .With("baggage", $"{Identifying}=1")
        .With("Request-Id", Identifying)
        .With("User-Agent", Identifying)
        .SendAsync(host.Endpoint, Cancel);

    private static void Flush(BotHost host)
    {
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
    }

    /// <summary>A trace. The connector is in this process as well, and what it serves is of no known route.</summary>
    private List<ToldSpan> Trace(string id) => receiver.Spans.FindAll(span => span.TraceId == id && span.Name != "_OTHER");

    /// <summary>The claims of this test: other tests sweep in this process meanwhile, and their stores are not traced.</summary>
    private List<ToldSpan> Claims()
    {
        var spans = receiver.Spans;
        return spans.FindAll(span => span.Name == "reminders claim" && spans.Exists(write => write.Name == "store write" && write.ParentId == span.SpanId));
    }

    private static ToldSpan Child(List<ToldSpan> trace, ToldSpan parent, string name)
    {
        var found = trace.Find(span => span.ParentId == parent.SpanId && span.Name == name);
        Assert.True(found is not null, string.Create(CultureInfo.InvariantCulture, $"No '{name}' in '{parent.Name}':\n{string.Join('\n', trace.Select(span => $"{span.ParentId,16} {span.SpanId} {span}"))}"));
        return found;
    }
}
