using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class RowsReader
{
    /// <summary>Reads.</summary>
    public static Reading<ImmutableArray<Row>> Read(string text, Words words, ImmutableArray<Column> columns, Region region, LocalDate today, int max = 100) =>
        throw new NotSupportedException();
}
