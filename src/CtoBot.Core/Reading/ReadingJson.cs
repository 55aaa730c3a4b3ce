using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CtoBot.Core.Reading;

/// <summary>How the language files of the readers are deserialised: strictly, so that a misspelt key is noticed at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(Places))]
internal sealed partial class ReadingJson : JsonSerializerContext
{
    /// <summary>Deserialises a language file.</summary>
    /// <exception cref="FormatException">The message names the file, the path in it and the reason.</exception>
    internal static T Parse<T>(string json, JsonTypeInfo<T> type, string file)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Invalid(file, "$", "it is null");
        }
        catch (JsonException error)
        {
            throw new FormatException($"{file}, {error.Path ?? "$"}: {error.Message}", error);
        }
    }

    internal static FormatException Invalid(string file, string path, string reason) => new($"{file}, {path}: {reason}");
}
