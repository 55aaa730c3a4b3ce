using AdaptiveCards;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

public class ReadingTests
{
    [Fact]
    public void An_unknown_element_is_kept_with_a_warning()
    {
        const string Json = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Badge","text":"New","fallback":"drop"}],"actions":[{"type":"Action.Unheard","title":"?"}]}""";
        var result = AdaptiveCard.FromJson(Json);
        Assert.Equal(["Unknown element 'Badge'", "Unknown element 'Action.Unheard'"], result.Warnings.Select(w => w.Message));
        Assert.Equal("New", Assert.IsType<AdaptiveUnknownElement>(result.Card.Body[0]).AdditionalProperties["text"]);
        Assert.IsType<AdaptiveUnknownAction>(result.Card.Actions[0]);
        CardAssert.WrittenAs(Json, result.Card);
    }

    [Fact]
    public void A_card_without_a_version_is_refused()
    {
        var e = Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson("""{"type":"AdaptiveCard"}"""));
        Assert.Contains("version", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "Error reading")]
    [InlineData("""{"type":"TextBlock"}""", "AdaptiveCard")]
    [InlineData("""{"type":"AdaptiveCard","version":"one"}""", "'one'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text"}]}""", "'id'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""", "'text'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"text":"a"}]}""", "'type'")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Action.Submit"}]}""", "Action.Submit")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","fallback":"hide"}]}""", "drop")]
    public void What_is_no_card_is_refused_with_a_reason(string json, string reason)
    {
        var e = Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_a_newer_schema_shows_its_fallback_text()
    {
        var result = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"9.0","fallbackText":"Update","body":[{"type":"TextBlock","text":"a"}]}""");
        Assert.Single(result.Warnings);
        Assert.Equal("Update", Assert.IsType<AdaptiveTextBlock>(Assert.Single(result.Card.Body)).Text);
    }

    [Fact]
    public void An_unknown_word_for_an_enumeration_is_its_default_with_a_warning()
    {
        var result = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","size":"giant","weight":"Bolder"},{"type":"Container","style":"pink","height":"tall"}]}""");
        Assert.Equal(3, result.Warnings.Count);
        var text = Assert.IsType<AdaptiveTextBlock>(result.Card.Body[0]);
        Assert.Equal(AdaptiveTextSize.Default, text.Size);
        Assert.Equal(AdaptiveTextWeight.Bolder, text.Weight);
        Assert.Null(Assert.IsType<AdaptiveContainer>(result.Card.Body[1]).Style);
        Assert.Equal(AdaptiveHeight.Auto, result.Card.Body[1].Height);
    }

    [Fact]
    public void Columns_rows_and_cells_may_leave_out_their_type_and_inlines_may_be_strings()
    {
        var body = AdaptiveCard.FromJson(
            """
            {"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","body":[
              {"type":"ColumnSet","columns":[{"width":"auto","items":[]}]},
              {"type":"Table","rows":[{"cells":[{"items":[]}]}]},
              {"type":"RichTextBlock","inlines":["a",{"type":"TextRun","text":"b"}]}]}
            """).Card.Body;
        Assert.Equal("auto", Assert.Single(Assert.IsType<AdaptiveColumnSet>(body[0]).Columns).Width);
        Assert.Single(Assert.Single(Assert.IsType<AdaptiveTable>(body[1]).Rows).Cells);
        Assert.Equal(["a", "b"], Assert.IsType<AdaptiveRichTextBlock>(body[2]).Inlines.Cast<AdaptiveTextRun>().Select(run => run.Text));
    }

    [Fact]
    public void The_schema_address_is_no_additional_property()
    {
        var card = AdaptiveCard.FromJson("""{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5"}""").Card;
        Assert.Empty(card.AdditionalProperties);
    }
}
