using System.Collections.Immutable;
using System.Net;
using System.Text;
using CtoBot.Turns;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Support;

/// <summary>How the bot answered a post.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The JSON object in the body, or null.</param>
/// <param name="Sent">The calls that reached the connector for this conversation meanwhile.</param>
public sealed record PostAnswer(HttpStatusCode Status, JObject? Body, ImmutableList<ConnectorCall> Sent)
{
    /// <summary>The card with which an invoke replaces the pressed one, or null.</summary>
    public JObject? Card => (int?)Body?["statusCode"] == 200 && (string?)Body["type"] == "application/vnd.microsoft.card.adaptive" ? Body["value"] as JObject : null;
}

/// <summary>A person in front of a Teams client: posts what the client would, made from activities that were captured from the Agents Playground.</summary>
/// <param name="bot">The bot's address.</param>
/// <param name="connector">Where the bot's answers go.</param>
/// <param name="user">The person's Entra object id.</param>
/// <param name="tenant">Their tenant.</param>
public sealed class TeamsClient(Uri bot, LoopbackConnector connector, Guid user, string tenant = TeamsClient.Tenant)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private static readonly JsonLoadSettings Load = new();

    /// <summary>The tenant of the samples.</summary>
    public const string Tenant = "7f3c2a10-5b64-4c8e-9a11-2d40c0f7e001";

    /// <summary>Where activities are posted; another host may take over.</summary>
    public Uri Bot { get; set; } = bot;

    /// <summary>Who it is.</summary>
    public PersonKey Person { get; } = new(tenant, user.ToString("D"));

    /// <summary>The private chat with the bot.</summary>
    public string ConversationId { get; } = tenant == Tenant ? $"a:{user:D}" : $"a:{tenant}:{user:D}";

    /// <summary>The latest card of the private chat.</summary>
    public ShownCard Card => Shown ?? throw new InvalidOperationException("No card was shown yet.");

    private ShownCard? Shown { get; set; }

    /// <summary>An activity of this person with a fresh id.</summary>
    /// <param name="sample">The captured activity, by the name of its file without ending.</param>
    public JObject New(string sample)
    {
        var activity = Sample(sample);
        activity["id"] = Guid.NewGuid().ToString("D");
        activity["serviceUrl"] = connector.ServiceUrl;
        activity["conversation"]!["tenantId"] = Person.TenantId;
        activity["channelData"]!["tenant"]!["id"] = Person.TenantId;
        activity["from"]!["id"] = "29:" + Person.UserId;
        activity["from"]!["aadObjectId"] = Person.UserId;
        activity["from"]!["name"] = Planted.Name;
        if ((string?)activity["conversation"]!["conversationType"] == "personal")
            activity["conversation"]!["id"] = ConversationId;
        return activity;
    }

    /// <summary>A captured activity as it is.</summary>
    public static JObject Sample(string sample)
    {
        using var reader = new JsonTextReader(new StringReader(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", sample + ".json"))))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JObject.Load(reader, Load);
    }

    /// <summary>Typed words.</summary>
    public JObject Words(string words)
    {
        var message = New("message");
        message["text"] = words;
        return message;
    }

    /// <summary>The bot is installed, upgraded or removed.</summary>
    public JObject Installation(string action, string sample = "installationUpdate-add")
    {
        var installation = New(sample);
        installation["action"] = action;
        return installation;
    }

    /// <summary>A button, by Action.Execute.</summary>
    public JObject Execute(JObject button, params IEnumerable<(string Question, string Value)> fields)
    {
        var invoke = New("adaptiveCard-action");
        invoke["replyToId"] = Card.MessageId;
        invoke["value"] = new JObject
        {
            ["action"] = new JObject
            {
                ["type"] = "Action.Execute",
                ["title"] = button["title"],
                ["verb"] = button["verb"],
                ["data"] = Card.DataOf(button, fields),
            },
        };
        return invoke;
    }

    /// <summary>A button, by the Action.Submit that is its fallback.</summary>
    public JObject Submit(JObject button, params IEnumerable<(string Question, string Value)> fields)
    {
        var message = New("message-submit");
        message["replyToId"] = Card.MessageId;
        message["value"] = Card.DataOf((JObject)button["fallback"]!, fields);
        return message;
    }

    /// <summary>Says something.</summary>
    public Task<PostAnswer> SayAsync(string words, CancellationToken cancellationToken) => PostAsync(Words(words), cancellationToken);

    /// <summary>Presses a button of the latest card.</summary>
    public Task<PostAnswer> PressAsync(string label, bool execute, CancellationToken cancellationToken, params IEnumerable<(string Question, string Value)> fields) =>
        PostAsync(execute ? Execute(Card.Button(label), fields) : Submit(Card.Button(label), fields), cancellationToken);

    /// <summary>Posts an activity, and sees what becomes of the chat.</summary>
    public async Task<PostAnswer> PostAsync(JObject activity, CancellationToken cancellationToken)
    {
        var before = connector.Calls.Count;
        using var response = await PostAsync(activity.ToString(Formatting.None), cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var conversation = (string?)activity["conversation"]?["id"];
        var sent = connector.Calls.Skip(before).Where(call => call.ConversationId == conversation).ToImmutableList();
        var answer = new PostAnswer(response.StatusCode, text.StartsWith('{') ? JObject.Parse(text) : null, sent);
        See(activity, answer);
        return answer;
    }

    /// <summary>Posts any text as JSON.</summary>
    public Task<HttpResponseMessage> PostAsync(string json, CancellationToken cancellationToken) =>
        PostAsync(new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);

    /// <summary>Posts any body.</summary>
    public Task<HttpResponseMessage> PostAsync(HttpContent content, CancellationToken cancellationToken) => Http.PostAsync(Bot, content, cancellationToken);

    /// <summary>Sends any request to the bot.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = Bot;
        return Http.SendAsync(request, cancellationToken);
    }

    private void See(JObject activity, PostAnswer answer)
    {
        if (answer.Card is { } replaced)
            Shown = new ShownCard((string)activity["replyToId"]!, replaced);
        foreach (var call in answer.Sent.Where(call => call.Delivered && call.ConversationId == ConversationId && call.Card is not null))
            Shown = new ShownCard(call.MessageId!, call.Card!);
    }
}
