namespace Azure.Data.Tables.Internal;

/// <summary>The columns that every row has, by the names that the protocol gives them.</summary>
internal static class Names
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string TypeAnnotation = "@odata.type";
}
