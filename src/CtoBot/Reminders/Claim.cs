using System.Collections.Immutable;
using CtoBot.Turns;

namespace CtoBot.Reminders;

/// <summary>
/// A row of the due index that this instance, and no other, may deal with until a time. A claim is the column <c>until</c> of the row,
/// written on condition that the row is as it was read. The same column says when a reminder that failed is to be tried again.
/// </summary>
/// <param name="Shard">The row's partition.</param>
/// <param name="Row">The row as claimed.</param>
/// <param name="Until">When the claim ends.</param>
internal sealed record Claim(string Shard, Row Row, DateTimeOffset Until)
{
    /// <summary>No row waits longer than this. One that claims to is of a clock that was wrong, and does not hold.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(20);

    private const string UntilColumn = "until";
    private const string TriesColumn = "tries";

    /// <summary>How often it failed before.</summary>
    public int Tries => Row.Columns.GetValueOrDefault(TriesColumn) as int? ?? 0;

    /// <summary>When the row was written; far back in one that does not say.</summary>
    public DateTimeOffset MadeAt => Row.Columns.GetValueOrDefault(DueIndex.Made) as DateTimeOffset? ?? DateTimeOffset.UnixEpoch;

    /// <summary>Whether nobody else has the row, and it does not wait.</summary>
    public static bool IsFree(Row row, DateTimeOffset now) =>
        row.Columns.GetValueOrDefault(UntilColumn) is not DateTimeOffset until || until <= now || until > now + LongestWait;

    /// <summary>The row with a claim.</summary>
    public static Row Taken(Row row, DateTimeOffset until) => row with { Columns = row.Columns.SetItem(UntilColumn, until) };

    /// <summary>Gives the claim up: the row may be taken again at a time.</summary>
    public RowChange.Replace Put(DateTimeOffset until, int tries) =>
        new(Row with { Columns = Row.Columns.SetItem(UntilColumn, until).SetItem(TriesColumn, tries) }, Row.ETag);
}
