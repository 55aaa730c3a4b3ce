using System.Reflection;
using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

/// <summary>Elements with values of every kind in every property, found by reflection: a new class or property is among them by itself.</summary>
internal static class Samples
{
    /// <summary>The classes of the library that stand in a card, and the parts of them that have no type of their own.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        .. typeof(AdaptiveTypedElement).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(AdaptiveTypedElement))),
        typeof(AdaptiveFact), typeof(AdaptiveChoice), typeof(AdaptiveTableColumnDefinition), typeof(AdaptiveTargetElement),
    ];

    /// <summary>An instance with nothing set but what it requires.</summary>
    public static object New(Type type)
    {
        var instance = type == typeof(AdaptiveCard) ? new AdaptiveCard("1.5") : Activator.CreateInstance(type)!;
        foreach (var property in Properties(type).Where(property => property.IsDefined(typeof(JsonRequiredAttribute))))
            property.SetValue(instance, Values(property.PropertyType).First(value => value is not (null or "")));
        return instance;
    }

    /// <summary>Each property in turn set to each of its values, and then all of them.</summary>
    public static IEnumerable<object> Of(Type type)
    {
        yield return New(type);
        foreach (var property in Properties(type))
        {
            foreach (var value in Values(property.PropertyType))
            {
                var instance = New(type);
                property.SetValue(instance, value);
                yield return instance;
            }
        }

        for (var round = 0; round < 12; round++)
        {
            var instance = New(type);
            foreach (var property in Properties(type))
            {
                var values = Values(property.PropertyType);
                property.SetValue(instance, values[round % values.Length]);
            }

            yield return instance;
        }
    }

    /// <summary>What is written: by a property of its own, or by another one.</summary>
    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property =>
        property.CanWrite
        && (!property.IsDefined(typeof(JsonIgnoreAttribute)) || property.PropertyType == typeof(double) || property.Name == nameof(AdaptiveTypedElement.AdditionalProperties)));

    private static object?[] Values(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return [null, .. Values(underlying)];
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>(), Enum.ToObject(type, 99), Enum.ToObject(type, -1)];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return Lists(type);
        if (type.IsAssignableTo(typeof(AdaptiveTypedElement)))
            return [.. Elements(type), null];
        return One.TryGetValue(type, out var values) ? values : throw new NotSupportedException($"Give {nameof(Samples)} values of type {type}.");
    }

    private static readonly Dictionary<Type, object?[]> One = new()
    {
        [typeof(bool)] = [false, true],
        [typeof(int)] = [0, 1, -7, int.MaxValue],
        [typeof(uint)] = [0u, 1u, uint.MaxValue],
        [typeof(double)] = [double.NaN, 0.0, 1.0, -2.5, 1e300, double.PositiveInfinity],
        [typeof(string)] = ["a", null, "", "default", "true", "false", "80px", "a \"b\" \\ </c> é 👩‍🚀 \u0001\n\u2028"],
        [typeof(Uri)] = [new Uri("https://example.org/a b?c=ü&d"), null, new Uri("data:image/svg+xml;base64,PHN2Zy8+"), new Uri("c/d", UriKind.Relative)],
        [typeof(object)] =
        [
            null, "text", 7, 1.5m, true, new { flow = "setup", Revision = 3, none = (string?)null }, new[] { "a", null }, JValue.CreateNull(),
            new JObject { ["a\"b"] = new JArray(1, 2.5, null!, "c", new DateTime(2026, 3, 6, 7, 0, 0, DateTimeKind.Utc)) }, new JRaw("{ \"raw\":1 }"),
            new Dictionary<string, string?> { ["Key \"1\""] = "é \"b\"", ["none"] = null },
        ],
        [typeof(AdaptiveHeight)] = [null, new AdaptiveHeight(), AdaptiveHeight.Stretch, new AdaptiveHeight(80), new AdaptiveHeight((AdaptiveHeightType)9)],
        [typeof(AdaptiveSchemaVersion)] = [null, new AdaptiveSchemaVersion(1, 6), new AdaptiveSchemaVersion()],
        [typeof(IDictionary<string, string>)] = [null, new Dictionary<string, string>(), new SortedDictionary<string, string> { ["adaptiveCards"] = "1.5", ["Own"] = "*" }],
        [typeof(SerializableDictionary<string, object>)] =
        [
            null, new SerializableDictionary<string, object>(),
            new SerializableDictionary<string, object>(StringComparer.OrdinalIgnoreCase)
            {
                ["Own \"name\""] = 1, ["none"] = null!, ["token"] = new JObject { ["a"] = 1 }, ["object"] = new { Name = "n" },
                ["element"] = new AdaptiveTextBlock("in"), ["elements"] = new AdaptiveElement[] { new AdaptiveContainer(), new Marked() },
            },
        ],
        [typeof(AdaptiveFallbackElement)] =
        [
            null, new AdaptiveFallbackElement(), new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Content), new AdaptiveFallbackElement(new AdaptiveTextBlock("else")),
            new AdaptiveFallbackElement(new AdaptiveTextBlock { Text = null }), new AdaptiveFallbackElement(new Marked()),
        ],
        [typeof(AdaptiveFact)] = [new AdaptiveFact("t", "v"), null, new AdaptiveFact("t", null), new AdaptiveFact(null, "v")],
        [typeof(AdaptiveChoice)] = [new AdaptiveChoice { Title = "t", Value = "v" }, null, new AdaptiveChoice { Title = "t" }],
        [typeof(AdaptiveTargetElement)] = [new AdaptiveTargetElement("a"), null, new AdaptiveTargetElement("b", true), new AdaptiveTargetElement(null)],
        [typeof(AdaptiveTableColumnDefinition)] = [new AdaptiveTableColumnDefinition { Width = 2 }, null, new AdaptiveTableColumnDefinition()],
    };

    /// <summary>A list with something in it first, then none, an empty one, and one of each kind.</summary>
    private static object?[] Lists(Type type)
    {
        var item = type.GetGenericArguments()[0];
        object?[] items = item.IsAssignableTo(typeof(AdaptiveTypedElement)) ? [.. Elements(item), null] : Values(item);
        return [List(items[0]), null, List(), .. items.Skip(1).Select(value => List(value)), List(items[0], items[0])];

        System.Collections.IList List(params object?[] values)
        {
            var list = (System.Collections.IList)Activator.CreateInstance(type)!;
            foreach (var value in values)
                list.Add(value);
            return list;
        }
    }

    private static IEnumerable<AdaptiveTypedElement> Elements(Type type)
    {
        AdaptiveTypedElement[] elements =
        [
            new AdaptiveTextBlock("a"), new AdaptiveTextBlock { Text = null }, new AdaptiveTextRun("a"), new AdaptiveTextRun { Text = null }, new AdaptiveCard("1.5"), new AdaptiveCard("1.5") { Type = null },
            new AdaptiveColumn { Items = { new AdaptiveTextBlock("a") } }, new AdaptiveColumn { Type = null, Items = null },
            new AdaptiveTableRow { Cells = { new AdaptiveTableCell() } }, new AdaptiveTableRow { Cells = null }, new AdaptiveTableCell { Items = { new AdaptiveTextBlock("a") } },
            new AdaptiveSubmitAction { Title = "Go" }, new AdaptiveOpenUrlAction(), new Marked(), new MarkedAction(), new MarkedCard(),
        ];
        return elements.Where(type.IsInstanceOfType);
    }
}
