using CtoBot.Core.Partners;

namespace CtoBot.Core.Tests.Partners;

public sealed class PageLoadTests
{
    [Fact]
    public void The_example_of_the_article_comes_out() => Assert.Equal(2_500_000m, PageLoad.Yearly(100_000m, 1m));

    [Fact]
    public void The_assumption_behind_it_is_six_point_eight_five_per_cent_a_second() =>
        Assert.Equal(6.85m, decimal.Round(PageLoad.ShareASecond * 100, 2));

    // By hand: 365 × 20,000 = 7,300,000; half a second of 2.5/36.5 = 7,300,000 × 0.0342465… = 250,000.
    // 365 × 1,000 = 365,000; 2 s × 7% = 14%: 51,100. 365 × 800 = 292,000; 0.3 s × 10% = 3%: 8,760.
    [Theory]
    [InlineData(20_000, 0.5, null, 250_000)]
    [InlineData(1_000, 2, 0.07, 51_100)]
    [InlineData(800, 0.3, 0.1, 8_760)]
    public void Any_other_figures_are_as_reckoned_by_hand(double daily, double seconds, double? share, double yearly) =>
        Assert.Equal((decimal)yearly, PageLoad.Yearly((decimal)daily, (decimal)seconds, (decimal?)share));

    [Fact]
    public void No_more_can_be_gained_than_is_sold() => Assert.Equal(36_500m, PageLoad.Yearly(100m, 60m));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_000, 0)]
    [InlineData(100_000, -1)]
    public void Without_sales_or_seconds_there_is_nothing(double daily, double seconds) =>
        Assert.Equal(0m, PageLoad.Yearly((decimal)daily, (decimal)seconds));
}
