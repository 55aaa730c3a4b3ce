using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CtoBot.EndToEnd;

/// <summary>The smallest bot that can prove the driver: it answers a message with a card, and the card's button with another.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _connector = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _met = new(StringComparer.Ordinal);

    private Task _mayReply = Task.CompletedTask;

    private EchoBot(WebApplication app) => _app = app;

    public Uri Endpoint => new(new Uri(_app.Urls.First()), "api/messages");

    public static async Task<EchoBot> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // What fails here is told, so that it is not taken for a failure of the driver.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Error);
        var bot = new EchoBot(builder.Build());
        bot._app.MapPost("/api/messages", bot.OnActivityAsync);
        await bot._app.StartAsync(cancellationToken);
        return bot;
    }

    public static JsonObject Card(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true },
            new JsonObject { ["type"] = "Input.Text", ["id"] = "name", ["label"] = "Your name" },
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = "hat",
                ["label"] = "Your hat",
                ["choices"] = new JsonArray(
                    new JsonObject { ["title"] = "Chief technology officer", ["value"] = "cto" },
                    new JsonObject { ["title"] = "Chief marketing officer", ["value"] = "cmo" }),
            },
            new JsonObject { ["type"] = "Input.Toggle", ["id"] = "done", ["title"] = "Done", ["label"] = "State" }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "Save", ["verb"] = "save" }),
    };

    /// <summary>Waits until the Playground has told of a chat that it opened: before that it knows no conversation to answer in.</summary>
    /// <param name="kind">Its conversation type.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task MetAsync(string kind, CancellationToken cancellationToken) => Met(kind).Task.WaitAsync(cancellationToken);

    /// <summary>
    /// Keeps back what the bot says to the next messages. A channel needs it: the page drops, without a word, a reply to a post
    /// that it does not show yet, and this bot may answer sooner than the page has heard that its post was taken.
    /// </summary>
    /// <returns>Its completion lets the replies go.</returns>
    public TaskCompletionSource HoldReplies()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _mayReply = release.Task;
        return release;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _connector.Dispose();
    }

    private async Task<IResult> OnActivityAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        if ((string?)activity["type"] == "invoke")
        {
            var data = activity["value"]!["action"]!["data"]!;
            return Results.Json(new JsonObject
            {
                ["statusCode"] = 200,
                ["type"] = "application/vnd.microsoft.card.adaptive",
                ["value"] = Card($"Saved {data["name"]}, {data["hat"]}, {data["done"]}"),
            });
        }

        if ((string?)activity["type"] == "conversationUpdate")
            Met((string)activity["conversation"]!["conversationType"]!).TrySetResult();
        if ((string?)activity["type"] == "message")
            await ReplyAsync(activity, cancellationToken);
        return Results.Ok();
    }

    private TaskCompletionSource Met(string kind) => _met.GetOrAdd(kind, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ReplyAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        await _mayReply.WaitAsync(cancellationToken);
        var conversation = Uri.EscapeDataString((string)activity["conversation"]!["id"]!);
        var reply = new JsonObject
        {
            ["type"] = "message",
            ["from"] = activity["recipient"]!.DeepClone(),
            ["recipient"] = activity["from"]!.DeepClone(),
            ["conversation"] = activity["conversation"]!.DeepClone(),
            ["replyToId"] = activity["id"]!.DeepClone(),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = Card($"You said {activity["text"]} in a {activity["conversation"]!["conversationType"]} chat"),
            }),
        };
        using var answer = await _connector.PostAsJsonAsync(
            new Uri($"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities/{activity["id"]}"), reply, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
