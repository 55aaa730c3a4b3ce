namespace CtoBot.Tests.Door;

public sealed class WelcomeTests : DoorTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Installing_is_told_twice_in_either_order_and_welcomed_once(bool installationFirst)
    {
        var person = Somebody(await StartAsync());
        var installation = person.Installation("add");
        var members = person.New("conversationUpdate-membersAdded");
        await person.PostAsync(installationFirst ? installation : members, Cancel);
        await person.PostAsync(installationFirst ? members : installation, Cancel);
        Assert.Contains("Good to meet you", Assert.Single(Connector.Calls).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task Installing_is_told_twice_at_once_and_welcomed_once(Kept kept)
    {
        var hosts = new[] { await StartAsync(kept), await StartAsync(kept) };
        for (var round = 0; round < 10; round++)
        {
            var person = Somebody(hosts[0]);
            var other = Somebody(hosts[1]);
            await Task.WhenAll(
                person.PostAsync(person.Installation("add"), Cancel),
                person.PostAsync(person.New("conversationUpdate-membersAdded"), Cancel),
                other.PostAsync(other.Installation("add"), Cancel),
                other.PostAsync(other.New("conversationUpdate-membersAdded"), Cancel));
            Assert.Single(Connector.Calls, call => call.ConversationId == person.ConversationId);
            Assert.Single(Connector.Calls, call => call.ConversationId == other.ConversationId);
        }
    }

    [Fact]
    public async Task Two_hosts_that_are_told_of_one_installation_welcome_once()
    {
        var (first, second) = (await StartAsync(Kept.InAFile), await StartAsync(Kept.InAFile));
        for (var round = 0; round < 10; round++)
        {
            var person = Somebody(first);
            var installation = person.PostAsync(person.Installation("add"), Cancel);
            person.Bot = second.Endpoint;
            await Task.WhenAll(installation, person.PostAsync(person.New("conversationUpdate-membersAdded"), Cancel));
            Assert.Single(Connector.Calls, call => call.ConversationId == person.ConversationId);
        }
    }

    [Fact]
    public async Task Somebody_who_removes_the_bot_and_comes_back_finds_everything_and_is_welcomed_back_once()
    {
        var person = await SomebodySetUpAsync(await StartAsync());
        var removed = await person.PostAsync(person.Installation("remove"), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.OK, removed.Status);
        Assert.Empty(removed.Sent);
        var back = await person.PostAsync(person.Installation("add"), Cancel);
        Assert.Empty((await person.PostAsync(person.New("conversationUpdate-membersAdded"), Cancel)).Sent);
        Assert.Single(back.Sent);
        Assert.Contains("Welcome back", person.Card.Text, StringComparison.Ordinal);
        Assert.NotEmpty(person.Card.Ticks);
    }

    [Theory]
    [InlineData("add-upgrade")]
    [InlineData("remove-upgrade")]
    [InlineData("")]
    [InlineData("something-new")]
    public async Task A_new_version_of_the_app_is_no_event_for_anybody(string action)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var before = await host.StateOfAsync(person.Person, Cancel);
        Assert.Empty((await person.PostAsync(person.Installation(action), Cancel)).Sent);
        Assert.Equal(before!.Seen, (await host.StateOfAsync(person.Person, Cancel))!.Seen);
    }

    [Fact]
    public async Task Others_who_join_a_chat_are_not_welcomed()
    {
        var person = Somebody(await StartAsync());
        var joined = person.New("conversationUpdate-membersAdded");
        joined["membersAdded"]![1]!.Remove();
        Assert.Empty((await person.PostAsync(joined, Cancel)).Sent);
    }
}
