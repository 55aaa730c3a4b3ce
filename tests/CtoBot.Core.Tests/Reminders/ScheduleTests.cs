using CtoBot.Core.Flows;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

public sealed class ScheduleTests
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    [Fact]
    public void A_week_of_mornings_comes_on_working_days_at_the_local_time()
    {
        var person = new Reminded().RunUntil("2026-11-30T00:00:00Z");
        Assert.Equal(
            [
                "Morning 2026-11-23 at 2026-11-23T07:00:00Z", "Morning 2026-11-24 at 2026-11-24T07:00:00Z", "Morning 2026-11-25 at 2026-11-25T07:00:00Z",
                "Morning 2026-11-26 at 2026-11-26T07:00:00Z", "Morning 2026-11-27 at 2026-11-27T07:00:00Z",
            ],
            person.Log);
    }

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2027-03-26T12:00:00Z", "Morning 2027-03-28 at 2027-03-28T01:00:00Z")] // 02:00 becomes 03:00.
    [InlineData("Europe/Berlin", "02:30", "2027-10-29T12:00:00Z", "Morning 2027-10-31 at 2027-10-31T00:30:00Z")] // 03:00 becomes 02:00.
    [InlineData("America/Santiago", "00:15", "2027-09-03T12:00:00Z", "Morning 2027-09-05 at 2027-09-05T04:00:00Z")] // Midnight becomes 01:00.
    [InlineData("Australia/Lord_Howe", "02:15", "2027-10-01T12:00:00Z", "Morning 2027-10-03 at 2027-10-02T15:30:00Z")] // Half an hour.
    public void In_a_gap_the_next_valid_instant_in_an_overlap_the_first(string zone, string time, string now, string morning)
    {
        var person = new Reminded(zone, time, "sun", now, now[..10]);
        Assert.Equal(morning, person.RunUntil(person.Now + Duration.FromDays(3)).Log.Single());
    }

    [Fact]
    public void Who_has_no_plan_is_told_nothing()
    {
        Assert.Null(Schedule.Next(new PersonState(), Instant.FromUtc(2026, 11, 22, 9, 0)));
        var person = new Reminded();
        Assert.NotNull(person.Next);
        Assert.Null(person.Submit(Verbs.Answer, FlowIds.Setup, ("hat", "cmo")).Next);
    }

    [Fact]
    public void Who_removed_the_bot_is_told_nothing_until_they_are_back()
    {
        var person = new Reminded();
        person.Step(new Input.Removed("", ClientFacts.Unknown));
        Assert.Null(person.Next);
        var untouched = person.State;
        Assert.Empty(person.At("2026-11-23T07:00:00Z").Tick(DueKind.Morning, Monday).Replies);
        Assert.Same(untouched, person.State);
        person.At("2026-11-23T12:00:00Z").Step(new Input.Installed("", ClientFacts.Unknown));
        Assert.Equal(Monday.PlusDays(1), person.Next!.Day);
    }

    [Fact]
    public void Who_cannot_be_reached_is_told_nothing_until_they_write()
    {
        var person = new Reminded().At("2026-11-23T07:00:00Z");
        Assert.Empty(person.Step(new Input.Undeliverable("", ClientFacts.Unknown, "ConversationBlockedByUser")).Replies);
        Assert.Equal(new Suspension("ConversationBlockedByUser", person.Now), person.State.Reminders.Suspended);
        Assert.Null(person.Next);
        person.At("2026-11-24T09:00:00Z").Say("today");
        Assert.Null(person.State.Reminders.Suspended);
        Assert.Equal(Monday.PlusDays(2), person.Next!.Day);
    }

    [Fact]
    public void A_stranger_who_cannot_be_reached_stays_one()
    {
        var blank = new PersonState();
        var turn = Conversation.Step(Core.Content.ContentLibrary.BuiltIn, blank, new Input.Undeliverable("", ClientFacts.Unknown, "x"), Instant.FromUtc(2026, 1, 1, 0, 0));
        Assert.Same(blank, turn.State);
    }

    [Fact]
    public void A_second_tick_says_nothing_whatever_its_id()
    {
        var person = new Reminded().At("2026-11-23T07:00:00Z");
        Assert.NotEmpty(person.Step(new Input.Tick("one", ClientFacts.Unknown, DueKind.Morning, Monday)).Replies);
        Assert.Equal(Monday, person.State.Reminders.Sent[DueKind.Morning]);
        var told = person.State;
        Assert.Empty(person.Step(new Input.Tick("one", ClientFacts.Unknown, DueKind.Morning, Monday)).Replies);
        Assert.Empty(person.Step(new Input.Tick("two", ClientFacts.Unknown, DueKind.Morning, Monday)).Replies);
        Assert.Same(told, person.State);
    }

    [Theory]
    [InlineData("2026-11-23T06:59:59Z", DueKind.Morning, 0)] // Too early.
    [InlineData("2026-11-23T07:00:00Z", DueKind.Morning, 1)] // Another day.
    [InlineData("2026-11-22T12:00:00Z", DueKind.Morning, -1)] // A Sunday.
    [InlineData("2026-11-23T18:00:00Z", DueKind.Evening, 0)] // Not wished for.
    [InlineData("2026-11-23T18:00:00Z", DueKind.Visit, 0)]
    [InlineData("2026-11-23T18:00:00Z", DueKind.Debrief, 0)]
    [InlineData("2026-11-23T18:00:00Z", DueKind.Snooze, 0)]
    public void A_tick_that_the_state_does_not_confirm_changes_nothing(string now, DueKind kind, int days)
    {
        var person = new Reminded().At(now);
        var before = person.State;
        Assert.Empty(person.Tick(kind, Monday.PlusDays(days)).Replies);
        Assert.Same(before, person.State);
    }

    [Fact]
    public void What_is_late_is_told_before_the_cutoff_and_marked_after_it()
    {
        var late = new Reminded().At("2026-11-23T12:59:59Z");
        Assert.Equal(Monday, late.Next!.Day);
        Assert.NotEmpty(late.Tick(DueKind.Morning, Monday).Replies);

        var tooLate = new Reminded().At("2026-11-23T13:00:00Z");
        Assert.Equal(Monday.PlusDays(1), tooLate.Next!.Day);
        Assert.Empty(tooLate.Tick(DueKind.Morning, Monday).Replies);
        Assert.Equal(Monday, tooLate.State.Reminders.Sent[DueKind.Morning]);
    }

    [Fact]
    public void The_cutoff_is_the_persons_own_and_may_pass_midnight()
    {
        var person = new Reminded(time: "23:30").Set(("late", "2")).At("2026-11-24T00:29:00Z");
        Assert.Equal(Monday, person.Next!.Day);
        Assert.NotEmpty(person.Tick(DueKind.Morning, Monday).Replies);
        Assert.Equal(Monday.PlusDays(1), person.Next!.Day);
    }

    [Fact]
    public void A_turn_between_the_time_and_the_tick_loses_no_morning()
    {
        var person = new Reminded().At("2026-11-23T07:00:30Z").Say("today").Say("edit company").Say("Fabrikam");
        Assert.Equal(new Due(Instant.FromUtc(2026, 11, 23, 7, 0), Monday, DueKind.Morning), person.Next);
    }

    [Theory]
    [InlineData("2026-11-23T06:00:00Z", "09:00", "2026-11-23T08:00:00Z")] // Later today.
    [InlineData("2026-11-23T06:00:00Z", "07:15", "2026-11-23T06:15:00Z")] // Earlier, still to come.
    [InlineData("2026-11-23T06:00:00Z", "06:30", "2026-11-23T05:30:00Z")] // Past already: at once.
    [InlineData("2026-11-23T06:00:00Z", "00:30", "2026-11-23T23:30:00Z")] // Long past: tomorrow.
    public void A_change_of_the_time_moves_the_very_next_one(string now, string time, string next)
    {
        var person = new Reminded().At(now).Say("edit morning note").Say(time);
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(next).Value, person.Next!.At);
    }

    [Fact]
    public void After_todays_one_a_change_of_the_time_moves_tomorrows()
    {
        var person = new Reminded().RunUntil("2026-11-23T07:30:00Z").Say("edit morning note").Say("10:00");
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 9, 0), person.Next!.At);
    }

    [Theory]
    [InlineData("10:00", "2026-11-23T09:00:00Z")] // Later today: it was not told yet.
    [InlineData("09:15", "2026-11-24T08:15:00Z")] // Past already, and nobody waited for it: tomorrow.
    public void Who_sets_up_after_the_time_and_chooses_a_later_one_is_told_today(string time, string next)
    {
        var person = new Reminded(now: "2026-11-23T08:30:00Z", start: "2026-11-23");
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 7, 0), person.Next!.At);
        person.Say("edit morning note").Say(time);
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(next).Value, person.Next!.At);
    }

    [Fact]
    public void A_day_that_becomes_a_working_day_after_its_time_is_not_made_up_for()
    {
        var person = new Reminded().Say("edit working days").Say("mon-sun");
        Assert.Equal(Monday, person.Next!.Day);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-23T23:30:00Z", "2026-11-23T23:00:00Z")] // Tuesday 08:30 there: Tuesday's comes late, at once.
    [InlineData("Asia/Tokyo", "2026-11-23T16:00:00Z", "2026-11-23T23:00:00Z")] // Tuesday 01:00 there: Tuesday's comes at eight.
    [InlineData("America/Los_Angeles", "2026-11-23T16:00:00Z", "2026-11-24T16:00:00Z")] // Monday 08:00 there: Monday's was sent.
    [InlineData("Pacific/Kiritimati", "2026-11-23T16:00:00Z", "2026-11-23T18:00:00Z")] // Tuesday 06:00 there.
    public void A_move_neither_repeats_a_day_nor_loses_one(string zone, string moved, string next)
    {
        var person = new Reminded().RunUntil(moved).Say("edit time zone").Say(zone);
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(next).Value, person.Next!.At);
        Assert.Equal(Monday.PlusDays(1), person.Next.Day);
    }

    [Fact]
    public void A_pause_ends_by_itself()
    {
        var person = new Reminded().Say("pause until 30 November").RunUntil("2026-12-01T00:00:00Z");
        Assert.Equal(["Morning 2026-11-30 at 2026-11-30T07:00:00Z"], person.Log);
    }

    [Fact]
    public void A_pause_without_an_end_lasts_until_it_is_taken_back()
    {
        var person = new Reminded().Say("pause").Say("skip");
        Assert.Null(person.Next);
        Assert.Equal(Monday, person.Say("resume").Next!.Day);
        Assert.Null(person.Say("pause").Say("skip").Next);
        Assert.Equal(Monday.PlusDays(1), person.At("2026-11-23T08:00:00Z").Say("resume").Next!.Day);
    }

    [Fact]
    public void Tomorrow_can_be_left_out()
    {
        var person = new Reminded().Say("skip tomorrow").RunUntil("2026-11-25T00:00:00Z");
        Assert.Equal(["Morning 2026-11-24 at 2026-11-24T07:00:00Z"], person.Log);
    }

    [Fact]
    public void Snoozed_the_card_comes_once_more()
    {
        var person = new Reminded().RunUntil("2026-11-23T07:10:00Z").Say("snooze").RunUntil("2026-11-24T00:00:00Z");
        Assert.Equal(["Morning 2026-11-23 at 2026-11-23T07:00:00Z", "Snooze 2026-11-23 at 2026-11-23T08:10:00Z"], person.Log);
        Assert.Null(person.State.Reminders.SnoozedUntil);
    }

    [Fact]
    public void Snoozed_before_its_time_the_card_comes_later_and_once()
    {
        var person = new Reminded().At("2026-11-23T06:30:00Z").Say("snooze until the afternoon").RunUntil("2026-11-24T00:00:00Z");
        Assert.Equal(["Snooze 2026-11-23 at 2026-11-23T13:00:00Z"], person.Log);
    }

    [Fact]
    public void The_test_does_not_count_as_the_days()
    {
        var person = new Reminded().At("2026-11-23T06:00:00Z").Say("send me one now").RunUntil("2026-11-24T00:00:00Z");
        Assert.Equal(["Morning 2026-11-23 at 2026-11-23T07:00:00Z"], person.Log);
    }

    [Fact]
    public void The_evening_comes_if_it_is_wished_for_and_the_morning_can_be_switched_off()
    {
        var person = new Reminded().Set(("evening", "yes"), ("morning", "no")).RunUntil("2026-11-25T00:00:00Z");
        Assert.Equal(["Evening 2026-11-23 at 2026-11-23T16:30:00Z", "Evening 2026-11-24 at 2026-11-24T16:30:00Z"], person.Log);
    }

    [Fact]
    public void Days_off_are_left_out()
    {
        var person = new Reminded().Submit(Verbs.Answer, FlowIds.Holidays, ("days", "2026-11-23\n25 Nov")).RunUntil("2026-11-27T00:00:00Z");
        Assert.Equal(["Morning 2026-11-24 at 2026-11-24T07:00:00Z", "Morning 2026-11-26 at 2026-11-26T07:00:00Z"], person.Log);
    }

    [Fact]
    public void A_visit_is_announced_and_its_end_told()
    {
        var person = new Reminded().Set(("brief", "yes"), ("briefMinutes", "30"), ("morning", "no"))
            .Visit("v1", "2026-11-24T10:00:00", "America/New_York").Visit("v2", "2026-11-24T10:15:00", "America/New_York", 30).RunUntil("2026-11-25T00:00:00Z");
        Assert.Equal(
            [
                "Visit 2026-11-24 at 2026-11-24T14:30:00Z", "Visit 2026-11-24 at 2026-11-24T14:45:00Z",
                "Debrief 2026-11-24 at 2026-11-24T15:45:00Z", "Debrief 2026-11-24 at 2026-11-24T16:00:00Z",
            ],
            person.Log);
    }

    [Fact]
    public void A_visit_that_is_moved_is_announced_again_and_one_that_is_over_is_not()
    {
        var person = new Reminded().Set(("brief", "yes"), ("morning", "no")).Visit("v1", "2026-11-24T10:00:00", "Europe/Berlin").RunUntil("2026-11-24T08:30:00Z");
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 10, 0), person.Next!.At);
        person.Visit("v1", "2026-11-24T15:00:00", "Europe/Berlin");
        Assert.Equal(new Due(Instant.FromUtc(2026, 11, 24, 13, 0), new LocalDate(2026, 11, 24), DueKind.Visit), person.Next);
        person.At("2026-11-24T15:30:00Z");
        Assert.Equal(DueKind.Debrief, person.Next!.Kind);
        Assert.Empty(person.Tick(DueKind.Visit, new LocalDate(2026, 11, 24)).Replies);
    }

    [Fact]
    public void A_visit_that_is_written_down_after_it_was_is_not_told_of() =>
        Assert.Equal(DueKind.Morning, new Reminded().At("2026-11-22T12:00:00Z").Visit("v1", "2026-11-22T10:00:00", "Europe/Berlin").Next!.Kind);

    [Fact]
    public void On_a_journey_the_clock_is_that_of_the_city_if_it_is_wished_for()
    {
        var person = new Reminded().Set(("follow", "yes"), ("debrief", "no"))
            .Visit("v1", "2026-11-24T10:00:00", "America/New_York").Visit("v2", "2026-11-26T10:00:00", "America/Los_Angeles").RunUntil("2026-11-28T00:00:00Z");
        Assert.Equal(
            [
                "Morning 2026-11-23 at 2026-11-23T07:00:00Z", // At home.
                "Morning 2026-11-24 at 2026-11-24T13:00:00Z", // In New York.
                "Morning 2026-11-25 at 2026-11-25T16:00:00Z", // On the way to Los Angeles.
                "Morning 2026-11-26 at 2026-11-26T16:00:00Z",
                "Morning 2026-11-27 at 2026-11-27T07:00:00Z", // Home again.
            ],
            person.Log);
    }

    [Fact]
    public void A_date_that_a_zone_leaves_out_has_no_morning()
    {
        var person = new Reminded("Pacific/Apia", "08:00", "mon,tue,wed,thu,fri,sat,sun", "2011-12-28T00:00:00Z", "2011-12-30").RunUntil("2012-01-01T00:00:00Z");
        Assert.Equal(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"], person.Told.Select(due => NodaTime.Text.LocalDatePattern.Iso.Format(due.Day)));
    }
}
