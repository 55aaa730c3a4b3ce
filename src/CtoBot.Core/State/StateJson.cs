using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using NodaTime.Serialization.SystemTextJson;

namespace CtoBot.Core.State;

/// <summary>Writes and reads a <see cref="PersonState"/> as JSON.</summary>
public static class StateJson
{
    private static readonly StateJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            NodaConverters.InstantConverter,
            NodaConverters.LocalDateConverter,
            NodaConverters.LocalTimeConverter,
            new JsonStringEnumConverter<Partners.PartnerRole>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Partners.HoldingMode>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Partners.OfferPeriod>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Partners.OfferStatus>(JsonNamingPolicy.CamelCase),
            NodaConverters.LocalDateTimeConverter,
            new JsonStringEnumConverter<DraftStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Readout.QuoteUse>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Sharing.ShareStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Reminders.DueKind>(JsonNamingPolicy.CamelCase),
        },
    });

    /// <summary>The document.</summary>
    public static string Write(PersonState state) => JsonSerializer.Serialize(state, Context.PersonState);

    /// <summary>Reads a document, and upgrades one of an older schema.</summary>
    /// <exception cref="NewerSchemaException">A newer program wrote it: it must be left untouched.</exception>
    /// <exception cref="JsonException">It is no state document.</exception>
    public static PersonState Read(string json) => Read(json, Upgrades);

    /// <summary>A filed dialog as JSON.</summary>
    public static string WriteDraft(Draft draft) => JsonSerializer.Serialize(draft, Context.Draft);

    /// <summary>Reads a filed dialog.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Draft ReadDraft(string json) => JsonSerializer.Deserialize(json, Context.Draft) ?? throw new JsonException("The dialog is null.");

    internal static PersonState Read(string json, IReadOnlyList<Action<JsonObject>> upgrades)
    {
        // The schema stands first, so that the usual document is read once.
        var schema = SchemaOf(json);
        if (schema > upgrades.Count)
            throw new NewerSchemaException(schema, upgrades.Count);
        if (schema < upgrades.Count)
            json = Upgrade(json, schema, upgrades);
        return JsonSerializer.Deserialize(json, Context.PersonState) ?? throw new JsonException("The state document is null.");
    }

    /// <summary>
    /// What makes a document of schema n one of schema n + 1, at index n. There was no schema 0 outside the house:
    /// its upgrade only names the schema.
    /// </summary>
    private static readonly IReadOnlyList<Action<JsonObject>> Upgrades = [_ => { }];

    private static int SchemaOf(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json.Length > 64 ? json[..64] : json), isFinalBlock: json.Length <= 64, default);
        while (reader.Read() && reader.CurrentDepth <= 1)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("schema"u8))
                return reader.Read() ? reader.GetInt32() : 0;
        }

        return 0;
    }

    private static string Upgrade(string json, int schema, IReadOnlyList<Action<JsonObject>> upgrades)
    {
        var document = JsonNode.Parse(json)?.AsObject() ?? throw new JsonException("The state document is null.");
        for (; schema < upgrades.Count; schema++)
            upgrades[schema](document);
        document["schema"] = upgrades.Count;
        return document.ToJsonString();
    }
}

/// <summary>A state document was written by a newer program than this one.</summary>
public sealed class NewerSchemaException : Exception
{
    /// <summary>With both schema versions.</summary>
    public NewerSchemaException(int found, int known)
        : base($"The state document has schema {found}; this program knows {known}. Run the newer program: nothing was changed.")
    {
    }

    /// <inheritdoc/>
    public NewerSchemaException()
    {
    }

    /// <inheritdoc/>
    public NewerSchemaException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public NewerSchemaException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

[JsonSerializable(typeof(PersonState))]
[JsonSerializable(typeof(Draft))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
