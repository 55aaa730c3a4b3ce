using CtoBot.Core.Reminders;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

/// <summary>The clock of the machine jumps, or the machine sleeps.</summary>
public sealed class ClockTests
{
    [Fact]
    public void After_a_sleep_of_days_todays_comes_late_and_the_others_not_at_all()
    {
        var person = new Reminded().At("2026-11-26T10:00:00Z");
        Assert.Empty(person.Tick(DueKind.Morning, new LocalDate(2026, 11, 23)).Replies);
        person.RunUntil("2026-11-28T00:00:00Z");
        Assert.Equal(["Morning 2026-11-26 at 2026-11-26T10:00:00Z", "Morning 2026-11-27 at 2026-11-27T07:00:00Z"], person.Log);
    }

    [Fact]
    public void A_clock_that_goes_back_repeats_nothing()
    {
        var person = new Reminded().RunUntil("2026-11-24T08:00:00Z").At("2026-11-23T05:00:00Z").RunUntil("2026-11-26T00:00:00Z");
        Assert.Equal(["2026-11-23", "2026-11-24", "2026-11-25"], person.Told.Select(due => NodaTime.Text.LocalDatePattern.Iso.Format(due.Day)));
    }

    [Theory]
    [InlineData("2026-11-30T07:00:00Z")]
    [InlineData("2027-11-26T08:00:00Z")]
    public void A_clock_that_ran_ahead_and_was_set_right_silences_nobody(string ahead)
    {
        var person = new Reminded().RunUntil("2026-11-23T08:00:00Z").At(ahead).RunUntil(NodaTime.Text.InstantPattern.General.Parse(ahead).Value + Duration.FromMinutes(1));
        Assert.Equal(2, person.Told.Count);
        person.At("2026-11-23T08:10:00Z").RunUntil("2026-11-27T00:00:00Z");
        Assert.Equal(
            ["Morning 2026-11-24 at 2026-11-24T07:00:00Z", "Morning 2026-11-25 at 2026-11-25T07:00:00Z", "Morning 2026-11-26 at 2026-11-26T07:00:00Z"],
            person.Log[^3..]);
    }

    [Fact]
    public void A_clock_that_jumps_over_the_time_makes_it_late_only()
    {
        var person = new Reminded().At("2026-11-23T06:59:00Z").At("2026-11-23T09:00:00Z").RunUntil("2026-11-24T00:00:00Z");
        Assert.Equal(["Morning 2026-11-23 at 2026-11-23T09:00:00Z"], person.Log);
    }
}
