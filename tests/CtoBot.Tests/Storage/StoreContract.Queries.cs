using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly string[] OddKeys =
    [
        "a/b", @"a\b", "a#b", "a?b", "a%b", "a%2Fb", "a'b", "a''b", "a\"b", "a b", " a", "a ", "a+b", "a&b=c", "a\tb", "a\nb", "a\0b", "\u0001", "\u007f", "\u0085",
        "a.b", "..", ".", "$", "~", "~~", "a~~2F", "!2F", "a|b", "a:b", "a-b", "a_b", "(a)", "[a]", "{a}", "a,b", "a;b", "a@b", "`", "^", "<a>",
        "é", "e\u0301", "ß", "İ", "日本語", "שלום", "😀", "👩‍👩‍👧", "\ud800", "a\udc00b", "\ue000", "\uffff", "a\uffffb", "\u202e",
        "Case", "case", "CASE",
    ];

    [Fact]
    public async Task Any_key_names_one_row()
    {
        Assert.True((await Write([.. OddKeys.Select(key => new RowChange.Add(Text(key, "of " + key)))])).Saved);
        foreach (var key in OddKeys)
        {
            var row = await Read(key);
            Assert.Equal(key, row?.Key);
            Assert.Equal("of " + key, row!.Columns["text"]);
            await Save(new RowChange.Replace(Text(key, "again"), row.ETag));
        }
        await Write([.. OddKeys.Select(key => new RowChange.Delete(key))]);
        Assert.Empty(await Keys(KeyRange.All));
    }

    [Fact]
    public async Task Any_key_names_one_partition()
    {
        foreach (var odd in OddKeys)
        {
            var partition = Person + odd;
            Assert.True((await Store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Add(Text("state", "of " + odd))], Cancel)).Saved);
        }
        foreach (var odd in OddKeys)
        {
            var row = Assert.Single(await All(Store.QueryAsync(StoreTable.CtoBot, Person + odd, KeyRange.All, Cancel)));
            Assert.Equal("of " + odd, row.Columns["text"]);
        }
    }

    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys_whatever_the_characters()
    {
        var written = await Write([.. OddKeys.Reverse().Select(key => new RowChange.Add(Text(key, "text")))]);
        Assert.True(written.Saved);
        Assert.Equal(OddKeys.Order(StringComparer.Ordinal), await Keys(KeyRange.All));
    }

    [Fact]
    public async Task A_range_holds_its_first_key_and_not_its_end()
    {
        foreach (var key in OddKeys)
            await Save(new RowChange.Add(Text(key, "text")));
        string[] bounds = ["", "a", "a/b", "a.b", "a~", "|", "é", "😀", "\ud83d", "\uffff"];
        foreach (var from in bounds)
        {
            Assert.Equal(
                OddKeys.Where(key => string.CompareOrdinal(key, from) >= 0).Order(StringComparer.Ordinal),
                await Keys(new(from, null)));
            foreach (var to in bounds)
            {
                Assert.Equal(
                    OddKeys.Where(key => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0).Order(StringComparer.Ordinal),
                    await Keys(new(from, to)));
            }
        }
    }

    [Theory]
    [InlineData("answer|")]
    [InlineData("answer|setup|")]
    [InlineData("answer")]
    [InlineData("z")]
    [InlineData("")]
    [InlineData("\uffff")]
    [InlineData("x\uffff")]
    public async Task A_prefix_finds_every_row_that_begins_with_it_and_no_other(string prefix)
    {
        string[] keys = ["answer", "answer|", "answer|setup", "answer|setup|1", "answer|setup|\uffff", "answer|setup|\uffffz", "answer}", "answers", "bug|1", "state", "x\uffff", "x\uffff\uffff", "y", "\uffff", "\uffff\uffff"];
        await Write([.. keys.Select(key => new RowChange.Add(Text(key, "text")))]);
        Assert.Equal(
            keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            await Keys(KeyRange.Prefix(prefix)));
    }

    [Fact]
    public async Task Many_rows_are_read_in_pages_without_a_gap_or_a_repetition()
    {
        var keys = Enumerable.Range(0, 2500).Select(i => $"visit|{i:D5}").ToArray();
        foreach (var chunk in keys.Chunk(100))
            Assert.True((await Write([.. chunk.Select(key => new RowChange.Add(Row(key, ("text", key), ("n", 1))))])).Saved);
        Assert.Equal(keys, await Keys(KeyRange.All));
        Assert.Equal(keys[1..2401], await Keys(new("visit|00001", "visit|02401")));
    }

    [Fact]
    public async Task A_query_that_is_left_early_holds_nothing_up()
    {
        foreach (var chunk in Enumerable.Range(0, 300).Chunk(100))
            await Write([.. chunk.Select(i => new RowChange.Add(Text($"a{i:D3}", "text")))]);
        await foreach (var row in Store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.All, Cancel))
        {
            await Save(new RowChange.Replace(Text(row.Key, "changed"), row.ETag));
            if (row.Key == "a250")
                break;
        }
        Assert.Equal("changed", await ReadText("a250"));
        Assert.Equal("text", await ReadText("a251"));
    }

    [Fact]
    public async Task A_scan_finds_every_row_of_a_table_with_its_partition()
    {
        var expected = new HashSet<(string, string)>();
        foreach (var odd in OddKeys)
        {
            await Store.WriteAsync(StoreTable.Due, Person + odd, [.. OddKeys.Take(10).Select(key => new RowChange.Add(Text(key, "text")))], Cancel);
            expected.UnionWith(OddKeys.Take(10).Select(key => (Person + odd, key)));
        }
        await Save(new RowChange.Add(Text("another table", "text")));
        var found = await All(Store.ScanAsync(StoreTable.Due, Cancel));
        var mine = found.Where(item => item.Partition.StartsWith(Person, StringComparison.Ordinal)).Select(item => (item.Partition, item.Row.Key)).ToList();
        Assert.Equal(expected.Count, mine.Count);
        Assert.Equal(expected, mine.ToHashSet());
        Assert.All(found, item => Assert.NotEmpty(item.Row.ETag));
    }
}
