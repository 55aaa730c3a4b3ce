namespace AdaptiveCards;

// Tables.
internal sealed partial class CardWriter
{
    private static readonly TableColumnWidthConverter ColumnWidths = new();

    private void Table(AdaptiveTable table)
    {
        if (!Start(table)) return;
        Elements("rows", table.Rows);
        if (table.Columns is null) Null("columns");
        else Objects("columns", table.Columns, static (writer, column) => writer.ColumnDefinition(column));
        Word("gridStyle", table.GridStyle);
        Flag("showGridLines", table.ShowGridLines, usual: true);
        Flag("firstRowAsHeaders", table.FirstRowAsHeaders);
        EndCells(table);
    }

    private void TableRow(AdaptiveTableRow row)
    {
        if (!Start(row, row.Cells is not null)) return;
        Elements("cells", row.Cells);
        EndCells(row);
    }

    private void TableCell(AdaptiveTableCell cell)
    {
        if (!Start(cell)) return;
        Flag("rtl", cell.Rtl);
        Elements("items", cell.Items);
        EndCells(cell);
    }

    private void ColumnDefinition(AdaptiveTableColumnDefinition column)
    {
        json.WriteStartObject();
        Word("verticalCellContentAlignment", column.VerticalContentAlignment);
        Word("horizontalCellContentAlignment", column.HorizontalContentAlignment);
        if (column.ColumnWidth != default)
        {
            Name("width");
            ColumnWidths.WriteJson(json, column.ColumnWidth, serializer);
        }
        json.WriteEndObject();
    }

    private void EndCells(AdaptiveCollectionWithContentAlignment cells)
    {
        Word("verticalCellContentAlignment", cells.VerticalCellContentAlignment);
        Word("horizontalCellContentAlignment", cells.HorizontalCellContentAlignment);
        EndCollection(cells);
    }
}
