using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>The Teams side: counts what each chat gets, and when each tenant was called; fails at random if it is told to.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool faulty;
    private readonly ConcurrentDictionary<string, int> got = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> tenants = new(StringComparer.Ordinal);
    private readonly List<string> delivered = [];
    private readonly Lock gate = new();
    private int inFlight;

    private Connector(WebApplication app, bool faulty)
    {
        this.app = app;
        this.faulty = faulty;
    }

    /// <summary>Where it is served.</summary>
    public string ServiceUrl => app.Urls.First();

    /// <summary>Messages by chat.</summary>
    public IReadOnlyDictionary<string, int> Got => got;

    /// <summary>The chats of all messages so far, in the order in which they came.</summary>
    public IReadOnlyList<string> Delivered
    {
        get
        {
            lock (gate)
                return [.. delivered];
        }
    }

    /// <summary>Calls that are not answered yet.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    public static async Task<Connector> StartAsync(bool faulty)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new Connector(builder.Build(), faulty);
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The most calls of one tenant in any second.</summary>
    public int BusiestSecond() => tenants.Values.Select(calls =>
    {
        var times = calls.Order().ToArray();
        var (from, most) = (0, 0);
        for (var to = 0; to < times.Length; to++)
        {
            while (times[to] - times[from] >= Stopwatch.Frequency)
                from++;
            most = Math.Max(most, to - from + 1);
        }

        return most;
    }).DefaultIfEmpty(0).Max();

    /// <summary>Whether a person does not want to hear of the bot: always the same ones.</summary>
    public static bool IsBlocked(string chat) => chat[^2..] == "77";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var at = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref inFlight);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            // v3/conversations/{chat}/activities/{id}
            var chat = context.Request.Path.Value!.Split('/')[3];
            tenants.GetOrAdd(chat.Split(':')[0], _ => new()).Enqueue(at);
            if (faulty && await FailedAsync(context, chat))
                return;
            got.AddOrUpdate(chat, 1, (_, count) => count + 1);
            lock (gate)
                delivered.Add(chat);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"id\":\"1\"}", context.RequestAborted);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // The bot was killed, or gave up.
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private static async Task<bool> FailedAsync(HttpContext context, string chat)
    {
        if (IsBlocked(chat))
        {
            context.Response.StatusCode = 403;
            await context.Response.WriteAsync("{\"error\":{\"code\":\"ConversationBlockedByUser\"}}");
            return true;
        }

        switch (Random.Shared.Next(1000))
        {
            case < 20:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return true;
            case < 25:
                context.Response.StatusCode = 500;
                return true;
            case < 45:
                context.Response.StatusCode = 502;
                return true;
            case < 55:
                context.Abort();
                return true;
            case < 56:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return true;
            default:
                return false;
        }
    }
}
