using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Door;

public sealed class ConnectorFaultTests : DoorTest
{
    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_that_passes_delays_the_answer_and_it_comes_once(int status)
    {
        var host = await StartAsync();
        Connector.Fail(new ConnectorFault(status));
        var answer = await Somebody(host).SayAsync("hello", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([status, 200], answer.Sent.Select(call => call.Status));
        Assert.Equal(answer.Sent[0].Json, answer.Sent[1].Json);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_throttled_answer_waits_as_long_as_it_is_told()
    {
        var host = await StartAsync();
        Connector.Fail(new ConnectorFault(429, RetryAfter: 1));
        var answer = await Somebody(host).SayAsync("hello", Cancel);
        Assert.Equal([429, 200], answer.Sent.Select(call => call.Status));
        Assert.InRange(Stopwatch.GetElapsedTime(answer.Sent[0].At, answer.Sent[1].At), TimeSpan.FromMilliseconds(950), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_fault_that_does_not_pass_is_logged_and_what_was_said_is_saved(int status)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        await person.SayAsync("set up", Cancel);
        Connector.Fail(new ConnectorFault(status));
        var answer = await person.SayAsync("cto", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(status, Assert.Single(answer.Sent).Status);
        Assert.Single(host.Logs.Lines, line => line.Text.Contains($"the connector answered {status}", StringComparison.Ordinal));
        Assert.True((await host.StateOfAsync(person.Person, Cancel))!.Drafts.Values.Single().Answers.ContainsKey("hat"));
        await person.SayAsync("continue", Cancel);
        Assert.Contains("What is your company called", person.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_stays_ends_the_attempts()
    {
        var host = await StartAsync();
        Connector.Fail([.. Enumerable.Repeat(new ConnectorFault(429, RetryAfter: 0), 10)]);
        var answer = await Somebody(host).SayAsync("hello", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([429, 429, 429, 429], answer.Sent.Select(call => call.Status));
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(302)]
    public async Task A_redirect_is_not_followed_for_the_words_go_to_the_host_that_was_checked(int status)
    {
        await using var elsewhere = await LoopbackConnector.StartAsync(Cancel);
        var host = await StartAsync();
        Connector.Fail(new ConnectorFault(status, Location: elsewhere.ServiceUrl + "/v3/conversations/a/activities"));
        Assert.Equal(HttpStatusCode.OK, (await Somebody(host).SayAsync("hello", Cancel)).Status);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task A_connector_that_hangs_does_not_make_a_saved_answer_an_unsaved_one()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        await person.SayAsync("set up", Cancel);
        await Connector.NextAsync(Cancel);
        Connector.Fail(ConnectorFault.Hangs);
        var post = person.SayAsync("cto", Cancel);
        await Connector.NextAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(14));
        var answer = await post;
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Sent);
        Assert.True((await host.StateOfAsync(person.Person, Cancel))!.Drafts.Values.Single().Answers.ContainsKey("hat"));
        Assert.Empty(host.Logs.Errors);
        Assert.Single(host.Logs.Lines, line => line.Text.Contains("did not answer in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connector_that_hangs_does_not_hold_up_the_answer_that_nothing_was_saved()
    {
        var host = await StartAsync();
        host.Store.BeforeRead = WatchedStore.Unreachable;
        Connector.Fail(ConnectorFault.Hangs);
        var post = Somebody(host).SayAsync("hello", Cancel);
        await Connector.NextAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await post).Status);
    }

    [Fact]
    public async Task Nobody_at_the_service_URL_is_no_fault_of_the_caller()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        foreach (var activity in new[] { person.Words("hello"), person.New("message-group-mention"), person.Installation("add"), person.New("adaptiveCard-action") })
        {
            activity["serviceUrl"] = $"http://127.0.0.1:{ClosedPort()}";
            Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(activity, Cancel)).Status);
        }

        Assert.Empty(host.Logs.Errors);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://bot.example/")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://user:secret@bot.example")]
    public async Task Without_an_identity_nothing_is_sent_beyond_this_machine(string serviceUrl)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        foreach (var activity in new[] { person.Words("hello"), person.New("message-group-mention"), person.Installation("add", "installationUpdate-add-group") })
        {
            activity["serviceUrl"] = serviceUrl;
            Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(activity, Cancel)).Status);
        }

        Assert.Empty(host.Logs.Errors);
        Assert.Equal(3, host.Logs.Lines.Count(line => line.Text.Contains("does not send to the host", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../..")]
    [InlineData("a/../../b")]
    [InlineData("?x=1#y")]
    [InlineData("a%2F..%2Fb")]
    public async Task Ids_that_look_like_paths_lead_nowhere_else(string id)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        foreach (var field in new[] { "conversation.id", "id", "replyToId" })
        {
            var activity = person.New("message-submit");
            activity["replyToId"] = "m1";
            activity.SelectToken(field)!.Replace(id);
            Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(activity, Cancel)).Status);
        }

        Assert.All(Connector.Calls, call => Assert.NotEmpty(call.ConversationId));
        Assert.Empty(host.Logs.Errors);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
