using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace CtoBot.Benchmarks.Turns;

/// <summary>What a load came to.</summary>
/// <param name="Rate">Turns a second.</param>
/// <param name="Cpu">Processor time of the target, in milliseconds a turn.</param>
/// <param name="Times">How long a turn took.</param>
internal sealed record LoadResult(double Rate, double Cpu, Sample Times);

/// <summary>Posts activities to a target, each client one after the other, as a person does.</summary>
internal sealed class Load : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <summary>Posts one activity.</summary>
    /// <exception cref="HttpRequestException">It was not answered with 200.</exception>
    public async Task PostAsync(Target target, byte[] activity)
    {
        using var content = new ByteArrayContent(activity);
        content.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync(target.Address, content);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"The target answered {(int)response.StatusCode}.");
    }

    /// <summary>Posts so many activities by so many clients at once.</summary>
    /// <param name="target">To whom.</param>
    /// <param name="turns">What each client sends, by its number. Asked for by one thread at a time.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="count">How many activities in all.</param>
    public async Task<LoadResult> RunAsync(Target target, Func<int, byte[]> turns, int clients, int count)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var left = count;
        var cpu = target.Cpu;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var activity = turns(client);
                var begun = Stopwatch.GetTimestamp();
                await PostAsync(target, activity);
                times.Add(Stopwatch.GetElapsedTime(begun));
            }
        })));
        watch.Stop();
        return new(count / watch.Elapsed.TotalSeconds, (target.Cpu - cpu).TotalMilliseconds / count, Sample.Of(times));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
