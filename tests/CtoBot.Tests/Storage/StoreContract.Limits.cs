using System.Collections.Immutable;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task More_than_a_hundred_changes_are_refused()
    {
        var changes = Enumerable.Range(0, 101).Select(i => new RowChange.Upsert(Text($"a{i}", "text"))).ToArray<RowChange>();
        await Refused("101 changes", changes);
    }

    [Fact]
    public async Task A_row_twice_in_one_transaction_is_refused() =>
        await Refused("'a' is changed twice", new RowChange.Upsert(Text("a", "one")), new RowChange.Delete("a"));

    [Fact]
    public async Task A_row_that_is_too_large_is_refused()
    {
        await Refused("'a' has", new RowChange.Upsert(Text("a", new string('x', IStore.MaxRowBytes / 2))));
        await Refused("'a' has", new RowChange.Upsert(Text("a", new string('日', IStore.MaxRowBytes / 6))));
        await Refused("'a' has", new RowChange.Upsert(Text("a", new string('\ud800', IStore.MaxRowBytes / 6))));
    }

    [Fact]
    public async Task A_transaction_that_is_too_large_is_refused() =>
        await Refused("A transaction has", [.. "abcd".Select(key => new RowChange.Upsert(Text(key.ToString(), new string('x', 400_000))))]);

    [Fact]
    public async Task An_empty_or_too_long_key_is_refused()
    {
        await Refused("empty", new RowChange.Upsert(Text("", "text")));
        await Refused("1 KiB", new RowChange.Upsert(Text(new string('k', 513), "text")));
        await Refused("1 KiB", new RowChange.Upsert(Text(new string('é', 103), "text")));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Read(""));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadAsync(StoreTable.CtoBot, new string('k', 513), "a", Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => All(Store.QueryAsync(StoreTable.CtoBot, "", KeyRange.All, Cancel)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PartitionKey")]
    [InlineData("rowkey")]
    [InlineData("Timestamp")]
    [InlineData("w")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("_a")]
    [InlineData("a_")]
    [InlineData("a__1")]
    [InlineData("é")]
    [InlineData("odata.etag")]
    public async Task A_column_name_that_no_table_can_have_is_refused(string name) =>
        await Refused($"'{name}'", new RowChange.Upsert(Row("a", (name, "text"))));

    public static TheoryData<string, object> UnstorableValues => new()
    {
        { "decimal", 1m },
        { "DateTime", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
        { "finite", double.NaN },
        { "finite", double.PositiveInfinity },
        { "UTC", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)) },
        { "1601", DateTimeOffset.MinValue },
    };

    [Theory]
    [MemberData(nameof(UnstorableValues), DisableDiscoveryEnumeration = true)]
    public async Task A_value_that_would_not_come_back_as_it_was_is_refused(string because, object value) =>
        await Refused(because == "decimal" ? "Decimal" : because, new RowChange.Upsert(Row("a", ("x", value))));

    [Fact]
    public async Task Too_many_columns_are_refused() =>
        await Refused("201 columns", new RowChange.Upsert(new("a", Enumerable.Range(0, 201).ToImmutableDictionary(i => $"c{i}", i => (object)i))));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task A_condition_without_an_etag_is_refused(string etag)
    {
        await Refused("needs the ETag", new RowChange.Replace(Text("a", "text"), etag));
        await Refused("needs the ETag", new RowChange.Delete("a", etag));
    }

    private async Task Refused(string message, params RowChange[] changes)
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Write(changes));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(await Keys(KeyRange.All));
    }
}
