using System.Diagnostics;
using System.Net;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Door;

/// <summary>How much is taken in of one person, of one tenant, and of one request.</summary>
public sealed class LimitTests : DoorTest
{
    private const string TooFast = "That was faster than I can follow";

    /// <summary>So slow that nothing comes back within a test.</summary>
    private static readonly (string, string)[] Five = [("Limits:PersonRate", "1"), ("Limits:PersonBurst", "5")];

    [Fact]
    public async Task A_flood_of_one_person_is_answered_once_and_politely_and_nobody_else_notices()
    {
        var host = await StartAsync(Kept.InMemory, Five);
        var flooder = Somebody(host);
        var clock = Stopwatch.StartNew();
        var flood = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => flooder.PostAsync(flooder.Words("today").ToString(), Cancel)));
        foreach (var other in Enumerable.Range(0, 20).Select(_ => Somebody(host)))
            Assert.Single((await other.SayAsync("hello", Cancel)).Sent, call => call.Card is not null);

        var responses = await flood;
        var most = 5 + (int)Math.Ceiling(clock.Elapsed.TotalSeconds) + 1;
        Assert.All(responses, response => Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.InRange(responses.Count(response => response.StatusCode == HttpStatusCode.OK), 5, most);
        Assert.All(responses.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests), response => Assert.NotNull(response.Headers.RetryAfter));
        Assert.InRange(Connector.Calls.Count(call => call.ConversationId == flooder.ConversationId && call.Text.StartsWith(TooFast, StringComparison.Ordinal)), 1, 1 + (int)(clock.Elapsed.TotalSeconds / 30));
        Assert.Contains(host.Logs.Lines, line => line.Text.Contains("too much of one person", StringComparison.Ordinal));
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task Who_was_too_fast_is_heard_again_a_moment_later_and_a_tenant_too()
    {
        foreach (var settings in new[] { Five, [("Limits:TenantRate", "1"), ("Limits:TenantBurst", "5")] })
        {
            var host = await StartAsync(Kept.InMemory, settings);
            var person = Somebody(host);
            await WaitAsync(HttpStatusCode.TooManyRequests);
            await WaitAsync(HttpStatusCode.OK);

            async Task WaitAsync(HttpStatusCode status)
            {
                while ((await person.PostAsync(person.Words("today").ToString(), Cancel)).StatusCode != status)
                    Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    [Fact]
    public async Task Who_presses_too_fast_keeps_the_card_and_is_told_beside_it()
    {
        var host = await StartAsync(Kept.InMemory, Five);
        var person = Somebody(host);
        for (var count = 0; count < 5; count++)
            await person.SayAsync("hello", Cancel);
        PostAnswer answer;
        // One comes back a second.
        do
            answer = await person.PostAsync(person.Execute(person.Card.Actions[0]), Cancel);
        while (answer.Card is not null);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith(TooFast, (string?)answer.Body!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_is_full_takes_nothing_from_another()
    {
        var host = await StartAsync(Kept.InMemory, ("Limits:TenantRate", "1"), ("Limits:TenantBurst", "3"));
        var refused = 0;
        for (var count = 0; count < 20; count++)
            refused += (await Somebody(host).SayAsync("hello", Cancel)).Status == HttpStatusCode.TooManyRequests ? 1 : 0;
        Assert.NotEqual(0, refused);
        Assert.Equal(HttpStatusCode.OK, (await new TeamsClient(host.Endpoint, Connector, Guid.NewGuid(), Guid.NewGuid().ToString()).SayAsync("hello", Cancel)).Status);
    }

    [Fact]
    public async Task One_persons_hanging_turns_hold_up_nobody_else()
    {
        var host = await StartAsync(Kept.InMemory, ("Limits:PersonRate", "1000"), ("Limits:PersonBurst", "1000"), ("Limits:PersonAtOnce", "2"));
        var slow = Somebody(host);
        Connector.Faults = activity => (string?)activity["conversation"]?["id"] == slow.ConversationId ? ConnectorFault.Hangs : null;
        var hanging = Enumerable.Range(0, 40).Select(_ => slow.PostAsync(slow.Words("hello").ToString(), Cancel)).ToList();
        // Two are worked on and twelve wait. The first of those that are refused is told so, which hangs as well.
        var refused = 0;
        while (refused < 40 - 2 - 12 - 1)
        {
            var ended = await Task.WhenAny(hanging);
            hanging.Remove(ended);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await ended).StatusCode);
            refused++;
        }

        Assert.Single((await Somebody(host).SayAsync("hello", Cancel)).Sent, call => call.Card is not null);
        Assert.Equal(15, hanging.Count);
        // The turns end by the bot's clock.
        while (hanging.Exists(waiting => !waiting.IsCompleted))
        {
            Clock.Advance(TimeSpan.FromSeconds(14));
            await Task.WhenAny(Task.WhenAll(hanging), Connector.NextAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_request_that_does_not_come_to_its_end_is_given_up()
    {
        var host = await StartAsync(Kept.InMemory, ("Limits:BodyTime", "00:00:00.2"));
        var request = TokenDoorTest.Request(Somebody(host).Words(Planted.Quote), null);
        request.Announced = request.Body.Length + 10;
        Assert.Equal(408, (await request.SendAsync(host.Endpoint, Cancel)).Status);
        Assert.Contains(host.Logs.Lines, line => line.Text.Contains("did not arrive in time", StringComparison.Ordinal));
        Assert.Equal(0, host.Store.Reads);
    }
}
