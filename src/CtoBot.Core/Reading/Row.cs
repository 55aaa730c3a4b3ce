using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CtoBot.Core.Reading;

/// <summary>One line of a small table.</summary>
/// <param name="Cells">
/// The cells that are not empty, by <see cref="Column.Key"/>, each in the form that its <see cref="ColumnKind"/> documents,
/// and those that the program keeps beside them (<see cref="Reserved"/>).
/// </param>
public sealed record Row(ImmutableDictionary<string, string> Cells)
{
    /// <summary>The cell with the line's id: unique among all lines of the person, and kept when the line is changed.</summary>
    public const string IdCell = "id";

    /// <summary>The cell with the id of the line that this one was merged into.</summary>
    public const string SameCell = "same";

    /// <summary>The cell with the date on which what the line promises was done, or how else it ended.</summary>
    public const string DoneCell = "done";

    /// <summary>The cells that the program fills. No column may be called so; changing a line leaves them as they are.</summary>
    public static FrozenSet<string> Reserved { get; } = FrozenSet.Create(StringComparer.Ordinal, IdCell, SameCell, RowCells.Apart, DoneCell);

    /// <summary>What stands in <see cref="IdCell"/>; empty for a line that was read and is not kept yet.</summary>
    [JsonIgnore]
    public string Id => Cells.GetValueOrDefault(IdCell, "");

    /// <summary>Whether the two say the same to a person: all cells but the reserved ones are equal.</summary>
    public bool SaysSameAs(Row other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Row(Cells.RemoveRange(Reserved)).Equals(new Row(other.Cells.RemoveRange(Reserved)));
    }

    /// <summary>Rows are equal when their cells are.</summary>
    public bool Equals(Row? other) =>
        other is not null
        && Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && value == cell.Value);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Cells.Aggregate(0, (hash, cell) => hash ^ HashCode.Combine(cell.Key, cell.Value));
}
