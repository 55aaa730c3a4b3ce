using System.Text.Json;
using System.Text.Json.Serialization;
using CtoBot.Core.State;
using NodaTime.Serialization.SystemTextJson;

namespace CtoBot.Core.Partners;

/// <summary>Writes and reads a <see cref="PartnershipState"/> as JSON.</summary>
public static class PartnershipJson
{
    private static readonly PartnershipJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            NodaConverters.InstantConverter,
            NodaConverters.LocalDateConverter,
            NodaConverters.LocalTimeConverter,
            new JsonStringEnumConverter<PartnerRole>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<HoldingMode>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<InvitationStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<OfferPeriod>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<OfferStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<PairNews>(JsonNamingPolicy.CamelCase),
        },
    });

    /// <summary>The document.</summary>
    public static string Write(PartnershipState pair) => JsonSerializer.Serialize(pair, Context.PartnershipState);

    /// <summary>Reads a document.</summary>
    /// <exception cref="NewerSchemaException">A newer program wrote it: it must be left untouched.</exception>
    /// <exception cref="JsonException">It is no partnership.</exception>
    public static PartnershipState Read(string json)
    {
        var pair = JsonSerializer.Deserialize(json, Context.PartnershipState) ?? throw new JsonException("The partnership is null.");
        return pair.Schema > PartnershipState.CurrentSchema ? throw new NewerSchemaException(pair.Schema, PartnershipState.CurrentSchema) : pair;
    }
}

[JsonSerializable(typeof(PartnershipState))]
internal sealed partial class PartnershipJsonContext : JsonSerializerContext;
