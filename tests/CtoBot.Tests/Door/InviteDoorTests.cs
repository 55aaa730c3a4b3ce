using CtoBot.Teams;
using CtoBot.Tests.Support;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>What Teams says of people, as invitations need it.</summary>
public sealed class InviteDoorTests : DoorTest
{
    private const string Id = "0f3c2a10-5b64-4c8e-9a11-2d40c0f7e101";

    [Theory]
    [InlineData("""{ "userRole": "user" }""", "Invitation for")]
    [InlineData("""{ "userRole": "user", "tenantId": "7F3C2A10-5b64-4c8e-9a11-2d40c0f7e001" }""", "Invitation for")]
    [InlineData("""{ "userRole": "guest" }""", "for colleagues")]
    [InlineData("""{ "userRole": "anonymous" }""", "for colleagues")]
    [InlineData("""{ "userRole": "user", "tenantId": "0f3c2a10-0000-4c8e-9a11-2d40c0f7e001" }""", "for colleagues")]
    [InlineData(null, "for colleagues")]
    public async Task The_roster_tells_who_is_a_guest(string? member, string expected)
    {
        var person = await SomebodySetUpAsync(await StartAsync());
        Connector.Roster = id => member is null ? null : new JObject(JObject.Parse(member)) { ["id"] = id };
        await person.PostAsync(person.Words("invite Bo Roy"), Cancel);
        var answer = await person.PressAsync("Save", execute: true, Cancel, ("who", "Bo Roy"), ("mode", "apart"));
        Assert.Contains(expected, answer.Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_does_not_answer_lets_nobody_in_and_asks_to_send_it_again()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        await person.PostAsync(person.Words("invite Bo Roy"), Cancel);
        Connector.Fail(new ConnectorFault(503));
        var answer = await person.PressAsync("Save", execute: true, Cancel, ("who", "Bo Roy"), ("mode", "apart"));
        Assert.Contains(answer.Sent, AsksToSendAgain);
        Assert.Null((await host.StateOfAsync(person.Person, Cancel))!.Pairs);
    }

    [Theory]
    [InlineData("""[{ "id": "29:a", "name": "Ann Lee", "aadObjectId": "0F3C2A10-5b64-4c8e-9a11-2d40c0f7e101" }]""", "Ann Lee=" + Id)]
    [InlineData("""[{ "id": "29:a", "name": "Ann Lee" }]""", "Ann Lee=")]
    [InlineData("""[{ "id": "29:a", "name": "Ann Lee", "aadObjectId": "ann" }]""", "Ann Lee=")]
    [InlineData("""[{ "id": "29:a", "name": "Ann Lee" }, { "id": "29:b", "name": "Bo Roy" }, { "id": "29:a", "name": "Ann Lee" }]""", "Ann Lee= Bo Roy=")]
    [InlineData("""[{ "id": "28:0f3c2a10-5b64-4c8e-9a11-2d40c0f7e101", "name": "Helper", "aadObjectId": "0f3c2a10-5b64-4c8e-9a11-2d40c0f7e101" }]""", "")]
    [InlineData("""[{ "id": "x", "role": "bot", "name": "Helper" }, { "id": "me", "name": "CtoBot" }]""", "")]
    [InlineData("""[{ "id": "29:a" }, { "id": "29:b", "name": " " }, "Ann", null, { "id": 1, "name": 2 }]""", "")]
    public void Mentions_are_people_with_the_id_that_Teams_tells(string mentioned, string expected)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Recipient = new ChannelAccount("me"),
            Entities = [.. JArray.Parse(mentioned).Select(item => new Entity("mention") { Properties = new JObject { ["mentioned"] = item, ["text"] = "<at>x</at>" } })],
        };
        Assert.Equal(expected, string.Join(' ', ActivityReader.MentionsOf(activity).Select(person => $"{person.Name}={person.AadObjectId}")));
    }
}
