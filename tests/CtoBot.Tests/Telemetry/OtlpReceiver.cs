using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CtoBot.Tests.Telemetry;

/// <summary>A span as it left the process.</summary>
internal sealed record ToldSpan(string TraceId, string SpanId, string ParentId, string Name, string State, IReadOnlyDictionary<string, string> Tags, bool HasEvents, bool Failed)
{
    public override string ToString() => $"{Name} [{string.Join(" ", Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))}]";
}

/// <summary>A collector on a free loopback port: OTLP by HTTP, as the protocol describes it (opentelemetry-proto, trace, metrics and logs v1).</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> posts = new();

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>What the bot is told of it.</summary>
    public string Address => app.Urls.First();

    /// <summary>Everything that came, byte for byte, as text.</summary>
    public IEnumerable<(string Path, string Text)> Everything => posts.Select(post => (post.Path, System.Text.Encoding.UTF8.GetString(post.Body)));

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>The spans so far.</summary>
    public List<ToldSpan> Spans =>
    [
        .. from post in posts
           where post.Path == "/v1/traces"
           from resource in new Protobuf(post.Body).Messages(1)
           from scope in resource.Messages(2)
           from span in scope.Messages(2)
           select new ToldSpan(
               span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Text(3), Tags(span, 9), span.Has(11), span.Messages(15).Any(status => status.Number(3) == 2)),
    ];

    /// <summary>The names of the metrics so far.</summary>
    public HashSet<string> Metrics =>
    [
        .. from post in posts
           where post.Path == "/v1/metrics"
           from resource in new Protobuf(post.Body).Messages(1)
           from scope in resource.Messages(2)
           from metric in scope.Messages(2)
           select metric.Text(1),
    ];

    /// <summary>How many bounds the buckets of a histogram have, each time that it came.</summary>
    public IEnumerable<int> Bounds(string histogram) =>
        from post in posts
        where post.Path == "/v1/metrics"
        from resource in new Protobuf(post.Body).Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        where metric.Text(1) == histogram
        from values in metric.Messages(9)
        from point in values.Messages(1)
        select point.Hex(7).Length / (2 * sizeof(double));

    /// <summary>What every signal says of who tells it.</summary>
    public List<IReadOnlyDictionary<string, string>> Resources =>
    [
        .. from post in posts
           from resource in new Protobuf(post.Body).Messages(1)
           from described in resource.Messages(1)
           select Tags(described, 1),
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Dictionary<string, string> Tags(Protobuf message, int field) => message.Messages(field).ToDictionary(tag => tag.Text(1), tag => Value(tag.Messages(2).Single()));

    private static string Value(Protobuf value) => value.Number(3)?.ToString(CultureInfo.InvariantCulture) ?? value.Text(1);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        posts.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
