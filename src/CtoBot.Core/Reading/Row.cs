using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>One row that a person typed.</summary>
/// <param name="Cells">The cells that are not empty, by <see cref="Column.Key"/>, each in the form that its <see cref="ColumnKind"/> documents.</param>
public sealed record Row(ImmutableDictionary<string, string> Cells)
{
    /// <summary>Rows are equal when their cells are.</summary>
    public bool Equals(Row? other) =>
        other is not null
        && Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && value == cell.Value);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Cells.Aggregate(0, (hash, cell) => hash ^ HashCode.Combine(cell.Key, cell.Value));
}
