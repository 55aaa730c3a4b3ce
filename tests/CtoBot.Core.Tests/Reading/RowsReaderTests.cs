using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class RowsReaderTests
{
    private static readonly ImmutableArray<Column> Columns =
    [
        new("what", "What", ColumnKind.Text, Required: true),
        new("cost", "Cost", ColumnKind.Money),
        new("due", "Due", ColumnKind.Date),
        new("size", "Size", ColumnKind.Choice, false, [new("s", "Small"), new("l", "Large")]),
    ];

    [Theory]
    [InlineData("New API | 120k | 27 Nov | large")]
    [InlineData("| New API | 120k EUR | 2026-11-27 | l |")]
    [InlineData("New API\t120,000\t27.11.2026\tLarge")]
    [InlineData("New API; €120k; next friday; 2")]
    [InlineData("| What | Cost | Due | Size |\n|---|:--:|---|---|\n| New API | 120k | 27/11 | large |\n")]
    public void A_row_is_read_cell_by_cell_in_the_form_that_is_kept(string text)
    {
        var cells = Assert.Single(Read(text).Value()).Cells;
        Assert.Equal(("New API", "120000 EUR", "2026-11-27", "l"), (cells["what"], cells["cost"], cells["due"], cells["size"]));
    }

    [Fact]
    public void Cells_that_need_not_be_filled_are_left_out()
    {
        var rows = Read("One\nTwo | | 1 Dec").Value();
        Assert.Equal(["what"], rows[0].Cells.Keys);
        Assert.Equal("2026-12-01", rows[1].Cells["due"]);
        Assert.Equal(Read("One | ").Value()[0], rows[0]);
    }

    [Theory]
    [InlineData("One\n | 5", "rows.missing", "2", "What")]
    [InlineData("One | much", "rows.money", "1", "Cost")]
    [InlineData("One | 5 | 31.2.", "rows.date", "1", "Due")]
    [InlineData("\nOne | 5 | 1 Dec | huge", "rows.choice", "2", "Size")]
    public void A_problem_names_the_line_and_the_column(string text, string fault, string line, string column)
    {
        var reading = Read(text);
        Assert.Equal(fault, reading.Fault());
        Assert.Equal((line, column), (reading.Problem!.Arguments["line"], reading.Problem.Arguments["column"]));
    }

    [Theory]
    [InlineData("a|b|c|d|e", "rows.cells")]
    [InlineData("a\nb\nc\nd", "rows.many")]
    [InlineData("\n\n", "empty")]
    public void A_table_of_the_wrong_size_is_a_problem(string text, string fault) => Assert.Equal(fault, Read(text).Fault());

    [Theory]
    [InlineData(ColumnKind.Number, "1.200", "1200", "rows.number")]
    [InlineData(ColumnKind.Time, "7 pm", "19:00", "rows.time")]
    [InlineData(ColumnKind.Scale, "4/5", "4", "rows.scale")]
    [InlineData(ColumnKind.YesNo, "yep", "true", "rows.yesno")]
    public void Every_kind_of_cell_is_read(ColumnKind kind, string cell, string kept, string fault)
    {
        ImmutableArray<Column> columns = [new("a", "A", kind, Required: true)];
        var german = new Region(false, true, "EUR");
        Assert.Equal(kept, RowsReader.Read(cell, Language.Words, columns, german, Language.Today).Value()[0].Cells["a"]);
        Assert.Equal(fault, RowsReader.Read("?", Language.Words, columns, german, Language.Today).Fault());
    }

    private static Reading<ImmutableArray<Row>> Read(string text) =>
        RowsReader.Read(text, Language.Words, Columns, Region.Default, Language.Today, max: 3);
}
