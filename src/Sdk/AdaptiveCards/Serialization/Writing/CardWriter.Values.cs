using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

// Properties by the types of their values.
internal sealed partial class CardWriter
{
    /// <summary>Whether only formats and the handling of nulls can differ from the default settings: names, defaults and the rest are then known.</summary>
    private static bool IsUsual(JsonSerializer serializer) =>
        serializer is
        {
            DefaultValueHandling: DefaultValueHandling.Include,
            ReferenceLoopHandling: ReferenceLoopHandling.Error,
            PreserveReferencesHandling: PreserveReferencesHandling.None,
            TypeNameHandling: TypeNameHandling.None,
            Converters.Count: 0,
            ContractResolver: DefaultContractResolver { IgnoreShouldSerializeMembers: false } resolver,
        }
        && (resolver.GetType() == typeof(DefaultContractResolver) || resolver.GetType() == typeof(CamelCasePropertyNamesContractResolver));

    private void Name(string name) => json.WritePropertyName(name, escape: false);

    private void Text(string name, string value)
    {
        if (value is null) return;
        Name(name);
        json.WriteValue(value);
    }

    /// <summary>A text whose default is not null.</summary>
    private void Text(string name, string value, string usual)
    {
        if (value == usual) return;
        if (value is null) Null(name);
        else Text(name, value);
    }

    private void Flag(string name, bool value, bool usual = false)
    {
        if (value == usual) return;
        Name(name);
        json.WriteValue(value);
    }

    private void Flag(string name, bool? value)
    {
        if (value is { } flag) Flag(name, flag, usual: !flag);
    }

    private void Number(string name, int value)
    {
        if (value == 0) return;
        Name(name);
        json.WriteValue(value);
    }

    private void Number(string name, double value)
    {
        if (double.IsNaN(value)) return;
        Name(name);
        json.WriteValue(value);
    }

    private void Url(string name, Uri value)
    {
        Name(name);
        json.WriteValue(value);
    }

    private void Height(AdaptiveHeight height)
    {
        Name("height");
        json.WriteValue(height.ToString());
    }

    /// <summary>A value of an enumeration, whose default is its first.</summary>
    private void Word<T>(string name, T value)
        where T : struct, Enum
    {
        if (Unsafe.BitCast<T, int>(value) != 0) Word(name, (T?)value);
    }

    /// <summary>A value of an enumeration, whose default is null.</summary>
    private void Word<T>(string name, T? value)
        where T : struct, Enum
    {
        if (value is not { } set) return;
        Name(name);
        if (EnumWords<T>.Of(set) is { } word) json.WriteValue(word);
        // Its converter says what is wrong with it.
        else serializer.Serialize(json, set);
    }

    private void Element(string name, AdaptiveTypedElement element)
    {
        if (element is null) return;
        Name(name);
        Element(element);
    }

    private void Elements<T>(string name, List<T> elements)
        where T : AdaptiveTypedElement
    {
        if (elements is null)
        {
            Null(name);
            return;
        }
        Name(name);
        json.WriteStartArray();
        foreach (var element in elements)
            Element(element);
        json.WriteEndArray();
    }

    /// <summary>A list of objects without a type, which the caller may have derived from.</summary>
    private void Objects<T>(string name, List<T> objects, Action<CardWriter, T> write)
        where T : class
    {
        Name(name);
        json.WriteStartArray();
        foreach (var item in objects)
        {
            if (item?.GetType() == typeof(T)) write(this, item);
            else serializer.Serialize(json, item);
        }
        json.WriteEndArray();
    }

    /// <summary>Anything.</summary>
    private void Value(object value)
    {
        if (value is JToken token) token.WriteTo(json);
        else if (keysAsTheyAre && value?.GetType() == typeof(Dictionary<string, string>)) Texts((Dictionary<string, string>)value);
        else serializer.Serialize(json, value);
    }

    private void Texts(Dictionary<string, string> texts)
    {
        json.WriteStartObject();
        foreach (var (name, text) in texts)
        {
            json.WritePropertyName(name);
            if (text is null) json.WriteNull();
            else json.WriteValue(text);
        }
        json.WriteEndObject();
    }

    private void Null(string name)
    {
        if (!nulls) return;
        Name(name);
        json.WriteNull();
    }
}
