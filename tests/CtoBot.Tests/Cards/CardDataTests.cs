using System.Collections.Immutable;
using System.Reflection;
using CtoBot.Cards;
using CtoBot.Core;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Cards;

public class CardDataTests
{
    private static readonly string[] Keys = [.. Constants(typeof(DataKeys))];

    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");

    private static readonly Gen<string> AnyKey = Gen.OneOf(Gen.Elements([.. Keys, "verb", "q.", "q.note", "q.step", "note", "msteams", ""]), AnyText);

    private static readonly Gen<JToken?> AnyScalar = Gen.OneOf(
        AnyText.Select(JToken? (text) => text),
        Gen.Choose(int.MinValue, int.MaxValue).Select(JToken? (number) => number),
        ArbMap.Default.GeneratorFor<double>().Select(JToken? (number) => number),
        Gen.Elements<JToken?>(null, JValue.CreateNull(), JValue.CreateUndefined(), true, new DateTime(2026, 11, 27, 8, 0, 0, DateTimeKind.Utc), new byte[] { 1 }, new Uri("about:blank"), Guid.Empty, TimeSpan.Zero, new string('9', 100_000)));

    private static readonly Gen<JToken?> AnyJson = Nested(3);

    [Fact]
    public void An_action_comes_back_as_it_was() => Prop.ForAll(
        Arb.From(Gen.Elements([.. Constants(typeof(Verbs))]).SelectMany(verb => Gen.SubListOf(Keys).SelectMany(keys => AnyText.ListOf(keys.Count).Select(values => (verb, keys, values))))),
        sample =>
        {
            var action = CardAction.Of(sample.verb, [.. sample.keys.Zip(sample.values)]);
            foreach (var verb in new[] { sample.verb, null, "" })
            {
                var (read, fields) = CardData.Read(verb, JToken.Parse(JObject.FromObject(CardData.Write(action)).ToString()))!.Value;
                Assert.Equal(action.Verb, read.Verb);
                Assert.Equal(action.Data, read.Data);
                Assert.Empty(fields);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_is_sent_makes_reading_throw() => Prop.ForAll(
        Arb.From(Gen.OneOf(AnyText.Select(string? (text) => text), Gen.Constant<string?>(null)).SelectMany(verb => AnyJson.Select(json => (verb, json)))),
        sample =>
        {
            if (CardData.Read(sample.verb, sample.json) is not var (action, fields))
                return;
            Assert.NotEqual("", action.Verb);
            Assert.Subset(Keys.ToHashSet(), action.Data.Keys.ToHashSet());
            Assert.All(action.Data.Values.Concat(fields.Values), Assert.NotNull);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("""{ "q.note": "  as typed\n" }""", "  as typed\n")]
    [InlineData("""{ "q.note": 5 }""", "5")]
    [InlineData("""{ "q.note": 1.5 }""", "1.5")]
    [InlineData("""{ "q.note": 123456789012345678901234567890 }""", "123456789012345678901234567890")]
    [InlineData("""{ "q.note": true }""", "true")]
    [InlineData("""{ "q.note": ["a", 2, false] }""", "a,2,false")]
    [InlineData("""{ "q.note": [] }""", "")]
    [InlineData("""{ "q.note": "2026-11-27T08:00:00Z" }""", "2026-11-27T08:00:00Z")]
    [InlineData("""{ "q.note": null }""", null)]
    [InlineData("""{ "q.note": { "a": 1 } }""", null)]
    [InlineData("""{ "q.note": ["a", ["b"]] }""", null)]
    [InlineData("""{ "note": "not an input" }""", null)]
    public void An_input_is_read_as_text(string json, string? expected) =>
        Assert.Equal(expected, CardData.Read("answer", JToken.Parse(json))!.Value.Fields.GetValueOrDefault("note"));

    [Fact]
    public void An_input_cannot_take_the_place_of_what_the_button_is_about()
    {
        var sent = JObject.FromObject(CardData.Write(CardAction.Of(Verbs.Tick, (DataKeys.Step, "mine"))));
        sent[CardData.InputId(DataKeys.Step)] = "theirs";
        var (action, fields) = CardData.Read(null, sent)!.Value;
        Assert.Equal("mine", action[DataKeys.Step]);
        Assert.Equal("theirs", fields[DataKeys.Step]);
    }

    [Theory]
    [InlineData("""{ "step": 1 }""")]
    [InlineData("""{ "step": ["a"] }""")]
    [InlineData("""{ "step": null }""")]
    [InlineData("""{ "Step": "a" }""")]
    public void Data_that_no_card_of_ours_carries_is_left_out(string json) =>
        Assert.Empty(CardData.Read("tick", JToken.Parse(json))!.Value.Action.Data);

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"tick\"")]
    [InlineData("""{ "verb": 5 }""")]
    [InlineData("""{ "verb": "" }""")]
    [InlineData("""{ "step": "a" }""")]
    public void Without_a_verb_it_is_no_button_of_ours(string? json) =>
        Assert.Null(CardData.Read(null, json is null ? null : JToken.Parse(json)));

    [Fact]
    public void Deep_nesting_is_passed_over()
    {
        JToken deep = "x";
        for (var level = 0; level < 50_000; level++)
            deep = new JArray(deep);
        Assert.Empty(CardData.Read("answer", new JObject { ["q.note"] = deep })!.Value.Fields);
    }

    private static Gen<JToken?> Nested(int depth) => depth == 0
        ? AnyScalar
        : Gen.OneOf(
            AnyScalar,
            Nested(depth - 1).ListOf().Select(JToken? (items) => new JArray(items)),
            AnyKey.SelectMany(key => Nested(depth - 1).Select(value => (key, value))).ListOf().Select(JToken? (pairs) => new JObject(pairs.DistinctBy(pair => pair.key).Select(pair => new JProperty(pair.key, pair.value)))));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
