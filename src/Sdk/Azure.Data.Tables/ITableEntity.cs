namespace Azure.Data.Tables;

/// <summary>
/// A row of a table: its two keys, and the time stamp and ETag that the service keeps. A class of one's own that implements
/// it is stored with its public properties as columns; <c>[IgnoreDataMember]</c> leaves one out, <c>[DataMember(Name = …)]</c> renames it.
/// </summary>
public interface ITableEntity
{
    /// <summary>The partition that the row is in: at most 1 KiB, without <c>/ \ # ?</c> and control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>The key of the row in its partition, with the same limits.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row. Not sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row that was read. Not sent: a conditional write names it in its own parameter.</summary>
    ETag ETag { get; set; }
}
