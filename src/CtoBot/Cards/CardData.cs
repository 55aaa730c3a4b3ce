using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using Newtonsoft.Json.Linq;

namespace CtoBot.Cards;

/// <summary>
/// A <see cref="CardAction"/> as the <c>data</c> of a button, and back from what a client sends. What comes back is not to be trusted:
/// anyone who can write to the bot can send any JSON.
/// </summary>
public static class CardData
{
    /// <summary>
    /// What the id of an input begins with. A client mixes the inputs with the data of the button, so that an input called
    /// "step" would otherwise replace the step that the button is about.
    /// </summary>
    public const string InputPrefix = "q.";

    /// <summary>The verb stands in the data as well, for clients that know no Action.Execute and send an Action.Submit.</summary>
    private const string VerbKey = "verb";

    private static readonly FrozenSet<string> Keys = FrozenSet.ToFrozenSet(
        [DataKeys.Flow, DataKeys.Subject, DataKeys.Page, DataKeys.About, DataKeys.Seen, DataKeys.Line, DataKeys.Stay, DataKeys.Form, DataKeys.Other, DataKeys.Mark, DataKeys.Step, DataKeys.View, DataKeys.Words, DataKeys.Pair, DataKeys.Item, DataKeys.Choice],
        StringComparer.Ordinal);

    /// <summary>The id of the input that asks a question.</summary>
    public static string InputId(string question) => InputPrefix + question;

    /// <summary>The data of a button.</summary>
    /// <returns>The properties of the JSON, in the order in which they are written. Every row of a list has a button or two: tokens would cost four times as much.</returns>
    public static Dictionary<string, string> Write(CardAction action)
    {
        var data = new Dictionary<string, string>(action.Data.Count + 1, StringComparer.Ordinal) { [VerbKey] = action.Verb };
        KeyValuePair<string, string>[] carried = [.. action.Data];
        Array.Sort(carried, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        foreach (var (key, value) in carried)
            data[key] = value;
        return data;
    }

    /// <summary>What a client sent. Never throws, whatever it is.</summary>
    /// <param name="verb">The verb of an invoke, or null or empty for a message.</param>
    /// <param name="data">The invoke's <c>action.data</c>, or the message's <c>value</c>.</param>
    /// <returns>
    /// The action, and what stood in the inputs by question id; null if there is no verb, so that it is no button of ours.
    /// </returns>
    public static (CardAction Action, ImmutableDictionary<string, string> Fields)? Read(string? verb, JToken? data)
    {
        var values = data as JObject ?? [];
        var named = string.IsNullOrEmpty(verb) ? Words(values[VerbKey]) : verb;
        if (string.IsNullOrEmpty(named))
            return null;

        var carried = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            if (Keys.Contains(key) && Words(value) is { } words)
                carried[key] = words;
            else if (key.StartsWith(InputPrefix, StringComparison.Ordinal) && Field(value) is { } field)
                fields[key[InputPrefix.Length..]] = field;
        }

        return (new CardAction(named, carried.ToImmutable()), fields.ToImmutable());
    }

    private static string? Words(JToken? value) => value is { Type: JTokenType.String } ? value.Value<string>() : null;

    /// <summary>An input as text. Clients send numbers and toggles in their own types, and some send a list for several choices.</summary>
    private static string? Field(JToken? value) => value switch
    {
        JArray several when several.All(item => Scalar(item) is not null) => string.Join(',', several.Select(Scalar)),
        _ => Scalar(value),
    };

    private static string? Scalar(JToken? value) => (value as JValue)?.Value switch
    {
        string words => words,
        bool yes => yes ? "true" : "false",
        // A text such as 2026-11-27T08:00:00Z, which the reader of the activity took for a date.
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
