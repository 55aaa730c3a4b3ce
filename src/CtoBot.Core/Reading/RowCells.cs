using System.Collections.Frozen;

namespace CtoBot.Core.Reading;

/// <summary>The cells of a row that are the program's own: no column has these keys.</summary>
public static class RowCells
{
    /// <summary>The line's id: given once, unique among all lines of the person, kept when the line is edited.</summary>
    public const string Id = "id";

    /// <summary>Of a bug: the bug that it is the same as, as "visit/line".</summary>
    public const string Same = "same";

    /// <summary>Of a bug: the bugs that the person said it is not the same as, each as "visit/line", separated by spaces.</summary>
    public const string Apart = "apart";

    /// <summary>Of a promise or a next step: the ISO date on which it was kept, or <see cref="Broken"/>.</summary>
    public const string Done = "done";

    /// <summary>The value of <see cref="Done"/> for a promise that was not kept.</summary>
    public const string Broken = "broken";

    /// <summary>All of them. Changing a line leaves them as they are.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.Ordinal, Id, Same, Apart, Done);
}
