using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CtoBot.Core.Reading;

/// <summary>One line of a small table.</summary>
/// <param name="Cells">
/// The cells that are not empty, by <see cref="Column.Key"/>, each in the form that its <see cref="ColumnKind"/> documents,
/// and those that the program keeps beside them (<see cref="RowCells"/>).
/// </param>
public sealed record Row(ImmutableDictionary<string, string> Cells)
{
    /// <summary>What stands in <see cref="RowCells.Id"/>; empty for a line that was read and is not kept yet.</summary>
    [JsonIgnore]
    public string Id => Cells.GetValueOrDefault(RowCells.Id, "");

    /// <summary>Whether the two say the same to a person: all cells but the reserved ones are equal.</summary>
    public bool SaysSameAs(Row other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Row(Cells.RemoveRange(RowCells.All)).Equals(new Row(other.Cells.RemoveRange(RowCells.All)));
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
