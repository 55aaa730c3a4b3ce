using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Support;

/// <summary>A card in a chat, as its reader sees it.</summary>
/// <param name="MessageId">The message that shows it.</param>
/// <param name="Content">The Adaptive Card.</param>
public sealed record ShownCard(string MessageId, JObject Content)
{
    /// <summary>All that stands on it, in reading order.</summary>
    public string Text => string.Join('\n', Content.Descendants().OfType<JProperty>()
        .Where(property => property.Name is "text" or "title" or "label" or "value" && property.Value.Type == JTokenType.String)
        .Select(property => (string)property.Value!));

    /// <summary>Every Action.Execute, at the foot and in the body.</summary>
    public ImmutableArray<JObject> Actions =>
        [.. Content.Descendants().OfType<JObject>().Where(candidate => (string?)candidate["type"] == "Action.Execute")];

    /// <summary>The button with this label.</summary>
    public JObject Button(string label) => Actions.FirstOrDefault(action => (string?)action["title"] == label)
        ?? throw new InvalidOperationException($"There is no '{label}' on:\n{Text}");

    /// <summary>The boxes that tick a step, from the top.</summary>
    public ImmutableArray<JObject> Ticks => [.. Actions.Where(action => (string?)action["verb"] == "tick")];

    /// <summary>What a client sends for a button: its data, what stands in the inputs unless it looks at none, and what the person enters.</summary>
    /// <param name="action">An Action.Execute, or the Action.Submit that is its fallback.</param>
    /// <param name="fields">What the person enters, by question id.</param>
    public JObject DataOf(JObject action, params IEnumerable<(string Question, string Value)> fields)
    {
        var data = (JObject)action["data"]!.DeepClone();
        if ((string?)action["associatedInputs"] != "none")
        {
            foreach (var input in Content.Descendants().OfType<JObject>().Where(IsInput))
            {
                if (input["value"] is { Type: not JTokenType.Null } value)
                    data[(string)input["id"]!] = value;
            }
        }

        foreach (var (question, value) in fields)
            data["q." + question] = value;
        return data;
    }

    private static bool IsInput(JObject element) => ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true;
}
