using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// Two processes of the bot on one store. Every activity is posted to both at once, and again to both until one took it in and the
/// person got an answer; meanwhile the processes are killed in turn.
/// </summary>
internal sealed class ProcessPair(BotProcess[] bots, LoopbackConnector connector, PostedScript script) : IDisposable
{
    private const int Progress = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim taken = new(0);
    private readonly Lock gate = new();
    private readonly ConcurrentBag<TimeSpan> times = [];
    private int activities;
    private int redeliveries;
    private int lost;
    private int doubled;
    private int unsaved;

    /// <summary>Processes killed, and started again.</summary>
    public int Kills { get; private set; }

    /// <summary>Who went through the whole script.</summary>
    public ImmutableList<Guid> People { get; private set; } = [];

    /// <summary>The counts, for the output of a test.</summary>
    public override string ToString() =>
        $"{People.Count} people, {activities} activities, {Kills} kills, {lost} posts without a response, {redeliveries} redeliveries, "
        + $"{unsaved} times asked to send again, {doubled} messages more than one process alone would have sent, "
        + $"responses within {Time(0.5):0} ms (half), {Time(0.99):0} ms (99 of 100)";

    private double Time(double share) => times.Order().ElementAt((int)(share * (times.Count - 1))).TotalMilliseconds;

    /// <summary>Lets people go through the script, several at a time, until it is enough.</summary>
    public async Task RunAsync(int atOnce, TimeSpan killEvery, Func<ProcessPair, bool> enough, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killer = KillAsync(killEvery, done.Token, cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (!enough(this))
                    await LiveAsync(Guid.NewGuid(), cancellationToken);
            },
            cancellationToken)));
        await done.CancelAsync();
        await killer;
    }

    /// <inheritdoc/>
    public void Dispose() => taken.Dispose();

    private async Task KillAsync(TimeSpan every, CancellationToken done, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(every, done);
                // On a slow machine, too, the processes get somewhere between two kills.
                while (taken.Wait(0, done))
                {
                }
                for (var activity = 0; activity < Progress; activity++)
                    await taken.WaitAsync(done);
                var bot = bots[Kills % bots.Length];
                await bot.Kill9Async();
                Kills++;
                await bot.StartAgainAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Nobody is left to be disturbed.
        }
    }

    private async Task LiveAsync(Guid user, CancellationToken cancellationToken)
    {
        var last = ImmutableList<JObject>.Empty;
        foreach (var activity in script.Activities)
            last = await DeliverAsync(activity, user, cancellationToken);
        Assert.Contains(script.LastCard, last.Select(card => new ShownCard("", card).Text));
        lock (gate)
            People = People.Add(user);
    }

    /// <summary>Posts an activity until it is taken in and answered. Returns the cards of the answers.</summary>
    private async Task<ImmutableList<JObject>> DeliverAsync(PostedActivity activity, Guid user, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref activities);
        var json = script.For(activity, user);
        var from = connector.Calls.Count;
        var clock = Stopwatch.StartNew();
        for (var round = 1; ; round++)
        {
            var responses = await Task.WhenAll(bots.Select(bot => PostAsync(bot.Endpoint, json, cancellationToken)));
            Interlocked.Add(ref lost, responses.Count(response => response is null));
            var sent = Sent(user, from);
            var messages = sent.Where(call => !AsksToSendAgain(call)).ToImmutableList();
            JObject[] replaced = [.. responses.OfType<string>().Where(body => body.StartsWith('{')).Select(JObject.Parse).Select(body => body["value"]).OfType<JObject>()];
            if (activity.IsInvoke ? replaced.Length > 0 : messages.Count > 0 && responses.Any(response => response is not null))
            {
                Interlocked.Add(ref unsaved, sent.Count - messages.Count);
                Interlocked.Add(ref doubled, Math.Max(0, messages.Count - activity.Messages));
                taken.Release();
                // Every delivery is answered at most once.
                Assert.InRange(messages.Count, 0, bots.Length * round * Math.Max(1, activity.Messages));
                return [.. replaced, .. messages.Select(message => message.Card).OfType<JObject>()];
            }

            Assert.True(clock.Elapsed < Patience, $"Not taken in: {json}");
            Interlocked.Increment(ref redeliveries);
            // Teams waits before it delivers again, too.
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    private List<ConnectorCall> Sent(Guid user, int from)
    {
        var calls = connector.Calls;
        return [.. calls.GetRange(from, calls.Count - from).Where(call => call.Delivered && call.ConversationId == $"a:{user:D}")];
    }

    private static bool AsksToSendAgain(ConnectorCall call) => call.Text.StartsWith("I could not save that just now", StringComparison.Ordinal);

    /// <summary>The body of a response, or null if there was none: the process was killed, or is not up again.</summary>
    private async Task<string?> PostAsync(Uri endpoint, string json, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await Http.PostAsync(endpoint, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), cancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            times.Add(clock.Elapsed);
            return body;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
