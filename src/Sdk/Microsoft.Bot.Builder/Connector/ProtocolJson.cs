using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Connector;

/// <summary>The JSON of the protocol, in and out. One serializer serves the whole process: building one costs milliseconds.</summary>
internal static class ProtocolJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        // A text that looks like a date stays the text that was sent. Properties that are dates are still read as such.
        DateParseHandling = DateParseHandling.None,
        // "$ref" and its kin are properties like all others.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        CheckAdditionalContent = true,
    });

    /// <summary>In bytes: room for an activity with a card.</summary>
    private const int UsualLength = 12 * 1024;

    /// <summary>Reads JSON in UTF-8.</summary>
    /// <exception cref="JsonException">It is no JSON, is nested deeper than 64 levels, or does not fit the type.</exception>
    public static T Read<T>(Stream utf8)
    {
        using var reader = new JsonTextReader(new StreamReader(utf8, Utf8)) { ArrayPool = Characters.Shared };
        return Serializer.Deserialize<T>(reader);
    }

    /// <summary>Reads JSON that may be anything.</summary>
    /// <returns>The default of the type when it does not fit.</returns>
    public static T ReadOrDefault<T>(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json));
            return Serializer.Deserialize<T>(reader);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Writes JSON in UTF-8; the stream returned is at its beginning.</summary>
    public static MemoryStream Write(object value)
    {
        var stream = new MemoryStream(UsualLength);
        using (var writer = new JsonTextWriter(new StreamWriter(stream, Utf8, leaveOpen: true)) { ArrayPool = Characters.Shared })
            Serializer.Serialize(writer, value);
        stream.Position = 0;
        return stream;
    }

    /// <summary>The body of a request.</summary>
    public static HttpContent WriteContent(object value)
    {
        var content = new StreamContent(Write(value));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    /// <summary>The buffers of readers and writers, from the pool that all of the process share.</summary>
    private sealed class Characters : IArrayPool<char>
    {
        public static readonly Characters Shared = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[] array) => ArrayPool<char>.Shared.Return(array);
    }
}
