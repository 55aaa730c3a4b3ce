using Newtonsoft.Json.Linq;

namespace Sdk.Tests.BotBuilder.Support;

/// <summary>Activities as JSON.</summary>
public static class Json
{
    /// <summary>A message from a person to the bot in a personal chat.</summary>
    public static JObject Message(string serviceUrl, string text = "hello") => new()
    {
        ["type"] = "message",
        ["id"] = "in-1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JObject { ["id"] = "29:person", ["name"] = "Ada" },
        ["recipient"] = new JObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["conversation"] = new JObject { ["id"] = "a:1/2", ["conversationType"] = "personal" },
        ["text"] = text,
    };

    /// <summary>An invoke with a name and a value.</summary>
    public static JObject Invoke(string serviceUrl, string? name, JToken? value)
    {
        var invoke = Message(serviceUrl);
        invoke.Remove("text");
        invoke["type"] = "invoke";
        if (name is not null)
            invoke["name"] = name;
        if (value is not null)
            invoke["value"] = value;
        return invoke;
    }

    /// <summary>Parses JSON and leaves dates as the text they are.</summary>
    public static JToken Parse(string json) =>
        Newtonsoft.Json.JsonConvert.DeserializeObject<JToken>(json, new Newtonsoft.Json.JsonSerializerSettings { DateParseHandling = Newtonsoft.Json.DateParseHandling.None })!;
}
