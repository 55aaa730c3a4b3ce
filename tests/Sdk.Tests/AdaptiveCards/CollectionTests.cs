using AdaptiveCards;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

public class CollectionTests
{
    [Fact]
    public void Elements_that_hold_others_take_initialisers_and_can_be_enumerated()
    {
        AdaptiveContainer container = new() { new AdaptiveTextBlock("a"), new AdaptiveColumnSet { new AdaptiveColumn { new AdaptiveTextBlock("b") } } };
        Assert.Equal(["TextBlock", "ColumnSet"], container.Select(element => element.Type));
        CardAssert.WrittenAs(
            """{"type":"Container","items":[{"type":"TextBlock","text":"a"},{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"b"}]}]}]}""",
            container);
        AdaptiveTable table = new() { new AdaptiveTableRow { new AdaptiveTableCell { new AdaptiveTextBlock("c") } } };
        Assert.Equal("c", Assert.IsType<AdaptiveTextBlock>(table.Rows.Single().Cells.Single().Items.Single()).Text);
    }

    [Fact]
    public void What_cannot_stand_in_a_collection_is_left_out()
    {
        AdaptiveColumnSet columns = new() { new AdaptiveTextBlock("a") };
        AdaptiveTable table = new() { new AdaptiveTextBlock("a") };
        Assert.Empty(columns);
        Assert.Empty(table);
    }

    [Fact]
    public void The_width_of_a_table_column_is_a_share_or_pixels()
    {
        AdaptiveTableColumnDefinition column = new() { Width = 2 };
        column.PixelWidth = 80;
        Assert.Equal((0d, 80d), (column.Width, column.PixelWidth));
        column.Width = 1.5;
        Assert.Equal((1.5, 0d), (column.Width, column.PixelWidth));
    }

    [Fact]
    public void Where_nothing_can_be_typed_an_input_shows_its_value_or_its_placeholder()
    {
        Assert.Equal("v", new AdaptiveTextInput { Value = "v", Placeholder = "p" }.GetNonInteractiveValue());
        Assert.Equal("*[p]*", new AdaptiveDateInput { Placeholder = "p" }.GetNonInteractiveValue());
        Assert.Equal("1.5", new AdaptiveNumberInput { Value = 1.5 }.GetNonInteractiveValue());
        Assert.Equal("*[p]*", new AdaptiveNumberInput { Placeholder = "p" }.GetNonInteractiveValue());
        Assert.Equal("Choices: A, B", new AdaptiveChoiceSetInput { Choices = { new() { Title = "A", Value = "a" }, new() { Title = "B", Value = "b" } } }.GetNonInteractiveValue());
    }
}
