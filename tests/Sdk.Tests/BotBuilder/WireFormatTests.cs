using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>The JSON that goes in and out, seen through the HTTP door.</summary>
public sealed class WireFormatTests
{
    // The bot sends what came in back as the body of an invoke.
    private static Task Echo(ITurnContext turn, CancellationToken cancellationToken) => turn.SendActivityAsync(
        new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200, Body = turn.Activity } }, cancellationToken);

    private static async Task<JObject> RoundTripAsync(JObject activity)
    {
        await using var host = await BotHost.StartAsync(Echo);
        var (status, body) = await host.PostAsync(activity.ToString());
        Assert.Equal(HttpStatusCode.OK, status);
        return (JObject)Json.Parse(body);
    }

    [Fact]
    public async Task Every_property_of_the_protocol_survives_a_round_trip()
    {
        var activity = (JObject)Json.Parse("""
            {
              "type": "invoke", "id": "1", "timestamp": "2026-01-02T03:04:05.678Z", "localTimestamp": "2026-01-02T08:34:05.678+05:30",
              "localTimezone": "Asia/Kolkata", "serviceUrl": "http://localhost:1", "channelId": "msteams",
              "from": {"id": "29:a", "name": "A", "aadObjectId": "o", "role": "user"},
              "conversation": {"isGroup": true, "conversationType": "groupChat", "id": "c", "name": "n", "aadObjectId": "o", "role": "r", "tenantId": "t"},
              "recipient": {"id": "28:b"}, "textFormat": "plain", "attachmentLayout": "list",
              "membersAdded": [{"id": "x"}], "membersRemoved": [{"id": "y"}],
              "reactionsAdded": [{"type": "like"}], "reactionsRemoved": [{"type": "sad"}],
              "topicName": "t", "historyDisclosed": false, "locale": "de-CH", "text": "hé 👋", "speak": "s", "inputHint": "acceptingInput", "summary": "s",
              "suggestedActions": {"to": ["x"], "actions": [{"type": "imBack", "title": "a", "image": "i", "text": "t", "displayText": "d", "value": {"deep": [1, null]}, "channelData": {"c": 1}, "imageAltText": "alt"}]},
              "attachments": [{"contentType": "text/html", "contentUrl": "u", "content": "<p>x</p>", "name": "n", "thumbnailUrl": "t"}],
              "entities": [{"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "iOS", "timezone": "Europe/London"}],
              "channelData": {"tenant": {"id": "t"}, "source": {"name": "message"}}, "action": "add", "replyToId": "0", "label": "l", "valueType": "v",
              "value": {"action": {"type": "Action.Execute", "data": {"when": "2026-01-02T08:34:05+05:30", "n": 1.50}}}, "name": "n",
              "relatesTo": {"activityId": "a", "user": {"id": "u"}, "bot": {"id": "b"}, "conversation": {"id": "c"}, "channelId": "x", "locale": "en", "serviceUrl": "s"},
              "code": "c", "expiration": "2026-01-02T03:04:05-08:00", "importance": "high", "deliveryMode": "normal", "listenFor": ["a"],
              "textHighlights": [{"text": "t", "occurrence": 1}], "semanticAction": {"state": "start", "id": "i", "entities": {"e": {"type": "t", "p": 1}}}
            }
            """);
        var echoed = await RoundTripAsync(activity);
        AssertSameJson(activity, echoed);
    }

    [Fact]
    public async Task Properties_that_no_type_defines_survive_a_round_trip()
    {
        var activity = Json.Invoke("http://localhost:1", "n", null);
        activity["brandNew"] = Json.Parse("""{"$ref": "1", "list": [1, "2026-01-02T03:04:05"]}""");
        activity["$type"] = "System.Object, mscorlib";
        activity["from"]!["userRole"] = "guest";
        activity["conversation"]!["threadType"] = "x";
        activity["attachments"] = JArray.Parse("""[{"contentType": "a/b", "extra": true}]""");
        activity["entities"] = JArray.Parse("""[{"type": "mention", "text": "<at>B</at>", "mentioned": {"id": "28:b"}, "more": {"a": 1}}]""");
        AssertSameJson(activity, await RoundTripAsync(activity));
    }

    [Fact]
    public async Task A_null_is_never_sent_and_an_empty_list_is()
    {
        await using var connector = await LoopbackServer.StartAsync();
        await using var host = await BotHost.StartAsync((turn, cancellationToken) => turn.SendActivityAsync(
            new Activity(ActivityTypes.Message) { Attachments = [new Attachment("a/b")], Entities = [], Text = null }, cancellationToken));
        await host.PostAsync(Json.Message(connector.Url).ToString());
        var sent = Assert.Single(connector.Requests);
        Assert.DoesNotContain("null", sent.Body, StringComparison.Ordinal);
        Assert.Equal(["type", "serviceUrl", "channelId", "from", "conversation", "recipient", "attachments", "entities", "replyToId"], sent.Json.Properties().Select(property => property.Name));
        Assert.Empty(sent.Json["entities"]!);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_date_stays_as_it_was_typed()
    {
        object? seen = null;
        await using var host = await BotHost.StartAsync((turn, _) =>
        {
            seen = ((JObject)turn.Activity.Value)["note"];
            return Task.CompletedTask;
        });
        var message = Json.Message("http://localhost:1");
        message["value"] = JObject.Parse("""{"note": "x"}""");
        await host.PostAsync(message.ToString().Replace("\"x\"", "\"2026-03-01T07:30:00+01:00\"", StringComparison.Ordinal));
        Assert.Equal("2026-03-01T07:30:00+01:00", Assert.IsType<JValue>(seen).Value);
    }

    private static void AssertSameJson(JObject expected, JObject actual) =>
        Assert.Equal(Sorted(expected).ToString(), Sorted(actual).ToString());

    private static JToken Sorted(JToken token) => token switch
    {
        JObject json => new JObject(json.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray list => new JArray(list.Select(Sorted)),
        // The clock time, whatever the number of digits behind the second.
        JValue { Value: string text } when DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) && text.Contains('T', StringComparison.Ordinal)
            => time.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
        _ => token.DeepClone(),
    };
}
