using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Partners;

/// <summary>How far a joint metric has come, and what faster pages are worth, with values reckoned by hand.</summary>
public sealed class MetricTests
{
    // From 4.2 down to 2.5 are 1.7: 0.85 of them are half, 1.7 all, 2.04 six fifths; 0.34 the wrong way are a fifth lost.
    // From 40 up to 60 are 20: 5 of them are a quarter.
    [Theory]
    [InlineData(4.2, 2.5, 4.2, 0)]
    [InlineData(4.2, 2.5, 3.35, 0.5)]
    [InlineData(4.2, 2.5, 2.5, 1)]
    [InlineData(4.2, 2.5, 2.16, 1.2)]
    [InlineData(4.2, 2.5, 4.54, -0.2)]
    [InlineData(40, 60, 45, 0.25)]
    [InlineData(-10, 10, 0, 0.5)]
    public void Progress_is_the_share_of_the_way_from_the_baseline_to_the_target(double baseline, double target, double value, double share) =>
        Assert.Equal((decimal)share, Metric((decimal)baseline, (decimal)target).Progress((decimal)value));

    [Fact]
    public void Without_a_way_to_go_there_is_no_progress()
    {
        Assert.Null(Metric(null, 2.5m).Progress(3m));
        Assert.Null(Metric(4.2m, null).Progress(3m));
        Assert.Null(Metric(3m, 3m).Progress(3m));
    }

    [Fact]
    public void The_example_of_the_article_comes_out_of_what_the_two_filled_in()
    {
        var (_, _, share, yearly) = JointResults.PageLoadOf(Answers(100_000m, 1m, null))!.Value;

        Assert.Equal(new Money(2_500_000m, "USD"), yearly);
        Assert.Equal(6.85m, decimal.Round(share * 100, 2));
    }

    // 365 × 20,000 = 7,300,000; half a second of 5% is 2.5%: 182,500. Of 10% it is 5%: 365,000.
    [Theory]
    [InlineData(5, 182_500)]
    [InlineData(10, 365_000)]
    [InlineData(0, 0)]
    public void The_assumption_can_be_changed(double percent, double yearly) =>
        Assert.Equal((decimal)yearly, JointResults.PageLoadOf(Answers(20_000m, 0.5m, (decimal)percent))!.Value.Yearly.Amount);

    [Fact]
    public void Seconds_that_nobody_gave_are_one() =>
        Assert.Equal(2_500_000m, JointResults.PageLoadOf(Answers(100_000m, null, null))!.Value.Yearly.Amount);

    [Fact]
    public void Without_sales_nothing_is_reckoned() => Assert.Null(JointResults.PageLoadOf(ImmutableDictionary<string, AnswerValue>.Empty));

    private static JointMetric Metric(decimal? baseline, decimal? target) => new("Page load", baseline, target, "s", null, "", "");

    private static ImmutableDictionary<string, AnswerValue> Answers(decimal daily, decimal? seconds, decimal? percent)
    {
        var answers = ImmutableDictionary<string, AnswerValue>.Empty.Add("daily", new AnswerValue.Amount(new Money(daily, "USD")));
        answers = seconds is null ? answers : answers.Add("seconds", new AnswerValue.Number(seconds.Value));
        return percent is null ? answers : answers.Add("share", new AnswerValue.Number(percent.Value));
    }
}
