using CtoBot.Health;
using CtoBot.Reminders;
using CtoBot.Tests.Door;
using CtoBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Operations;

public sealed class HealthTests : TokenDoorTest
{
    private const string Key = "the-operators-key-for-this-test";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_bot_that_can_work_is_live_and_ready()
    {
        var host = await StartSecuredAsync();
        Assert.Equal((200, "ok"), await GetAsync(host, "/healthz/live"));
        Assert.Equal((200, "ready"), await GetAsync(host, "/healthz/ready"));
        Assert.Equal(1, Outside.Credentials.Used);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_seen_within_ten_seconds_and_told_to_operators_alone()
    {
        var host = await StartSecuredAsync(("Ops:Key", Key));
        Assert.Equal((200, "ready"), await GetAsync(host, "/healthz/ready"));
        host.Store.BeforeRead = WatchedStore.Unreachable;
        Assert.Equal((200, "ready"), await GetAsync(host, "/healthz/ready"));
        Clock.Advance(Fresh);
        Assert.Equal((503, "not ready"), await GetAsync(host, "/healthz/ready"));
        Assert.Equal((503, "not ready"), await GetAsync(host, "/healthz/ready", "Bearer wrong"));
        Assert.Equal((200, "ok"), await GetAsync(host, "/healthz/live"));
        var (status, detail) = await GetAsync(host, "/healthz/ready", "Bearer " + Key);
        Assert.Equal(503, status);
        Assert.Equal("The store does not answer: " + Planted.StoreMessage, Problem(detail, "store"));
        Assert.Null(Problem(detail, "token"));
        host.Store.Mend();
        Clock.Advance(Fresh);
        Assert.Equal((200, "ready"), await GetAsync(host, "/healthz/ready"));
    }

    [Fact]
    public async Task However_often_it_is_asked_it_looks_once_in_ten_seconds()
    {
        var host = await StartSecuredAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(host, "/healthz/ready")));
        Assert.Equal((1, 0, 1), (host.Store.Reads, host.Store.Writes, Outside.Credentials.Used));
        Clock.Advance(Fresh);
        await GetAsync(host, "/healthz/ready");
        Assert.Equal((2, 2), (host.Store.Reads, Outside.Credentials.Used));
    }

    [Fact]
    public async Task A_bot_without_a_token_to_answer_with_is_not_ready()
    {
        var host = await StartSecuredAsync(("Ops:Key", Key));
        Outside.Credentials.Fails = true;
        Assert.Equal((503, "not ready"), await GetAsync(host, "/healthz/ready"));
        var problem = Problem((await GetAsync(host, "/healthz/ready", "Bearer " + Key)).Body, "token");
        Assert.StartsWith("no token for the Bot Connector (AuthenticationFailedException)", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted.Quote, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_no_longer_looks_for_reminders_is_not_ready()
    {
        var watch = new Watch();
        using var metrics = new ReminderMetrics(watch);
        var options = new ReminderOptions();
        var probe = new SweepProbe(metrics, Options.Create(options));
        watch.Seconds = 139;
        Assert.Null(await probe.FindProblemAsync(Cancel));
        watch.Seconds = 150;
        Assert.Equal("the last look for due reminders ended 150 s ago", await probe.FindProblemAsync(Cancel));
        metrics.Saw(oldestDue: null);
        Assert.Null(await probe.FindProblemAsync(Cancel));
        watch.Seconds = 900;
        Assert.NotNull(await probe.FindProblemAsync(Cancel));
        options.Enabled = false;
        Assert.Null(await probe.FindProblemAsync(Cancel));
    }

    [Fact]
    public async Task From_the_moment_it_is_told_to_end_it_is_not_ready_and_still_takes_activities_in()
    {
        var host = await StartSecuredAsync();
        Assert.Equal((200, "ready"), await GetAsync(host, "/healthz/ready"));
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal((503, "not ready"), await GetAsync(host, "/healthz/ready"));
        Assert.Equal((200, "ok"), await GetAsync(host, "/healthz/live"));
        Assert.Equal(200, (await Request(Activity(Somebody(host), "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.NotEmpty(Outside.Sent);
    }

    [Theory]
    [InlineData("Shutdown:Drain", "00:00:30")]
    [InlineData("Shutdown:Drain", "-00:00:01")]
    [InlineData("Shutdown:Limit", "00:00:00")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(Kept.InMemory, (setting, value)));
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    private static string? Problem(string detail, string name) =>
        (string?)Assert.Single(JObject.Parse(detail)["needs"]!, need => (string?)need["name"] == name)["problem"];

    private static async Task<(int Status, string Body)> GetAsync(BotHost to, string path, string? authorization = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(to.Endpoint, path));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.SendAsync(request, Cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Measures what it is told has passed.</summary>
    private sealed class Watch : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
