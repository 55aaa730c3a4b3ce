using Azure.Data.Tables;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class QueryFilterTests
{
    public static TheoryData<object, string> Literals => new()
    {
        { "it's", "'it''s'" },
        { 'x', "'x'" },
        { true, "true" },
        { 5, "5" },
        { 5L, "5L" },
        { 1.5, "1.5" },
        { 2d, "2.0" },
        { 1e300, "1E+300" },
        { new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), "guid'0f8fad5b-d9cb-469f-a165-70867728950e'" },
        { new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.FromHours(2)), "datetime'2026-03-06T07:30:00.0000000Z'" },
        { new DateTime(2026, 3, 6, 7, 30, 0, DateTimeKind.Utc), "datetime'2026-03-06T07:30:00.0000000Z'" },
        { new byte[] { 0x0f, 0xff }, "X'0FFF'" },
        { new BinaryData([0x0f]), "X'0F'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_becomes_a_literal(object value, string literal) =>
        Assert.Equal($"x eq {literal}", TableClient.CreateQueryFilter($"x eq {value}"));

    [Fact]
    public void A_quote_in_a_value_does_not_end_it()
    {
        var name = "' or PartitionKey ne '";
        Assert.Equal("Name eq ''' or PartitionKey ne '''", TableClient.CreateQueryFilter($"Name eq {name}"));
    }

    [Fact]
    public void What_has_no_literal_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"x eq {null}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"x eq {1.5m}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"x eq {new DateTime(2026, 3, 6)}"));
    }
}
