using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtoBot.Cards;
using CtoBot.Turns;

namespace CtoBot.Benchmarks.Turns;

/// <summary>An activity as Teams sends it, of which only the person and the activity's id differ: so that making one costs next to nothing.</summary>
internal sealed class ActivityTemplate
{
    private const int Digits = 10;
    private const string User = "aaaaaaaaaa";
    private const string Id = "bbbbbbbbbb";
    private readonly byte[] json;
    private readonly int[] users;
    private readonly int[] ids;

    private ActivityTemplate(JsonObject activity)
    {
        json = Encoding.UTF8.GetBytes(activity.ToJsonString());
        users = Places(User);
        ids = Places(Id);
    }

    /// <summary>The tenant of all.</summary>
    public const string Tenant = "tenant";

    /// <summary>The person of a number.</summary>
    public static PersonKey Person(int number) => new(Tenant, number.ToString("D10", CultureInfo.InvariantCulture));

    /// <summary>A pressed button as an invoke, whose response is the next card.</summary>
    public static ActivityTemplate Execute(Press press, string serviceUrl)
    {
        var activity = Sample("adaptiveCard-action", serviceUrl);
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Next", ["verb"] = press.Action.Verb, ["data"] = Data(press) },
        };
        return new(activity);
    }

    /// <summary>A pressed button as a message, whose card the bot replaces by a call of the connector.</summary>
    public static ActivityTemplate Submit(Press press, string serviceUrl)
    {
        var activity = Sample("message-submit", serviceUrl);
        activity["value"] = Data(press);
        return new(activity);
    }

    /// <summary>The activity of a person.</summary>
    public byte[] Make(int person, long id)
    {
        var made = json.AsSpan().ToArray();
        Write(made, users, person);
        Write(made, ids, id);
        return made;
    }

    private static JsonObject Data(Press press)
    {
        var data = JsonSerializer.SerializeToNode(CardData.Write(press.Action))!.AsObject();
        foreach (var (question, value) in press.Fields)
            data[CardData.InputId(question)] = value;
        return data;
    }

    private static JsonObject Sample(string name, string serviceUrl)
    {
        var activity = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json")))!.AsObject();
        activity["id"] = "activity-" + Id;
        activity["serviceUrl"] = serviceUrl;
        activity["from"] = new JsonObject { ["id"] = "29:" + User, ["name"] = "Alex Chen", ["aadObjectId"] = User };
        activity["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = "a:" + User };
        activity["channelData"]!["tenant"]!["id"] = Tenant;
        return activity;
    }

    private static void Write(Span<byte> made, int[] places, long number)
    {
        foreach (var place in places)
            number.TryFormat(made[place..(place + Digits)], out _, "D10", CultureInfo.InvariantCulture);
    }

    private int[] Places(string word)
    {
        var found = new List<int>();
        var sought = Encoding.UTF8.GetBytes(word);
        for (var at = 0; json.AsSpan(at).IndexOf(sought) is >= 0 and var next; at += next + Digits)
            found.Add(at + next);
        return [.. found];
    }
}
