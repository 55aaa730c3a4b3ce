using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Content;

/// <summary>The schemas that authors edit against say what the program reads: a member or a word that one knows, the other knows.</summary>
public sealed class SchemaTests
{
    private const string Root = "";

    public static TheoryData<string, string, Type> Objects => new()
    {
        { "plan", Root, typeof(PlanContent) },
        { "plan", "phase", typeof(Phase) },
        { "plan", "step", typeof(StepContent) },
        { "plan", "offer", typeof(StepOffer) },
        { "plan", "message", typeof(MessageContent) },
        { "flow", Root, typeof(Flow) },
        { "flow", "page", typeof(Page) },
        { "flow", "question", typeof(Question) },
        { "flow", "condition", typeof(Condition) },
        { "flow", "option", typeof(ChoiceOption) },
        { "flow", "column", typeof(Column) },
        { "five", Root, typeof(FiveContent) },
        { "five", "question", typeof(FiveQuestion) },
    };

    public static TheoryData<string, string, string, Type> Words => new()
    {
        { "plan", "step", "part", typeof(DayPart) },
        { "flow", "question", "kind", typeof(QuestionKind) },
        { "flow", "column", "kind", typeof(ColumnKind) },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_object_has_the_members_of_its_record(string schema, string definition, Type record)
    {
        var members = Constructor(record).GetParameters();
        var described = Definition(schema, definition);

        Assert.False(described["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(
            members.Select(Name).Order(StringComparer.Ordinal),
            described["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            members.Where(member => !member.HasDefaultValue).Select(Name).Order(StringComparer.Ordinal),
            described["required"]!.AsArray().Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_is_a_member_of_its_enum(string schema, string definition, string member, Type words)
    {
        Assert.Equal(
            Enum.GetNames(words).Select(JsonNamingPolicy.CamelCase.ConvertName),
            Definition(schema, definition)["properties"]![member]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("flow")]
    [InlineData("five")]
    [InlineData("texts")]
    public void A_schema_names_its_dialect_and_resolves_its_references(string schema)
    {
        var root = ContentOnDisk.Node($"schema/{schema}.schema.json");
        var references = ContentOnDisk.Texts($"schema/{schema}.schema.json").Where(text => text.Text.StartsWith("#/$defs/", StringComparison.Ordinal)).ToArray();

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root["$schema"]!.GetValue<string>());
        Assert.Equal(schema != "texts", references.Length > 0);
        Assert.All(references, reference => Assert.NotNull(root["$defs"]![reference.Text["#/$defs/".Length..]]));
    }

    private static JsonNode Definition(string schema, string definition)
    {
        var root = ContentOnDisk.Node($"schema/{schema}.schema.json");
        return definition == Root ? root : root["$defs"]![definition]!;
    }

    private static ConstructorInfo Constructor(Type record) =>
        record.GetConstructors() is [var only] ? only
        : record.GetConstructors().Single(constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)));

    private static string Name(ParameterInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name!);
}
