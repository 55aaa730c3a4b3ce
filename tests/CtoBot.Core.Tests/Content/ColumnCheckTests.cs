using CtoBot.Core.Content;

namespace CtoBot.Core.Tests.Content;

/// <summary>Mistakes in the columns of a table stop the start, with their place.</summary>
public sealed class ColumnCheckTests
{
    [Theory]
    [InlineData("""{ "key": "id", "label": "Id" }""", "", "column 'id': the program keeps something of its own")]
    [InlineData("""{ "key": "same", "label": "Same" }""", "", "column 'same': the program keeps something of its own")]
    [InlineData("""{ "key": "done", "label": "Done" }""", "", "column 'done': the program keeps something of its own")]
    [InlineData("""{ "key": "a.b", "label": "A" }""", "", "column 'a.b': a key is made of letters and digits")]
    [InlineData("""{ "key": "a", "label": "A" }, { "key": "a", "label": "B" }""", "", "the column 'a' stands twice")]
    [InlineData("""{ "key": "a", "label": "A", "kind": "choice" }""", "", "column 'a': options: a choice needs some")]
    [InlineData("""{ "key": "a", "label": "A", "kind": "choice", "optionsFrom": "nowhere" }""", "", "column 'a': optionsFrom: there are no options 'nowhere'")]
    [InlineData("""{ "key": "a", "label": "A", "kind": "longText" }""", ", \"paste\": true", "column 'a': a long text cannot be pasted")]
    public void A_mistake_is_named(string columns, string more, string expected)
    {
        var error = Assert.Throws<ContentException>(() => Load(columns, "rows", more));
        Assert.Contains("en/flows/test.json: question 'q': " + expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_rows_can_be_pasted() =>
        Assert.Contains("paste: only rows can be pasted", Assert.Throws<ContentException>(() => Load("", "text", ", \"paste\": true")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_needs_no_more_than_a_key_and_a_label()
    {
        var column = Assert.Single(Load("""{ "key": "a", "label": "A" }""", "rows", "").For("en").Flows["test"].Find("q")!.Columns);
        Assert.Equal((Core.Reading.ColumnKind.Text, false), (column.Kind, column.Required));
        Assert.Empty(column.Options);
    }

    private static ContentLibrary Load(string columns, string kind, string more) => ContentLibrary.Load(ContentFiles.BuiltIn().Add(
        "en/flows/test.json",
        $$"""{ "id": "test", "title": "Test", "pages": [ { "id": "p", "questions": [ { "id": "q", "kind": "{{kind}}", "ask": "Ask?", "columns": [ {{columns}} ]{{more}} } ] } ] }"""));
}
