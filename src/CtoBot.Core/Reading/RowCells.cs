namespace CtoBot.Core.Reading;

/// <summary>The cells of a row that are the program's own: no column has these keys.</summary>
public static class RowCells
{
    /// <summary>The line's id: given once, unique in the table, kept when the line is edited.</summary>
    public const string Id = "id";

    /// <summary>Of a bug: the bug that it is the same as, as "visit/line".</summary>
    public const string Same = "same";

    /// <summary>Of a promise or a next step: the ISO date on which it was kept, or <see cref="Broken"/>.</summary>
    public const string Done = "done";

    /// <summary>The value of <see cref="Done"/> for a promise that was not kept.</summary>
    public const string Broken = "broken";
}
