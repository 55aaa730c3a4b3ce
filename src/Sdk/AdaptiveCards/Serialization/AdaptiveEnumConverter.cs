using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Writes an enumeration in camel case (<c>extraLarge</c>) and reads it in any case. A value that is not known becomes the
/// default, with a warning: one word of a newer schema must not make the whole card unreadable.
/// </summary>
internal sealed class AdaptiveEnumConverter : StringEnumConverter
{
    public AdaptiveEnumConverter()
        : base(new CamelCaseNamingStrategy(), allowIntegerValues: false)
    {
    }

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        try
        {
            return base.ReadJson(reader, objectType, existingValue, serializer);
        }
        catch (JsonSerializationException e)
        {
            serializer.Warn(-1, e.Message);
            return Nullable.GetUnderlyingType(objectType) is null ? Activator.CreateInstance(objectType) : null;
        }
    }
}
