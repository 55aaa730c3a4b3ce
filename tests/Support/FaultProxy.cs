using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Support;

/// <summary>What happens to a request on its way to the server.</summary>
public enum Fault
{
    /// <summary>Nothing: the request and its answer pass.</summary>
    None,

    /// <summary>The connection closes before the server sees the request.</summary>
    DropBefore,

    /// <summary>The server has carried out the request, and the connection closes before the answer.</summary>
    DropAfter,

    /// <summary>The connection closes in the middle of the answer.</summary>
    Reset,

    /// <summary>The server has carried out the request, and the answer comes after <see cref="FaultProxy.Delay"/>.</summary>
    Delay,

    /// <summary>429 with Retry-After, instead of the server.</summary>
    TooManyRequests,

    /// <summary>500, instead of the server.</summary>
    ErrorBefore,

    /// <summary>500, although the server has carried out the request.</summary>
    ErrorAfter,

    /// <summary>503, instead of the server.</summary>
    Unavailable,
}

/// <summary>A loopback proxy between a client and a server over HTTP, which does harm when it is told to.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Uri target;
    private readonly Func<Fault> next;
    private readonly HttpMessageInvoker server = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<string> requests = [];

    private FaultProxy(Uri target, Func<Fault> next)
    {
        this.target = target;
        this.next = next;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>The server's address with the proxy's port.</summary>
    public Uri Endpoint => new UriBuilder(target) { Port = new Uri(app.Urls.Single()).Port }.Uri;

    /// <summary>How long <see cref="Fault.Delay"/> takes.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The Retry-After of <see cref="Fault.TooManyRequests"/>, in seconds.</summary>
    public int RetryAfter { get; set; } = 1;

    /// <summary>Done between the server's answer, or the fault instead of it, and the client: what another client does in that moment.</summary>
    public Func<Fault, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Method and path of every request so far.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Starts a proxy on a free port.</summary>
    /// <param name="target">The server.</param>
    /// <param name="next">Asked for every request; several may ask at once.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<FaultProxy> StartAsync(Uri target, Func<Fault> next, CancellationToken cancellationToken)
    {
        var proxy = new FaultProxy(target, next);
        await proxy.app.StartAsync(cancellationToken);
        return proxy;
    }

    /// <summary>A list of faults, then none.</summary>
    public static Func<Fault> InTurn(params IEnumerable<Fault> faults)
    {
        var queue = new ConcurrentQueue<Fault>(faults);
        return () => queue.TryDequeue(out var fault) ? fault : Fault.None;
    }

    /// <summary>Now and then one of some faults.</summary>
    /// <param name="seed">The same seed, the same faults.</param>
    /// <param name="share">The share of requests that meet one, from 0 to 1.</param>
    /// <param name="faults">The faults, equally likely.</param>
    public static Func<Fault> AtRandom(int seed, double share, params Fault[] faults)
    {
        var random = new Random(seed);
        return () =>
        {
            lock (random)
                return random.NextDouble() < share ? faults[random.Next(faults.Length)] : Fault.None;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        server.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        var fault = next();
        var answer = fault is Fault.None or Fault.DropAfter or Fault.Reset or Fault.Delay or Fault.ErrorAfter
            ? await ForwardAsync(context)
            : null;
        await Meanwhile(fault);
        switch (fault)
        {
            case Fault.DropBefore or Fault.DropAfter:
                context.Abort();
                break;
            case Fault.TooManyRequests:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            case Fault.ErrorBefore or Fault.ErrorAfter:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Fault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                if (fault == Fault.Delay)
                    await Task.Delay(Delay, context.RequestAborted);
                await AnswerAsync(context, answer!, half: fault == Fault.Reset);
                break;
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        // The path as it came: a signature covers its escapes.
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, path))
        {
            Content = body.Length == 0 ? null : new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is not ("Host" or "Connection" or "Content-Length") && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
        // The server goes on when the client has gone, and so does this.
        return await server.SendAsync(request, CancellationToken.None);
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, bool half)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsByteArrayAsync();
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            {
                if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive" or "Content-Length"))
                    context.Response.Headers[name] = values.ToArray();
            }
            if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
                context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(half ? body.AsMemory(0, body.Length / 2) : body);
            if (half)
            {
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        }
    }
}
