using System.Globalization;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public abstract partial class StoreContract
{
    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\t leading and trailing \r\n", "a\0b", string.Concat(Enumerable.Range(0, 32).Select(i => (char)i)), "\u007f\u0085\u00a0\u2028\u2029\ufeff\ufffd\ufffe\uffff",
        "😀👩‍👩‍👧🏳️‍🌈", "שלום עולם مرحبا \u202e\u202d\u200f", "é e\u0301 ﬁ İ ı ß", "Robert'); DROP TABLE CtoBot;--", "\"quoted\" \\ back / slash", "<b>&amp;</b>", "{\"json\": [1]}",
        "2024-01-01T00:00:00Z", "true", "123", "null", "%00%2F+%u0041", "\ud800", "tail \udc00", "\udc00\ud800", "\ud83d\ude00\ud83d",
    ];

    // Not enumerated at discovery: that would carry the texts as UTF-8, and half a surrogate pair would be lost on the way.
    [Theory]
    [MemberData(nameof(OddTexts), DisableDiscoveryEnumeration = true)]
    public async Task A_text_comes_back_as_it_was(string text)
    {
        await Save(new RowChange.Add(Text("state", text)));
        Assert.Equal(text, await ReadText("state"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(32_769)]
    [InlineData(100_000)]
    [InlineData(150_000)]
    public async Task A_long_text_comes_back_as_it_was_and_can_become_short_again(int length)
    {
        // Pairs of surrogates, once from an even and once from an odd place: one of them lies across any boundary a store has.
        var even = string.Concat(Enumerable.Repeat("😀", length / 2));
        var odd = string.Concat("x", even.AsSpan(2), new string('y', 1 + (length % 2)));
        var etag = await Save(new RowChange.Add(Row("state", ("text", even), ("other", "short"))));
        Assert.Equal(even, await ReadText("state"), StringComparer.Ordinal);
        etag = await Save(new RowChange.Replace(Row("state", ("text", odd), ("other", "short")), etag));
        Assert.Equal(odd, await ReadText("state"), StringComparer.Ordinal);
        await Save(new RowChange.Replace(Text("state", "short"), etag));
        var row = await Read("state");
        Assert.Equal("short", row!.Columns["text"]);
        Assert.Single(row.Columns);
    }

    [Fact]
    public async Task Every_type_comes_back_as_itself()
    {
        (string, object)[] columns =
        [
            ("yes", true), ("no", false),
            ("i0", 0), ("iMin", int.MinValue), ("iMax", int.MaxValue),
            ("l0", 0L), ("lSmall", 7L), ("lMin", long.MinValue), ("lMax", long.MaxValue),
            ("d0", 0.0), ("dNegative0", -0.0), ("dWhole", 3.0), ("dTenth", 0.1), ("dPi", Math.PI), ("dMin", double.MinValue), ("dMax", double.MaxValue), ("dTiny", double.Epsilon), ("dLong", 9007199254740993.0),
            ("t", DateTimeOffset.Parse("2026-10-25T01:30:00.1234567Z", CultureInfo.InvariantCulture)), ("tWhole", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
            ("tFirst", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero)), ("tLast", DateTimeOffset.MaxValue),
            ("text", "text"), ("Text", "differs only in case"), ("with_underscore_2", "text"), ("x", new string('x', 10)),
        ];
        await Save(new RowChange.Add(Row("state", columns)));
        var row = (await Read("state"))!;
        foreach (var (name, value) in columns)
        {
            Assert.Equal(value, row.Columns[name]);
            Assert.IsType(value.GetType(), row.Columns[name]);
        }
        Assert.Equal(columns.Length, row.Columns.Count);
    }

    [Fact]
    public async Task A_row_may_have_no_column_or_very_many()
    {
        await Save(new RowChange.Add(Row("none")));
        Assert.Empty((await Read("none"))!.Columns);
        await Save(new RowChange.Add(Row("many", [.. Enumerable.Range(0, IStore.MaxColumns).Select(i => ($"c{i}", (object)i))])));
        Assert.Equal(IStore.MaxColumns, (await Read("many"))!.Columns.Count);
        await Save(new RowChange.Add(Row("wide", [("long", new string('x', 400_000)), .. Enumerable.Range(1, IStore.MaxColumns - 1).Select(i => ($"c{i}", (object)i))])));
        Assert.Equal(IStore.MaxColumns, (await Read("wide"))!.Columns.Count);
    }

    [Fact]
    public async Task A_row_of_the_greatest_size_is_kept()
    {
        // Characters that are longest in JSON: control characters are six bytes there.
        var text = new string('\u0001', (IStore.MaxRowBytes - 8 - 8) / 6);
        await Save(new RowChange.Add(Text("state", text)));
        Assert.Equal(text, await ReadText("state"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_longest_keys_are_kept()
    {
        var long1 = new string('k', IStore.MaxKeyLength);
        var long2 = new string('k', IStore.MaxKeyLength - 10) + "/";
        var partition = string.Concat(Person, new string('p', IStore.MaxKeyLength))[..IStore.MaxKeyLength];
        Assert.True((await Store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Add(Text(long1, "one")), new RowChange.Add(Text(long2, "two"))], Cancel)).Saved);
        Assert.Equal("two", (await Store.ReadAsync(StoreTable.CtoBot, partition, long2, Cancel))!.Columns["text"]);
        Assert.Equal([long2, long1], (await All(Store.QueryAsync(StoreTable.CtoBot, partition, KeyRange.Prefix("kk"), Cancel))).Select(row => row.Key));
    }
}
