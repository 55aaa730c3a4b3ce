using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CtoBot.Manifest;

/// <summary>
/// Fills the template of the manifest. A placeholder is a setting (<c>{{domain}}</c>), a text of the package (<c>{{text.tab}}</c>),
/// or what a person types for a command of the bot (<c>{{say.today}}</c>). The latter two differ between languages.
/// </summary>
/// <param name="value">The value of a placeholder; null for one that does not exist.</param>
internal sealed partial class ManifestTemplate(Func<string, string?> value)
{
    /// <summary>The template with everything filled in.</summary>
    /// <exception cref="InvalidOperationException">It names a placeholder that does not exist.</exception>
    public JsonObject Fill(string template)
    {
        var manifest = JsonNode.Parse(template)!.AsObject();
        foreach (var (_, leaf) in Leaves(manifest, ""))
            leaf.ReplaceWith(Filled(leaf.GetValue<string>()));
        return manifest;
    }

    /// <summary>The file by which Teams shows the same manifest in another language: path in the manifest to text.</summary>
    /// <exception cref="InvalidOperationException">The template names a placeholder that does not exist.</exception>
    public JsonObject Localize(string template) => new(
        Leaves(JsonNode.Parse(template)!, "")
            .Where(leaf => Placeholder().Matches(leaf.Value.GetValue<string>()).Any(match => match.Groups[1].Value.Contains('.', StringComparison.Ordinal)))
            .Select(leaf => KeyValuePair.Create(leaf.Path, (JsonNode?)Filled(leaf.Value.GetValue<string>())))
            .Prepend(KeyValuePair.Create("$schema", (JsonNode?)LocalizationSchema(template))));

    /// <summary>The one of the same version as the manifest's.</summary>
    private static string LocalizationSchema(string template) =>
        JsonNode.Parse(template)!["$schema"]!.GetValue<string>().Replace("MicrosoftTeams.schema", "MicrosoftTeams.Localization.schema", StringComparison.Ordinal);

    private string Filled(string text) => Placeholder().Replace(text, match =>
        value(match.Groups[1].Value) ?? throw new InvalidOperationException($"manifest.json: there is no {match.Value}."));

    /// <summary>The texts in a node with their paths, as Teams writes these: <c>bots[0].commandLists[1].scopes[0]</c>.</summary>
    private static IEnumerable<(string Path, JsonValue Value)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject parent => parent.ToList().SelectMany(child => Leaves(child.Value, path.Length == 0 ? child.Key : $"{path}.{child.Key}")),
        JsonArray list => list.ToList().SelectMany((child, index) => Leaves(child, $"{path}[{index}]")),
        JsonValue leaf when leaf.GetValueKind() == System.Text.Json.JsonValueKind.String => [(path, leaf)],
        _ => [],
    };

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
