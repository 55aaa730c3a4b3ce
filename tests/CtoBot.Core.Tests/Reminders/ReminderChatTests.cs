using CtoBot.Core.Reminders;
using CtoBot.Core.Tests.Conversations;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

public sealed class ReminderChatTests
{
    private static readonly LocalDate DayOne = new(2026, 11, 27);

    private static Chat Told(DueKind kind, LocalDate day, int hour, Func<Chat, Chat>? before = null)
    {
        var chat = (before ?? (chat => chat))(new Chat().SetUp()).At(day.Month, day.Day, hour);
        return chat.Take(new Input.Tick(chat.NextId(), State.ClientFacts.Unknown, kind, day));
    }

    [Fact]
    public void The_morning_says_what_the_day_holds_why_it_comes_and_how_to_change_it() =>
        Told(DueKind.Morning, DayOne, 8).Sees(
            "# Friday 27 November: 6 steps", "Day 1 of 7: Day one.", "[ ] 1. Meet your direct reports", "Tip: ",
            "You get this on working days at 07:30 (Europe/Berlin)", "[Reminders]", "## This week and next", "Next week: ", "## Today");

    [Fact]
    public void A_tick_in_it_leads_back_to_it()
    {
        var chat = Told(DueKind.Morning, DayOne, 8);
        chat.Press("Tick: Meet your direct reports").Sees("Friday 27 November: 5 steps", "[x] 1. Meet your direct reports", "You get this on working days", "[Undo]");
        chat.Press("Details: Choose the critical customers").Press("Back to the list").Sees("You get this on working days");
    }

    [Fact]
    public void What_is_overdue_and_what_waits_stand_in_it() =>
        Told(DueKind.Morning, new LocalDate(2026, 12, 1), 8, chat => chat.Say("settings").Say("messages").Press(chat.Action("To your own team")).Press("Edit"))
            .Sees("## Waiting for you", "* To your own team | 0 answered so far", "## Overdue", "overdue");

    [Fact]
    public void A_day_without_anything_is_told_quietly() =>
        Told(DueKind.Morning, new LocalDate(2026, 11, 23), 8)
            .Sees("# Monday 23 November", "Day one is 4 days away.", "Next, on Friday 27 November: ", "and 2 more", "You get this", "[Whole plan][Reminders]").SeesNot("[ ]");

    [Fact]
    public void The_evening_shows_what_is_still_open() =>
        Told(DueKind.Evening, DayOne, 18, chat => chat.Say("reminders").Press("What I send").Press("Next", ("morning", "yes"), ("evening", "yes"), ("brief", "no"), ("debrief", "yes"), ("follow", "no"))
            .Press("Save", ("eveningTime", "18:00"), ("late", "3")).Sees("Saved.", "Evening wrap-up").At(11, 27).Say("done 1"))
            .Sees("# Evening of Friday 27 November", "1 of 6 steps of today are settled.", "## Still open", "2. Lunch, and an apology", "Next, on Monday 30 November").SeesNot("1. Meet your");

    [Fact]
    public void The_card_of_the_reminders_names_the_next_three_and_what_decides_them() =>
        new Chat().SetUp().Say("reminders").Sees(
            "Mon 23 Nov, 07:30 (Europe/Berlin): Morning card\nTue 24 Nov, 07:30 (Europe/Berlin): Morning card\nWed 25 Nov, 07:30 (Europe/Berlin): Morning card",
            "* Morning note | 07:30", "* Time zone | Europe/Berlin", "* Working days | Monday", "* What I send | Morning card, After a visit", "* Days off | None given",
            "[Send me one now][Pause][Skip tomorrow][In an hour][Today]");

    [Fact]
    public void A_setting_is_changed_from_there_and_leads_back()
    {
        var chat = new Chat().SetUp().Say("reminders").Press("Morning note").Press("Save", ("reminder", "06:45")).Sees("# Reminders", "! Saved.", "Mon 23 Nov, 06:45");
        chat.Press("Time zone").Press("Save", ("zone", "Tokyo")).Sees("Mon 23 Nov, 06:45 (Asia/Tokyo)");
        chat.Say("edit company").Say("Fabrikam").Sees("# Setting up");
    }

    [Fact]
    public void A_pause_is_asked_about_said_and_taken_back()
    {
        var chat = new Chat().SetUp().Say("reminders").Press("Pause").Sees("On which day shall I write again?").Press("Save", ("until", "2026-12-07"));
        chat.Sees("Paused. I write again on Monday 7 December.", "Mon 7 Dec, 07:30").Press("Resume").Sees("Reminders come again.", "Mon 23 Nov");
        chat.Say("pause until yesterday").Sees("!!").Say("skip").Sees("Paused until you say “resume”.", "Nothing, as things are set.").Say("resume").Sees("Mon 23 Nov");
        chat.Say("resume").Sees("Nothing is waiting");
    }

    [Fact]
    public void Tomorrow_is_left_out_if_it_would_come()
    {
        var chat = new Chat().SetUp().Say("skip tomorrow").Sees("Nothing on Monday 23 November, then.", "Tue 24 Nov").SeesNot("Mon 23 Nov,");
        chat.Press("Resume").Sees("Mon 23 Nov,");
        chat.At(11, 27).Say("skip tomorrow").Sees("Nothing comes on Saturday 28 November anyway.");
    }

    [Fact]
    public void One_can_be_had_at_once() =>
        new Chat().SetUp().At(11, 27, 6).Say("send me one now").Sees("# Friday 27 November: 6 steps").Say("reminders").Sees("Fri 27 Nov, 07:30");

    [Fact]
    public void A_snooze_says_when() =>
        new Chat().SetUp().At(11, 27, 9).Say("snooze").Sees("The card comes at 10:00.").Say("reminders").Sees("Fri 27 Nov, 10:00 (Europe/Berlin): Morning card, once more");

    [Fact]
    public void Days_off_are_asked_for_shown_and_cleared()
    {
        var chat = new Chat().SetUp().Say("reminders").Press("Days off").Press("Save", ("days", "someday")).Sees("!! I couldn't read “someday” as a date");
        chat.Press("Save", ("days", "23 Nov 2026\n24 Nov 2026")).Sees("* Days off | 2 to come", "Wed 25 Nov").SeesNot("Tue 24 Nov");
        chat.Press("Days off").Sees("2026-11-23\n2026-11-24").Press("Save", ("days", "none")).Sees("None given", "Mon 23 Nov");
    }

    [Theory]
    [InlineData("reminders")]
    [InlineData("pause until friday")]
    [InlineData("snooze")]
    [InlineData("send me one now")]
    public void Who_has_no_plan_is_led_to_one(string words)
    {
        new Chat().Install().Say(words).Sees("Two minutes of setting up first");
        new Chat().Install().Say("setup").Say("cmo").Say("Contoso").Say("Berlin").Say("8").Say("mon-fri").Say("skip").Say(words).Sees("[Five questions]");
    }

    [Fact]
    public void Help_tells_of_reminders_who_has_them()
    {
        new Chat().SetUp().Say("help").Sees("## Reminders", "* pause until Monday |", "* skip tomorrow |");
        new Chat().Install().Say("help").SeesNot("## Reminders");
    }

    [Fact]
    public void A_reminder_in_the_middle_of_a_dialog_leaves_the_dialog_open()
    {
        var chat = Told(DueKind.Morning, DayOne, 8, chat => chat.Say("edit company"));
        chat.Sees("Friday 27 November").Say("Fabrikam").Sees("Company: Fabrikam");
    }
}
