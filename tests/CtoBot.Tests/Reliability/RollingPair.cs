using System.Collections.Immutable;
using System.Net;
using System.Text;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// Two processes of the bot behind a sender that works as a load balancer does: each activity goes to one of them, and to the other if that
/// one gave no response. Meanwhile they are told to end in turn, and started again, but for the last.
/// </summary>
internal sealed class RollingPair(BotProcess[] bots, LoopbackConnector connector, PostedScript script) : IDisposable
{
    private const int Progress = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim taken = new(0);
    private readonly int[] open = new int[bots.Length];
    private ImmutableList<Guid> people = [];
    private int activities;
    private int refused;
    private int next;
    private int stopped;

    /// <summary>Who went through the whole script.</summary>
    public ImmutableList<Guid> People => people;

    /// <summary>Posts that had no response yet when their process was told to end, over all stops.</summary>
    public int UnderWay { get; private set; }

    /// <summary>The counts, for the output of a test.</summary>
    public override string ToString() => $"{people.Count} people, {activities} activities, {stopped} stops, {UnderWay} posts under way at a stop, {refused} posts without a response and posted again";

    /// <summary>Lets people go through the script, several at a time, until the processes were stopped so often.</summary>
    public async Task RunAsync(int atOnce, int stops, CancellationToken cancellationToken)
    {
        var living = Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (Volatile.Read(ref stopped) < stops)
                    await LiveAsync(Guid.NewGuid(), cancellationToken);
            },
            cancellationToken)).ToArray();
        await Task.WhenAll([StopAsync(stops, cancellationToken), .. living]);
    }

    /// <inheritdoc/>
    public void Dispose() => taken.Dispose();

    private async Task StopAsync(int stops, CancellationToken cancellationToken)
    {
        for (var stop = 0; stop < stops; stop++)
        {
            for (var activity = 0; activity < Progress; activity++)
                Assert.True(await taken.WaitAsync(Patience, cancellationToken), "Nothing is taken in any more.");
            var index = stop % bots.Length;
            while (Volatile.Read(ref open[index]) == 0)
                await Task.Yield();
            UnderWay += Volatile.Read(ref open[index]);
            var ended = bots[index].TerminateAsync(cancellationToken);
            Assert.True(await SaysNotReadyAsync(bots[index], cancellationToken), "It was gone before it said that it is not ready.");
            Assert.Equal(0, await ended);
            if (stop < stops - 1)
                await bots[index].StartAgainAsync(cancellationToken);
            Interlocked.Increment(ref stopped);
        }
    }

    /// <summary>Asks until it says no, or is gone.</summary>
    private static async Task<bool> SaysNotReadyAsync(BotProcess bot, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var answer = await Http.GetAsync(new Uri(bot.Address, "healthz/ready"), cancellationToken);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    return true;
            }
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task LiveAsync(Guid user, CancellationToken cancellationToken)
    {
        ImmutableList<JObject> last = [];
        foreach (var activity in script.Activities)
            last = await DeliverAsync(activity, user, cancellationToken);
        Assert.Contains(script.LastCard, last.Select(card => new ShownCard("", card).Text));
        ImmutableInterlocked.Update(ref people, known => known.Add(user));
    }

    /// <summary>Posts an activity until there is a response: then it was taken in and answered, exactly once. Returns the cards of the answer.</summary>
    private async Task<ImmutableList<JObject>> DeliverAsync(PostedActivity activity, Guid user, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref activities);
        var json = script.For(activity, user);
        var from = connector.Calls.Count;
        string? body;
        while ((body = await PostAsync(Interlocked.Increment(ref next) % bots.Length, json, cancellationToken)) is null)
        {
            Interlocked.Increment(ref refused);
            // Who sends waits before the next try, and leaves the processor to the one that starts.
            await Task.Delay(BetweenTries, cancellationToken);
        }

        taken.Release();
        var calls = connector.Calls;
        var messages = calls.GetRange(from, calls.Count - from).FindAll(call => call.Delivered && call.ConversationId == $"a:{user:D}");
        Assert.Equal(activity.Messages, messages.Count);
        var replaced = body.StartsWith('{') ? JObject.Parse(body)["value"] as JObject : null;
        Assert.Equal(activity.IsInvoke, replaced is not null);
        return [.. replaced is null ? [] : new[] { replaced }, .. messages.Select(message => message.Card).OfType<JObject>()];
    }

    /// <summary>The body of a response, or null if there was none: the process does not listen any more, or not again yet.</summary>
    private async Task<string?> PostAsync(int index, string json, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref open[index]);
        try
        {
            using var response = await Http.PostAsync(bots[index].Endpoint, new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref open[index]);
        }
    }
}
