using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

public class WritingTests
{
    [Fact]
    public void An_empty_card_is_its_type_and_version()
    {
        Assert.Equal("{\n  \"type\": \"AdaptiveCard\",\n  \"version\": \"1.5\"\n}", new AdaptiveCard("1.5").ToJson());
    }

    [Fact]
    public void A_card_with_everything_set_is_written_by_the_schema()
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            FallbackText = "Please update",
            Speak = "Hello",
            Lang = "ar",
            Rtl = true,
            MinHeight = "80px",
            Height = AdaptiveHeight.Stretch,
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
            SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.org/a?b=c") },
            Body = { new AdaptiveTextBlock("Hi") },
            Actions = { new AdaptiveSubmitAction { Title = "Go" } },
            AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        };
        CardAssert.WrittenAs(
            """
            {"type":"AdaptiveCard","version":"1.5","fallbackText":"Please update","speak":"Hello","lang":"ar","rtl":true,
             "minHeight":"80px","height":"stretch","verticalContentAlignment":"bottom",
             "selectAction":{"type":"Action.OpenUrl","url":"https://example.org/a?b=c"},
             "body":[{"type":"TextBlock","text":"Hi"}],
             "actions":[{"type":"Action.Submit","title":"Go"}],
             "msteams":{"width":"Full"}}
            """,
            card);
    }

    [Theory]
    [InlineData("80px", 80u)]
    [InlineData("0px", 0u)]
    [InlineData(null, 0u)]
    [InlineData("-1px", 0u)]
    [InlineData("a lot", 0u)]
    public void A_lowest_height_is_there_in_pixels_as_well(string? text, uint pixels)
    {
        Assert.Equal(pixels, new AdaptiveCard("1.5") { MinHeight = text }.PixelMinHeight);
        Assert.Equal(pixels, new AdaptiveColumn { MinHeight = text }.PixelMinHeight);
    }

    [Fact]
    public void A_lowest_height_in_pixels_is_written_with_its_unit() =>
        CardAssert.WrittenAs(
            """{"type":"AdaptiveCard","version":"1.5","minHeight":"9px","body":[{"type":"Container","minHeight":"40px","items":[]}]}""",
            new AdaptiveCard("1.5") { PixelMinHeight = 9, Body = { new AdaptiveContainer { PixelMinHeight = 40 } } });

    [Fact]
    public void Each_element_has_a_height_of_its_own()
    {
        var (one, other) = (new AdaptiveTextBlock("a"), new AdaptiveTextBlock("a"));
        one.Height.HeightType = AdaptiveHeightType.Stretch;
        Assert.Equal(AdaptiveHeight.Auto, other.Height);
        CardAssert.WrittenAs("""{"type":"TextBlock","text":"a","height":"stretch"}""", one);
        one.Height = null;
        Assert.Null(one.Height);
    }

    [Fact]
    public void The_type_comes_first_and_the_body_before_the_actions()
    {
        var card = new AdaptiveCard("1.5")
        {
            Body = { new AdaptiveTextBlock("Hi") { Wrap = true, Id = "greeting" } },
            Actions = { new AdaptiveSubmitAction { Title = "Go", Id = "go" } },
        };
        var json = JObject.Parse(card.ToJson());
        Assert.Equal(["type", "version", "body", "actions"], json.Properties().Select(p => p.Name));
        Assert.Equal(["type", "id"], ((JObject)json["body"]![0]!).Properties().Select(p => p.Name).Take(2));
        Assert.Equal(["type", "id"], ((JObject)json["actions"]![0]!).Properties().Select(p => p.Name).Take(2));
    }

    [Fact]
    public void Elements_with_nothing_set_leave_every_default_out()
    {
        CardAssert.WrittenAs("""{"type":"TextBlock","text":""}""", new AdaptiveTextBlock());
        CardAssert.WrittenAs("""{"type":"RichTextBlock","inlines":[]}""", new AdaptiveRichTextBlock());
        CardAssert.WrittenAs("""{"type":"TextRun","text":" "}""", new AdaptiveTextRun());
        CardAssert.WrittenAs("""{"type":"Image","url":"https://example.org/i.png"}""", new AdaptiveImage("https://example.org/i.png"));
        CardAssert.WrittenAs("""{"type":"Container","items":[]}""", new AdaptiveContainer());
        CardAssert.WrittenAs("""{"type":"ColumnSet","columns":[]}""", new AdaptiveColumnSet());
        CardAssert.WrittenAs("""{"type":"FactSet","facts":[]}""", new AdaptiveFactSet());
        CardAssert.WrittenAs("""{"type":"ActionSet","actions":[]}""", new AdaptiveActionSet());
        CardAssert.WrittenAs("""{"type":"Table","rows":[],"columns":[]}""", new AdaptiveTable());
        CardAssert.WrittenAs("""{"type":"Input.Text","id":"a"}""", new AdaptiveTextInput { Id = "a" });
        CardAssert.WrittenAs("""{"type":"Input.Number","id":"a"}""", new AdaptiveNumberInput { Id = "a" });
        CardAssert.WrittenAs("""{"type":"Input.Date","id":"a"}""", new AdaptiveDateInput { Id = "a" });
        CardAssert.WrittenAs("""{"type":"Input.Time","id":"a"}""", new AdaptiveTimeInput { Id = "a" });
        CardAssert.WrittenAs("""{"type":"Input.Toggle","id":"a","title":"On"}""", new AdaptiveToggleInput { Id = "a", Title = "On" });
        CardAssert.WrittenAs("""{"type":"Input.ChoiceSet","id":"a","choices":[]}""", new AdaptiveChoiceSetInput { Id = "a" });
        CardAssert.WrittenAs("""{"type":"Action.Execute"}""", new AdaptiveExecuteAction());
        CardAssert.WrittenAs("""{"type":"Action.Submit"}""", new AdaptiveSubmitAction());
        CardAssert.WrittenAs("""{"type":"Action.ToggleVisibility","targetElements":[]}""", new AdaptiveToggleVisibilityAction());
    }

    [Fact]
    public void A_text_block_without_text_cannot_be_written()
    {
        Assert.Throws<JsonSerializationException>(() => new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock(null!) } }.ToJson());
    }

    [Fact]
    public void Fallback_drop_is_a_word_and_fallback_content_an_element()
    {
        CardAssert.WrittenAs(
            """{"type":"TextBlock","text":"a","fallback":"drop"}""",
            new AdaptiveTextBlock("a") { Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) });
        CardAssert.WrittenAs(
            """{"type":"Action.Execute","verb":"tick","fallback":{"type":"Action.Submit","title":"Tick"}}""",
            new AdaptiveExecuteAction { Verb = "tick", Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Tick" }) });
    }

    [Fact]
    public void Required_features_are_written()
    {
        CardAssert.WrittenAs(
            """{"type":"TextBlock","text":"a","requires":{"adaptiveCards":"1.5"}}""",
            new AdaptiveTextBlock("a") { Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" } });
    }

    [Fact]
    public void Submitted_data_keeps_the_names_of_its_properties()
    {
        var action = new AdaptiveSubmitAction { Data = new { flow = "setup", Revision = 3 } };
        CardAssert.WrittenAs("""{"type":"Action.Submit","data":{"flow":"setup","Revision":3}}""", action);
        action.DataJson = """{"at":"2026-03-06T07:00:00Z"}""";
        CardAssert.WrittenAs("""{"type":"Action.Submit","data":{"at":"2026-03-06T07:00:00Z"}}""", action);
        action.DataJson = null;
        Assert.Null(action.Data);
        Assert.Null(action.DataJson);
    }

    [Fact]
    public void Numbers_are_written_without_the_culture_of_the_machine()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            var json = new AdaptiveCard("1.5") { Body = { new AdaptiveNumberInput { Id = "n", Min = 0.5, Max = 10 } } }.ToJson();
            Assert.Contains("\"min\": 0.5", json, StringComparison.Ordinal);
            Assert.Contains("\"max\": 10.0", json, StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_card_as_an_attachment_is_the_same_json_as_ToJson()
    {
        var card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("Hi") { Size = AdaptiveTextSize.ExtraLarge } } };
        Assert.Equal(card.ToJson(), JObject.FromObject(card).ToString(Formatting.Indented).ReplaceLineEndings("\n"));
    }
}
