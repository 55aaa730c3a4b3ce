using System.Text.RegularExpressions;
using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

/// <summary>Elements are written without their contracts: here the contracts say what they should be written as.</summary>
public class CardWriterTests
{
    private static readonly AdaptiveElement[] Nest =
    [
        new Marked
        {
            Items = { new AdaptiveTextBlock("a"), new Marked { Inner = new AdaptiveTextBlock("b") { Wrap = true }, Others = [new AdaptiveImage("https://example.org/i.png"), null!] } },
            SelectAction = new MarkedAction { Data = new { element = new AdaptiveTextBlock("c") } },
            Fallback = new AdaptiveFallbackElement(new AdaptiveContainer { Items = { new Marked { Mark = null }, new AdaptiveTextBlock("d") } }),
            AdditionalProperties = { ["more"] = new Marked() },
        },
        new AdaptiveActionSet { Actions = { new MarkedAction(), new AdaptiveShowCardAction { Card = new MarkedCard { Body = { new AdaptiveTextBlock("e") } } } } },
    ];

    public static TheoryData<Type> Types => [.. Samples.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_part_of_a_card_is_written_as_its_contract_says(Type type)
    {
        foreach (var sample in Samples.Of(type))
            ContractOracle.SameText(Whole(sample));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void No_class_of_the_library_is_written_by_its_contract(Type type) => Assert.Empty(WrittenByContract(Whole(Samples.New(type))));

    [Fact]
    public void An_element_of_ones_own_is_written_by_its_contract_and_what_it_holds_is_not()
    {
        var card = new AdaptiveCard("1.5") { Body = [.. Nest] };
        ContractOracle.SameText(card);
        Assert.Equal(
            new[] { typeof(Marked), typeof(MarkedAction), typeof(MarkedCard) }.Select(type => type.FullName!).Order(),
            WrittenByContract(card).Distinct().Order());
    }

    /// <summary>The classes of elements, and of parts of them, that the serializer took apart itself.</summary>
    private static IEnumerable<string> WrittenByContract(object value)
    {
        var trace = new MemoryTraceWriter();
        JsonConvert.SerializeObject(value, new JsonSerializerSettings { TraceWriter = trace });
        return trace.GetTraceMessages()
            .Select(message => Regex.Match(message, @" Started serializing (\S*AdaptiveCards\.\w+)\. Path"))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);
    }

    public static TheoryData<string> UnusualSettings => [.. Unusual.Keys];

    [Theory]
    [MemberData(nameof(UnusualSettings))]
    public void Settings_of_the_caller_are_kept_to(string name)
    {
        var text = ContractOracle.SameText(Unusually(), Unusual[name]);
        Assert.NotEqual(JsonConvert.SerializeObject(Unusually()), text);
    }

    [Fact]
    public void An_element_that_contains_itself_is_an_error_as_by_its_contract()
    {
        var container = new AdaptiveContainer();
        container.Items.Add(new AdaptiveColumnSet { Columns = { new AdaptiveColumn { Items = { container } } } });
        var mixed = new Marked();
        mixed.Items.Add(new AdaptiveContainer { Items = { mixed } });
        var card = new AdaptiveCard("1.5");
        card.Actions.Add(new AdaptiveShowCardAction { Card = card });
        var data = new AdaptiveSubmitAction();
        data.Data = new { data };
        var additional = new AdaptiveTextBlock("a");
        additional.AdditionalProperties["a"] = additional;
        foreach (AdaptiveTypedElement element in new AdaptiveTypedElement[] { container, mixed, card, data, additional })
        {
            Assert.Contains("Self referencing loop", Assert.Throws<JsonSerializationException>(() => JsonConvert.SerializeObject(element)).Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Self", ContractOracle.SameText(element, settings => settings.ReferenceLoopHandling = ReferenceLoopHandling.Ignore), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Elements_can_be_nested_deeply()
    {
        AdaptiveElement element = new AdaptiveTextBlock("in");
        for (var level = 0; level < 200; level++)
            element = new AdaptiveContainer { Items = { element, new AdaptiveTextBlock("a") } };
        ContractOracle.SameText(element);
    }

    [Fact]
    public void An_element_within_other_objects_and_within_tokens_is_written_the_same()
    {
        var card = new AdaptiveCard("1.5") { Body = { Nest[0] }, AdditionalProperties = { ["msteams"] = new { width = "Full" } } };
        ContractOracle.SameText(new { content = card, contents = new object[] { card, new AdaptiveTextBlock("a") } });
        Assert.Equal(JsonConvert.SerializeObject(card, Formatting.Indented), JObject.FromObject(card).ToString());
    }

    [Fact]
    public void An_element_that_could_not_be_written_spoils_nothing_after_it()
    {
        var failing = new AdaptiveTextBlock { Text = null };
        var before = JsonConvert.SerializeObject(Nest);
        Assert.Throws<JsonSerializationException>(() => JsonConvert.SerializeObject(failing));
        Assert.Equal(before, JsonConvert.SerializeObject(Nest));
    }

    private static readonly Dictionary<string, Action<JsonSerializerSettings>> Unusual = new()
    {
        ["defaults left out"] = settings => settings.DefaultValueHandling = DefaultValueHandling.Ignore,
        ["types of objects"] = settings => settings.TypeNameHandling = TypeNameHandling.Objects,
        ["types of all"] = settings => settings.TypeNameHandling = TypeNameHandling.All,
        ["references"] = settings => settings.PreserveReferencesHandling = PreserveReferencesHandling.All,
        ["a converter"] = settings => settings.Converters.Add(new Shouting()),
        ["lists that are empty as well"] = settings => ((DefaultContractResolver)settings.ContractResolver!).IgnoreShouldSerializeMembers = true,
        ["other names"] = settings => ((DefaultContractResolver)settings.ContractResolver!).NamingStrategy = new SnakeCaseNamingStrategy(true, true, true),
        ["escapes"] = settings => settings.StringEscapeHandling = StringEscapeHandling.EscapeNonAscii,
        ["infinity"] = settings => settings.FloatFormatHandling = FloatFormatHandling.DefaultValue,
        ["dates"] = settings => settings.DateFormatString = "yyyy",
    };

    private static AdaptiveCard Unusually()
    {
        var shared = new JObject { ["é"] = new DateTime(2026, 3, 6, 7, 0, 0, DateTimeKind.Utc) };
        var block = new AdaptiveTextBlock("é") { Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" } };
        return new AdaptiveCard("1.5")
        {
            Body = { Nest[0], block, new AdaptiveContainer { Items = null }, new AdaptiveNumberInput { Id = "n", Max = double.PositiveInfinity }, block },
            Actions = { new AdaptiveExecuteAction { Data = shared, Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Data = new { When = new DateTime(2026, 3, 6), shared } }) } },
            AdditionalProperties = { ["moreOf"] = "é" },
        };
    }

    /// <summary>What is sent: the parts without a type stand in an element.</summary>
    private static object Whole(object part) => part switch
    {
        AdaptiveFact fact => new AdaptiveFactSet { Facts = { fact } },
        AdaptiveChoice choice => new AdaptiveChoiceSetInput { Choices = { choice } },
        AdaptiveTableColumnDefinition column => new AdaptiveTable { Columns = { column } },
        AdaptiveTargetElement target => new AdaptiveToggleVisibilityAction { TargetElements = { target } },
        _ => part,
    };

    private sealed class Shouting : JsonConverter<string>
    {
        public override string? ReadJson(JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer) => throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => writer.WriteValue(value?.ToUpperInvariant());
    }
}
