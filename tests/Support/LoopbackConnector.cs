using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Support;

/// <summary>
/// The Teams side on a free loopback port: takes what the bot sends, as strictly as the Agents Playground, and fails on demand.
/// </summary>
public sealed class LoopbackConnector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ConnectorFault> _faults = new();
    private readonly ConcurrentDictionary<string, byte> _messages = new();
    private readonly Channel<ConnectorCall> _arrivals = Channel.CreateUnbounded<ConnectorCall>();
    private ImmutableList<ConnectorCall> _calls = [];
    private int _ids;

    private LoopbackConnector(WebApplication app) => _app = app;

    /// <summary>The service URL of activities that come from here; without a slash at the end, as the Playground sends it.</summary>
    public string ServiceUrl => _app.Urls.First() + "/_connector";

    /// <summary>Every call so far, whether it succeeded or not, in the order of arrival.</summary>
    public ImmutableList<ConnectorCall> Calls => Volatile.Read(ref _calls);

    /// <summary>What stands in the chats: the calls that succeeded.</summary>
    public ImmutableList<ConnectorCall> Delivered => Calls.FindAll(call => call.Delivered);

    /// <summary>Starts it.</summary>
    public static async Task<LoopbackConnector> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new LoopbackConnector(builder.Build());
        connector._app.Run(connector.AnswerAsync);
        await connector._app.StartAsync(cancellationToken);
        return connector;
    }

    /// <summary>Lets the next calls fail, one fault a call; then all succeeds again.</summary>
    public void Fail(params ReadOnlySpan<ConnectorFault> faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>Decides for every call that no fault of <see cref="Fail"/> meets how it fails; null: it does not.</summary>
    public Func<JObject, ConnectorFault?> Faults { get; set; } = _ => null;

    /// <summary>What is known of somebody in a chat, by their id there; null for nobody.</summary>
    public Func<string, JObject?> Roster { get; set; } = id => new JObject { ["id"] = id, ["name"] = id, ["userRole"] = "user" };

    /// <summary>Who is in a chat, as its roster lists them; null: the connector does not list them.</summary>
    public JArray? Members { get; set; }

    /// <summary>The next call that has not been awaited yet, as soon as it arrives.</summary>
    /// <exception cref="TimeoutException">None came for half a minute.</exception>
    public Task<ConnectorCall> NextAsync(CancellationToken cancellationToken) =>
        _arrivals.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);

    /// <summary>Forgets every call so far: a long run would be remembered whole.</summary>
    public void Forget()
    {
        ImmutableInterlocked.Update(ref _calls, calls => calls.Clear());
        _messages.Clear();
        while (_arrivals.Reader.TryRead(out _))
        {
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var fault = _faults.TryDequeue(out var next) ? next : Faults(Read(body) ?? []);
        var call = Take(context.Request, parts, body, fault);
        ImmutableInterlocked.Update(ref _calls, calls => calls.Add(call));
        _arrivals.Writer.TryWrite(call);
        if (fault == ConnectorFault.Resets)
            context.Abort();
        if (fault == ConnectorFault.Hangs)
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        if (context.RequestAborted.IsCancellationRequested)
            return;
        if (context.Request.Method == HttpMethods.Get && parts is ["_connector", "v3", "conversations", _, "members", var member] && fault is null && Roster(Uri.UnescapeDataString(member)) is { } known)
        {
            await context.Response.WriteAsync(known.ToString(), context.RequestAborted);
            return;
        }

        if (context.Request.Method == HttpMethods.Get && parts is ["_connector", "v3", "conversations", _, "pagedmembers"] && fault is null && Members is { } members)
        {
            await context.Response.WriteAsync(new JObject { ["members"] = members }.ToString(), context.RequestAborted);
            return;
        }

        context.Response.StatusCode = call.Status;
        if (fault?.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (fault?.Location is { } location)
            context.Response.Headers.Location = location;
        await context.Response.WriteAsync(
            call.Status == StatusCodes.Status200OK ? call.MessageId is { } id ? $$"""{"id":"{{id}}"}""" : "" : $$$"""{"error":{"code":"{{{fault?.Code ?? "Fault"}}}","message":"refused"}}""", context.RequestAborted);
    }

    private ConnectorCall Take(HttpRequest request, string[] parts, string body, ConnectorFault? fault)
    {
        var isActivity = parts is ["_connector", "v3", "conversations", _, "activities"] or ["_connector", "v3", "conversations", _, "activities", _];
        var creates = request.Method == HttpMethods.Post && parts is ["_connector", "v3", "conversations"];
        var conversation = isActivity ? parts[3] : "";
        var target = isActivity && parts.Length == 6 ? parts[5] : null;
        var activity = Read(body);
        var status = fault?.Status ?? (creates ? StatusOfCreation(activity) : StatusOf(request.Method, isActivity, target, activity));
        string? id = null;
        // The chat of a person has but one id, however often it is made.
        if (status == StatusCodes.Status200OK && creates)
            id = "a:" + ((string)activity!["members"]![0]!["id"]!).Split(':')[^1];
        else if (status == StatusCodes.Status200OK && request.Method != HttpMethods.Delete)
            id = request.Method == HttpMethods.Put ? target! : "m" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        if (id is not null && !creates)
            _messages.TryAdd(id, 0);
        return new ConnectorCall(request.Method, request.Path.Value!, conversation, target, activity ?? [], status, id);
    }

    private int StatusOf(string method, bool isActivity, string? target, JObject? activity)
    {
        if (!isActivity || (method == HttpMethods.Put && (target is null || !_messages.ContainsKey(target))))
            return StatusCodes.Status404NotFound;
        if (method == HttpMethods.Delete)
            return target is not null && _messages.TryRemove(target, out _) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        if (method != HttpMethods.Post && method != HttpMethods.Put)
            return StatusCodes.Status501NotImplemented;
        // A null is a fault to the Playground, and so is a message with nothing in it to Teams.
        return activity is null || activity.Properties().Any(property => property.Value.Type == JTokenType.Null) || IsEmpty(activity)
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
    }

    /// <summary>Teams wants to know who is in the chat, and in which tenant.</summary>
    private static int StatusOfCreation(JObject? parameters) =>
        parameters is not null && (bool?)parameters["isGroup"] == false && parameters["bot"]?["id"] is not null
        && parameters["members"] is JArray { Count: 1 } && (string?)parameters["tenantId"] is { } tenant && (string?)parameters["channelData"]?["tenant"]?["id"] == tenant
            ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;

    private static bool IsEmpty(JObject activity) =>
        (string?)activity["type"] == "message" && string.IsNullOrEmpty((string?)activity["text"]) && activity["attachments"] is not JArray { Count: > 0 };

    private static JObject? Read(string body)
    {
        try
        {
            return JObject.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
