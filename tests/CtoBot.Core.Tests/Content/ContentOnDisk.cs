using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;

namespace CtoBot.Core.Tests.Content;

/// <summary>The built-in content as authors see it: files of the repository, read without the bot's own loader.</summary>
internal static class ContentOnDisk
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Root { get; } = RepositoryRoot();

    public static string Folder { get; } = Path.Combine(Root, "src", "CtoBot.Core", "Content");

    /// <summary>The files that this folder's tests are about, relative to <see cref="Folder"/>.</summary>
    public static IEnumerable<string> Files =>
        ["en/plan.json", "en/five.json", .. FlowIds.Select(id => $"en/flows/{id}.json")];

    public static IEnumerable<string> FlowIds =>
        Directory.EnumerateFiles(Path.Combine(Folder, "en", "flows"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static PlanContent Plan() => Read<PlanContent>("en/plan.json");

    public static FiveContent Five() => Read<FiveContent>("en/five.json");

    public static Flow Flow(string id) => Read<Flow>($"en/flows/{id}.json");

    public static JsonNode Node(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    /// <summary>Every text in a file with its path in it, e.g. "$.phases[0].title".</summary>
    public static IEnumerable<(string Path, string Text)> Texts(string file) => Texts(Node(file));

    private static IEnumerable<(string Path, string Text)> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(value.GetPath(), value.GetValue<string>())],
        _ => [],
    };

    /// <summary>Reads strictly: an unknown member, a missing one or a null where none may be is an error.</summary>
    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Strict)!;

    private static T Read<T>(string file) => Parse<T>(File.ReadAllText(Path.Combine(Folder, file)));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CtoBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return folder;
    }
}
