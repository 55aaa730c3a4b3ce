using System.Globalization;
using System.Runtime.Serialization;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Reads and writes cards with contracts that are built once for the process.</summary>
internal static class CardJson
{
    private static readonly DefaultContractResolver Contracts = new();

    private static readonly JsonSerializer Writer = JsonSerializer.Create(new JsonSerializerSettings { ContractResolver = Contracts });

    public static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        Writer.Serialize(json, value);
        return text.ToString();
    }

    public static AdaptiveCardParseResult Read(string json)
    {
        var result = new AdaptiveCardParseResult();
        // The result travels in the serializer's context, so that converters can add warnings to it.
#pragma warning disable SYSLIB0050 // Newtonsoft.Json takes its context in this type; nothing is serialized by a formatter.
        var context = new StreamingContext(StreamingContextStates.Other, result);
#pragma warning restore SYSLIB0050
        var serializer = JsonSerializer.Create(new JsonSerializerSettings
        {
            ContractResolver = Contracts,
            Context = context,
            DateParseHandling = DateParseHandling.None,
        });
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
            result.Card = serializer.Deserialize<AdaptiveCard>(reader)
                ?? throw new AdaptiveSerializationException("The text is empty: a card was expected.");
        }
        catch (JsonException e)
        {
            throw new AdaptiveSerializationException(e.Message, e);
        }
        return result;
    }

    /// <summary>Adds a warning to the parse result, when a card is read through <see cref="Read"/>.</summary>
    public static void Warn(this JsonSerializer serializer, int code, string message)
    {
        if (serializer.Context.Context is AdaptiveCardParseResult result) result.Warnings.Add(new AdaptiveWarning(code, message));
    }
}
