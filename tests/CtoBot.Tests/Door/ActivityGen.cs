using System.Reflection;
using System.Text;
using CtoBot.Core;
using CtoBot.Tests.Partners;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>Activities that no client would send: captured ones with their parts changed, dropped, repeated and swapped, and at times their bytes.</summary>
internal static class ActivityGen
{
    private static readonly string[] Samples = ["message", "message-submit", "adaptiveCard-action", "installationUpdate-add", "conversationUpdate-membersAdded", "message-group-mention", "installationUpdate-add-group"];

    private static readonly string[] Types = ["message", "invoke", "installationUpdate", "conversationUpdate", "messageReaction", "event", "typing", "endOfConversation", "messageUpdate", "messageDelete", "handoff", "trace", "nonsense"];

    private static readonly string[] Names = ["type", "name", "id", "text", "value", "from", "recipient", "conversation", "channelData", "entities", "attachments", "membersAdded", "membersRemoved", "reactionsAdded", "locale", "localTimezone", "replyToId", "action", "verb", "data", "tenant", "team", "channel", "aadObjectId", "isGroup", "conversationType", "tenantId", "serviceUrl", "timestamp", "$type", "$ref", "__proto__"];

    private static readonly Gen<string> AnyText = Gen.Frequency(
        (3, Gen.Elements(NaughtyStrings.All.ToArray())),
        (2, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")),
        (3, Gen.Elements(ContentLibraryWords())));

    private static readonly Gen<JToken> AnyScalar = Gen.OneOf(
        AnyText.Select(JToken (text) => text),
        Gen.Choose(int.MinValue, int.MaxValue).Select(JToken (number) => number),
        Gen.Elements<JToken>(JValue.CreateNull(), true, false, new JRaw("1e999"), new JRaw("-0"), new JRaw("123456789012345678901234567890"), "2026-13-45T99:99:99Z", "2026-11-27T08:00:00Z").Select(token => token.DeepClone()));

    private static readonly Gen<JToken> AnyJson = Nested(3);

    private static readonly Gen<Action<JObject>> Change = Gen.Frequency(
        (4, from at in Gen.Choose(0, 200) from json in AnyJson select (Action<JObject>)(activity => Replace(activity, at, json))),
        (2, from at in Gen.Choose(0, 200) select (Action<JObject>)(activity => Find(activity, at)?.Remove())),
        (2, from name in Gen.Elements(Names) from json in AnyJson select (Action<JObject>)(activity => activity[name] = json.DeepClone())),
        (2, from text in AnyText select (Action<JObject>)(activity => activity["text"] = text)),
        (1, from type in Gen.Elements(Types) select (Action<JObject>)(activity => activity["type"] = type)),
        (1, from one in Gen.Choose(0, 200) from other in Gen.Choose(0, 200) select (Action<JObject>)(activity => Replace(activity, one, Find(activity, other)?.Value))),
        (4, from verb in Gen.Elements(Constants(typeof(Verbs))) from data in Data select (Action<JObject>)(activity => activity["value"] = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } })),
        (2, from data in Data select (Action<JObject>)(activity => activity["value"] = data.DeepClone())));

    private static Gen<JObject> Data =>
        from keys in Gen.SubListOf(Constants(typeof(DataKeys)))
        from values in Aim.ListOf(keys.Count)
        from question in Gen.Elements("note", "company", "hat", "start", "zone", "list.name", "date", "time", "words", "")
        from answer in AnyScalar
        select new JObject(keys.Zip(values).Select(pair => new JProperty(pair.First, pair.Second)).Append(new JProperty("q." + question, answer.DeepClone())));

    private static readonly Gen<string> Aim = Gen.Frequency(
        (3, AnyText),
        (4, Gen.Elements("setup", "note", "visit", "debrief", "customer", "customers", "five-success", "five-offer", "*", "c1", "v1", "v2", "step:a/today", "customer:c1", "pair:x", "day:1", "undo", "1", "0", "-1")),
        (3, Gen.Elements(Constants(typeof(Views)))));

    /// <summary>A body of a request, made of one of a person's activities.</summary>
    /// <param name="of">Makes the person's activity of a sample.</param>
    public static Gen<byte[]> Bodies(Func<string, JObject> of) =>
        from sample in Gen.Elements(Samples)
        from changes in Change.ListOf().Resize(6)
        from damage in Gen.Frequency((12, Gen.Constant(-1)), (1, Gen.Choose(0, 2_000)))
        select Damaged(Changed(of(sample), changes), damage);

    private static JObject Changed(JObject activity, IEnumerable<Action<JObject>> changes)
    {
        foreach (var change in changes)
            change(activity);
        return activity;
    }

    private static byte[] Damaged(JObject activity, int at)
    {
        var bytes = Encoding.UTF8.GetBytes(activity.ToString(Formatting.None));
        if (at >= 0 && at < bytes.Length)
            bytes[at] ^= 0x15;
        return bytes;
    }

    private static JProperty? Find(JObject activity, int at) => activity.Descendants().OfType<JProperty>().ToList() is { Count: > 0 } all ? all[at % all.Count] : null;

    private static void Replace(JObject activity, int at, JToken? by)
    {
        if (by is not null && Find(activity, at) is { } property)
            property.Value = by.DeepClone();
    }

    private static Gen<JToken> Nested(int depth) => depth == 0
        ? AnyScalar
        : Gen.Frequency(
            (6, AnyScalar),
            (1, Nested(depth - 1).ListOf().Resize(4).Select(JToken (items) => new JArray(items.Select(item => item.DeepClone())))),
            (2, Gen.Elements(Names).ListOf().Resize(4).SelectMany(names => Nested(depth - 1).ListOf(names.Count).Select(JToken (values) =>
                new JObject(names.Zip(values).DistinctBy(pair => pair.First).Select(pair => new JProperty(pair.First, pair.Second.DeepClone())))))));

    private static string[] ContentLibraryWords() =>
        [.. PairBot.Library.For("en").Commands.All.SelectMany(command => command.Says).Where(words => !words.Contains("delete", StringComparison.Ordinal)), "cto", "cmo", "tomorrow", "7:30", "Europe/Berlin", "note 1: x", "skip 2", "move 3 to tomorrow", "Acme | Berlin | Mia | 2027-01-31 | 5 EUR"];

    private static string[] Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
