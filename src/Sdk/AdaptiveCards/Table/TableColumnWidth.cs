namespace AdaptiveCards;

/// <summary>The width of a table column: pixels or a share, the other one 0. Both 0: not given.</summary>
internal readonly record struct TableColumnWidth(double Pixels, double Relative);
