using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CtoBot.Core.Reading;

/// <summary>One of the answers a person can choose from.</summary>
/// <param name="Value">What is stored and what a card's input sends; stable, not translated, without commas.</param>
/// <param name="Label">What the person sees.</param>
/// <param name="Aliases">Other words for the same option, for example <c>mon</c> for Monday.</param>
[method: JsonConstructor]
public sealed record ChoiceOption(string Value, string Label, ImmutableArray<string> Aliases)
{
    /// <summary>An option without other words for it.</summary>
    public ChoiceOption(string value, string label)
        : this(value, label, [])
    {
    }
}
