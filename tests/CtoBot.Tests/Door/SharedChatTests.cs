using System.Net;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Door;

public sealed class SharedChatTests : DoorTest
{
    [Theory]
    [InlineData("installationUpdate-add-group")]
    [InlineData("installationUpdate-add-channel")]
    public async Task Added_to_a_group_or_a_channel_it_says_hello_and_keeps_nothing(string sample)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        var hello = Assert.Single((await person.PostAsync(person.Installation("add", sample), Cancel)).Sent);
        Assert.Contains("I am CtoBot", hello.Json, StringComparison.Ordinal);
        Assert.Null(await host.StateOfAsync(person.Person, Cancel));
    }

    [Theory]
    [InlineData("add-upgrade")]
    [InlineData("remove")]
    public async Task In_a_group_an_upgrade_and_a_removal_are_silent(string action)
    {
        var person = Somebody(await StartAsync());
        Assert.Empty((await person.PostAsync(person.Installation(action, "installationUpdate-add-group"), Cancel)).Sent);
    }

    [Theory]
    [InlineData("what is next?")]
    [InlineData("today")]
    [InlineData("settings")]
    [InlineData("edit company")]
    [InlineData("")]
    [InlineData("help")]
    public async Task A_mention_in_a_group_is_answered_with_the_way_to_the_private_chat(string words)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var before = await host.StateOfAsync(person.Person, Cancel);
        var mention = person.New("message-group-mention");
        mention["text"] = $"<at>CtoBot</at> {words}";
        var answer = Assert.Single((await person.PostAsync(mention, Cancel)).Sent);
        Assert.Equal("Action.OpenUrl", (string?)answer.Card?["actions"]?[0]?["type"]);
        Assert.Contains("own chat", answer.Json, StringComparison.Ordinal);
        SaysNothingOf(answer);
        Assert.Equal(before!.Seen, (await host.StateOfAsync(person.Person, Cancel))!.Seen);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("tick")]
    [InlineData("edit")]
    [InlineData("say")]
    public async Task A_button_pressed_in_a_group_discloses_nothing_and_changes_nothing(string verb)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var before = await host.StateOfAsync(person.Person, Cancel);
        var invoke = person.Execute(person.Card.Ticks[0]);
        invoke["conversation"] = person.New("message-group-mention")["conversation"];
        invoke["value"]!["action"]!["verb"] = verb;
        invoke["value"]!["action"]!["data"]!["view"] = "setup";
        invoke["value"]!["action"]!["data"]!["words"] = "settings";
        var answer = await person.PostAsync(invoke, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer.Body?["type"]);
        Assert.Empty(answer.Sent);
        SaysNothingOf((string?)answer.Body?["value"]);
        Assert.Equal(before!.Revision, (await host.StateOfAsync(person.Person, Cancel))!.Revision);
    }

    [Fact]
    public async Task A_card_submitted_in_a_group_discloses_nothing()
    {
        var person = await SomebodySetUpAsync(await StartAsync());
        var submit = person.Submit(person.Card.Ticks[0]);
        submit["conversation"] = person.New("message-group-mention")["conversation"];
        SaysNothingOf(Assert.Single((await person.PostAsync(submit, Cancel)).Sent));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_connector_that_refuses_the_hello_is_no_error_of_the_bot(int status)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        Connector.Fail(new ConnectorFault(status), new ConnectorFault(status));
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(person.Installation("add", "installationUpdate-add-group"), Cancel)).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.PostAsync(person.New("message-group-mention"), Cancel)).Status);
        Assert.Empty(host.Logs.Errors);
        Assert.Equal(2, host.Logs.Lines.Count(line => line.Text.Contains("did not go out", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connector_that_is_busy_gets_the_answer_of_a_group_once_it_is_not()
    {
        var person = Somebody(await StartAsync());
        Connector.Fail(new ConnectorFault(502));
        var answer = await person.PostAsync(person.New("message-group-mention"), Cancel);
        Assert.Single(answer.Sent, call => call.Delivered);
    }

    // The envelope names the person to whom the message is addressed.
    private static void SaysNothingOf(ConnectorCall answer) => SaysNothingOf(answer.Text + answer.Activity["summary"] + answer.Card);

    private static void SaysNothingOf(string? shown)
    {
        Assert.NotNull(shown);
        Assert.DoesNotContain(Planted.All, word => shown.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("November", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", shown, StringComparison.Ordinal);
    }
}
