using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class TableEntityTests
{
    [Fact]
    public void Keys_time_stamp_and_ETag_are_columns_as_well()
    {
        TableEntity row = new("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = DateTimeOffset.UnixEpoch };
        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], row.Keys);
        Assert.Equal(("p", "r"), (row["PartitionKey"], row["RowKey"]));
        Assert.Equal((new ETag("W/\"1\""), DateTimeOffset.UnixEpoch), (row.ETag, row.Timestamp));
        Assert.Equal(default, new TableEntity().ETag);
        Assert.Null(new TableEntity().PartitionKey);
    }

    [Fact]
    public void A_missing_column_is_null_whatever_type_is_asked_for()
    {
        TableEntity row = new("p", "r");
        Assert.Null(row["x"]);
        Assert.Null(row.GetString("x"));
        Assert.Null(row.GetInt32("x"));
        Assert.Null(row.GetInt64("x"));
        Assert.Null(row.GetDouble("x"));
        Assert.Null(row.GetBoolean("x"));
        Assert.Null(row.GetGuid("x"));
        Assert.Null(row.GetDateTime("x"));
        Assert.Null(row.GetDateTimeOffset("x"));
        Assert.Null(row.GetBinary("x"));
        Assert.Null(row.GetBinaryData("x"));
    }

    [Fact]
    public void A_column_of_another_type_is_refused_by_name()
    {
        TableEntity row = new("p", "r") { ["x"] = 1 };
        foreach (Action wrong in (Action[])[() => row.GetString("x"), () => row.GetInt64("x"), () => row.GetBoolean("x"), () => row.GetBinary("x"), () => row.GetDateTime("x")])
            Assert.Contains("Property: x", Assert.Throws<InvalidOperationException>(wrong).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_number_does_not_change_the_type_of_a_column()
    {
        TableEntity row = new("p", "r") { ["long"] = 1L, ["double"] = 1d };
        row["long"] = 2;
        row["double"] = 2;
        Assert.Equal((2L, 2d), (row.GetInt64("long"), row.GetDouble("double")));
        row["double"] = 3L;
        Assert.Equal(3d, row.GetDouble("double"));
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        IDictionary<string, object> row = new TableEntity(new Dictionary<string, object> { ["a"] = 1 });
        row.Add("b", 2);
        row.Add(KeyValuePair.Create<string, object>("c", 3));
        Assert.True(row.Contains(KeyValuePair.Create<string, object>("c", 3)) && row.TryGetValue("b", out var b) && b is 2);
        Assert.True(row.Remove("a") && row.Remove(KeyValuePair.Create<string, object>("b", 2)));
        Assert.Equal(["c"], row.Keys);
        Assert.Equal([3], row.Values);
        row.Clear();
        Assert.Empty(row);
    }

    [Fact]
    public void Error_codes_compare_with_text()
    {
        string? code = "EntityAlreadyExists";
        Assert.True(code == TableErrorCode.EntityAlreadyExists);
        Assert.True(code != TableErrorCode.EntityNotFound);
        Assert.Equal("EntityNotFound", TableErrorCode.EntityNotFound.ToString());
    }
}
