using CtoBot.Storage.Tables;

namespace CtoBot.Tests.Storage;

public sealed class WriteHistoryTests
{
    [Fact]
    public void A_history_names_every_writer_since_the_row_was_added()
    {
        var history = WriteHistory.Replaced("c", WriteHistory.Replaced("b", WriteHistory.Added("a")));
        Assert.Equal("c,b,a", history);
        Assert.True(WriteHistory.Has(history, "a"));
        Assert.False(WriteHistory.Has(history, "d"));
        Assert.True(WriteHistory.IsLast(history, "c"));
        Assert.False(WriteHistory.IsLast(history, "b"));
        Assert.True(WriteHistory.IsComplete(history));
    }

    [Fact]
    public void A_row_is_past_a_version_that_somebody_replaced()
    {
        Assert.True(WriteHistory.IsPast("c,b,a", "b,a"));
        Assert.False(WriteHistory.IsPast("b,a", "b,a"));
        Assert.False(WriteHistory.IsPast("x,*", "b,a"));
        Assert.False(WriteHistory.IsPast("x,*", "*"));
    }

    [Fact]
    public void An_upsert_does_not_know_who_wrote_before()
    {
        var history = WriteHistory.Replaced("b", WriteHistory.Upserted("a"));
        Assert.False(WriteHistory.IsComplete(history));
        Assert.True(WriteHistory.Has(history, "a"));
        Assert.False(WriteHistory.IsComplete(WriteHistory.Or(null)));
    }

    [Fact]
    public void A_long_history_keeps_its_newest_writers_and_says_that_it_is_cut()
    {
        var history = WriteHistory.Added("0");
        for (var i = 1; i < 200; i++)
            history = WriteHistory.Replaced($"{i}", history);
        Assert.True(WriteHistory.IsLast(history, "199"));
        Assert.True(WriteHistory.Has(history, "150"));
        Assert.False(WriteHistory.Has(history, "100"));
        Assert.False(WriteHistory.IsComplete(history));
        Assert.Equal(64, history.Split(',').Length);
    }

    [Fact]
    public void Ids_are_short_and_differ()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => WriteHistory.NewId()).ToHashSet();
        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.True(id.Length <= 7 && !id.Contains(',', StringComparison.Ordinal)));
    }
}
