using System.Collections.Immutable;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public sealed class RowSizeTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain text", 20)]
    [InlineData("\"", 6)]
    [InlineData("\n", 6)]
    [InlineData("é", 6)]
    [InlineData("😀", 12)]
    public void A_text_counts_what_it_may_take_on_the_wire(string text, int size) => Assert.Equal(size, SizeOf(text));

    [Fact]
    public void A_text_with_half_a_surrogate_pair_counts_six_for_each_character() => Assert.Equal(12, SizeOf("a\ud800"));

    [Fact]
    public void Every_other_column_counts_eight_and_its_name() =>
        Assert.Equal(2 * (8 + 2), RowSize.Of(new("key", ImmutableDictionary<string, object>.Empty.Add("a", 1).Add("b", true))));

    private static long SizeOf(string text) =>
        RowSize.Of(new("key", ImmutableDictionary<string, object>.Empty.Add("text", text))) - 8 - (2 * "text".Length);
}
