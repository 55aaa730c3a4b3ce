using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

/// <summary>What the attributes of elements say about their JSON, as the serializer itself understands them.</summary>
internal static class ContractOracle
{
    private static readonly DefaultContractResolver Library = new(), Oracle = new OracleResolver();

    /// <summary>Compares text for text, or error for error, what the library writes with what the contracts say: with nulls and without, indented and not.</summary>
    public static void SameText(object value)
    {
        foreach (var nulls in Enum.GetValues<NullValueHandling>())
        {
            foreach (var format in Enum.GetValues<Formatting>())
            {
                Assert.Equal(
                    Outcome(value, new() { ContractResolver = Oracle, NullValueHandling = nulls, Formatting = format }),
                    Outcome(value, new() { ContractResolver = Library, NullValueHandling = nulls, Formatting = format }));
            }
        }
    }

    /// <summary>The same with other settings.</summary>
    /// <returns>What was written, or the error.</returns>
    public static string SameText(object value, Action<JsonSerializerSettings> change)
    {
        JsonSerializerSettings expected = new() { ContractResolver = new OracleResolver() }, actual = new() { ContractResolver = new DefaultContractResolver() };
        change(expected);
        change(actual);
        var text = Outcome(value, actual);
        Assert.Equal(Outcome(value, expected), text);
        return text;
    }

    private static string Outcome(object value, JsonSerializerSettings settings)
    {
        try
        {
            return JsonConvert.SerializeObject(value, settings);
        }
        catch (JsonSerializationException e)
        {
            return e.Message;
        }
    }

    private sealed class OracleResolver : DefaultContractResolver
    {
        protected override JsonConverter? ResolveContractConverter(Type objectType) =>
            typeof(AdaptiveTypedElement).IsAssignableFrom(objectType) ? null : base.ResolveContractConverter(objectType);
    }
}
