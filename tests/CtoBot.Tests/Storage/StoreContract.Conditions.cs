using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_row_that_was_never_written_is_null() => Assert.Null(await Read("state"));

    [Fact]
    public async Task An_added_row_is_read_with_the_etag_of_its_write()
    {
        var etag = await Save(new RowChange.Add(Text("state", "one")));
        var row = await Read("state");
        Assert.Equal("one", row!.Columns["text"]);
        Assert.Equal("state", row.Key);
        Assert.NotEmpty(etag);
        Assert.Equal(etag, row.ETag);
    }

    [Fact]
    public async Task A_row_that_exists_cannot_be_added()
    {
        await Save(new RowChange.Add(Text("state", "one")));
        var second = await Write(new RowChange.Add(Text("state", "two")));
        Assert.False(second.Saved);
        Assert.Empty(second.ETags);
        Assert.Equal("one", await ReadText("state"));
    }

    [Fact]
    public async Task A_row_is_replaced_only_with_its_present_etag()
    {
        var first = await Save(new RowChange.Add(Text("state", "one")));
        var second = await Save(new RowChange.Replace(Text("state", "two"), first));
        Assert.False((await Write(new RowChange.Replace(Text("state", "three"), first))).Saved);
        Assert.Equal("two", await ReadText("state"));
        await Save(new RowChange.Replace(Text("state", "three"), second));
        Assert.Equal("three", await ReadText("state"));
    }

    [Fact]
    public async Task A_replaced_row_keeps_no_column_of_the_old_one()
    {
        var etag = await Save(new RowChange.Add(Row("state", ("text", "one"), ("note", "old"))));
        await Save(new RowChange.Replace(Text("state", "two"), etag));
        Assert.Equal(["text"], (await Read("state"))!.Columns.Keys);
        await Save(new RowChange.Upsert(Row("state", ("note", "new"))));
        Assert.Equal(["note"], (await Read("state"))!.Columns.Keys);
    }

    [Fact]
    public async Task An_absent_row_cannot_be_replaced()
    {
        var etag = await Save(new RowChange.Add(Text("other", "one")));
        Assert.False((await Write(new RowChange.Replace(Text("state", "two"), etag))).Saved);
        Assert.Null(await Read("state"));
    }

    [Fact]
    public async Task An_etag_of_another_store_conflicts()
    {
        await Save(new RowChange.Add(Text("state", "one")));
        Assert.False((await Write(new RowChange.Replace(Text("state", "two"), "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""))).Saved);
        Assert.False((await Write(new RowChange.Delete("state", "987654321987"))).Saved);
        Assert.Equal("one", await ReadText("state"));
    }

    [Fact]
    public async Task Upsert_adds_and_replaces_whatever_was_there()
    {
        var first = await Save(new RowChange.Upsert(Text("state", "one")));
        var second = await Save(new RowChange.Upsert(Text("state", "two")));
        Assert.NotEqual(first, second);
        Assert.Equal("two", await ReadText("state"));
    }

    [Fact]
    public async Task A_row_is_deleted_with_its_present_etag_or_without_one()
    {
        var first = await Save(new RowChange.Add(Text("a", "one")));
        var second = await Save(new RowChange.Replace(Text("a", "two"), first));
        Assert.False((await Write(new RowChange.Delete("a", first))).Saved);
        Assert.Equal("two", await ReadText("a"));
        await Save(new RowChange.Delete("a", second));
        Assert.Null(await Read("a"));

        await Save(new RowChange.Add(Text("b", "one")));
        await Save(new RowChange.Delete("b"));
        Assert.Null(await Read("b"));
    }

    [Fact]
    public async Task Deleting_an_absent_row_is_no_error_without_an_etag_and_a_conflict_with_one()
    {
        var etag = await Save(new RowChange.Add(Text("a", "one")));
        await Save(new RowChange.Delete("a", etag));
        Assert.False((await Write(new RowChange.Delete("a", etag))).Saved);
        Assert.True((await Write(new RowChange.Delete("a"))).Saved);
        Assert.True((await Write(new RowChange.Delete("x"), new RowChange.Upsert(Text("b", "two")), new RowChange.Delete("y"))).Saved);
        Assert.Equal(["b"], await Keys(KeyRange.All));
    }

    [Fact]
    public async Task Every_write_gives_an_etag_that_was_never_given_before_even_after_a_delete()
    {
        var seen = new HashSet<string>();
        for (var round = 0; round < 5; round++)
        {
            var added = await Save(new RowChange.Add(Text("state", "same")));
            var replaced = await Save(new RowChange.Replace(Text("state", "same"), added));
            Assert.True(seen.Add(added) && seen.Add(replaced));
            await Save(new RowChange.Delete("state", replaced));
        }
    }

    [Fact]
    public async Task An_etag_from_before_a_delete_does_not_match_the_row_that_was_added_again()
    {
        var old = await Save(new RowChange.Add(Text("state", "one")));
        await Save(new RowChange.Delete("state"));
        await Save(new RowChange.Add(Text("state", "one")));
        Assert.False((await Write(new RowChange.Replace(Text("state", "two"), old))).Saved);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("replace")]
    [InlineData("delete")]
    public async Task A_transaction_is_written_as_a_whole_or_not_at_all(string last)
    {
        var etag = await Save(new RowChange.Add(Text("there", "one")));
        await Save(new RowChange.Upsert(Text("there", "two")));
        await Save(new RowChange.Add(Text("kept", "one")));
        RowChange failing = last switch
        {
            "add" => new RowChange.Add(Text("there", "three")),
            "replace" => new RowChange.Replace(Text("there", "three"), etag),
            _ => new RowChange.Delete("there", etag),
        };
        var result = await Write(new RowChange.Add(Text("new", "one")), new RowChange.Upsert(Text("kept", "two")), new RowChange.Delete("there2"), failing);
        Assert.False(result.Saved);
        Assert.Equal(["kept", "there"], await Keys(KeyRange.All));
        Assert.Equal("one", await ReadText("kept"));
        Assert.Equal("two", await ReadText("there"));
    }

    [Fact]
    public async Task A_transaction_of_a_hundred_rows_gives_an_etag_for_each_row_it_wrote()
    {
        await Save(new RowChange.Add(Text("gone", "one")));
        var changes = Enumerable.Range(0, 99).Select(i => (RowChange)new RowChange.Upsert(Text($"answer|{i:D2}", "text"))).Append(new RowChange.Delete("gone"));
        var result = await Write([.. changes]);
        Assert.True(result.Saved);
        Assert.Equal(99, result.ETags.Count);
        foreach (var row in await All(Store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.All, Cancel)))
            Assert.Equal(result.ETags[row.Key], row.ETag);
    }

    [Fact]
    public async Task Without_a_change_there_is_nothing_to_write()
    {
        var result = await Write();
        Assert.True(result.Saved);
        Assert.Empty(result.ETags);
    }

    [Fact]
    public async Task Tables_and_partitions_are_apart()
    {
        await Save(new RowChange.Add(Text("state", "here")));
        Assert.Null(await Store.ReadAsync(StoreTable.Due, Person, "state", Cancel));
        Assert.Null(await Store.ReadAsync(StoreTable.CtoBot, Person + "2", "state", Cancel));
        Assert.Empty(await All(Store.QueryAsync(StoreTable.CtoBot, Person + "2", KeyRange.All, Cancel)));
        var due = await Store.WriteAsync(StoreTable.Due, Person, [new RowChange.Add(Text("state", "there"))], Cancel);
        Assert.True(due.Saved);
        Assert.Equal("here", await ReadText("state"));
    }

    [Fact]
    public async Task Preparing_again_keeps_everything()
    {
        await Save(new RowChange.Add(Text("state", "one")));
        await Store.PrepareAsync(Cancel);
        Assert.Equal("one", await ReadText("state"));
    }
}
