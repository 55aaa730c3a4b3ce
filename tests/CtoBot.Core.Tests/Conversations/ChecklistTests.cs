using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

public sealed class ChecklistTests
{
    private static Chat DayOne() => new Chat().SetUp().At(11, 27).Say("today");

    [Fact]
    public void Day_one_shows_its_steps_in_the_order_of_the_day() =>
        DayOne().Sees(
            "# Friday 27 November (0 of 37 steps)",
            "[ ] 1. Meet your direct reports (Morning)",
            "[ ] 2. Lunch, and an apology (Lunch)",
            "[ ] 3. Revenue and customers, with sales (Afternoon)",
            "[ ] 6. ");

    [Fact]
    public void A_tick_and_its_undo_show_the_same_list_again()
    {
        var chat = DayOne().Press("Tick: Meet your direct reports");
        chat.Sees("! Done: Meet your direct reports.", "[x] 1. Meet your direct reports", "(1 of 37 steps)", "[Undo]");
        chat.Press("Undo").Sees("Undone: ticking “Meet your direct reports”", "[ ] 1. Meet your direct reports", "(0 of 37 steps)");
        chat.Say("done 1").Sees("[x] 1.").Say("undone 1").Sees("[ ] 1.");
    }

    [Fact]
    public void A_tick_that_was_given_before_changes_nothing()
    {
        var chat = DayOne();
        var tick = chat.Action("Tick: Meet your direct reports");
        var revision = chat.Press(tick).State.Revision;
        Assert.Equal(revision, chat.Press(tick).Sees("[x] 1. Meet").State.Revision);
        Assert.Single(chat.State.Steps);
    }

    [Fact]
    public void A_note_stands_with_its_step_word_for_word()
    {
        var chat = DayOne().Say("note 2: *Bring* cake\nand <apologise>").Sees("    *Bring* cake\nand <apologise>");
        chat.Say("step 2").Press("Note").Sees("= *Bring* cake\nand <apologise>");
        chat.Press("Save", ("note", "line one\r\nline **two**  ")).Sees("Note: line one\r\nline **two**  ");
    }

    [Fact]
    public void A_step_moves_to_another_day_and_says_where_from()
    {
        var chat = DayOne().Say("move 6 to tomorrow").Sees("is now on Saturday 28 November").SeesNot("6. ");
        chat.At(11, 28).Say("today").Sees("(Evening · Moved from Fri 27 Nov)");
        chat.Say("undo").At(11, 27).Say("today").Sees("[ ] 6. ");
    }

    [Fact]
    public void A_step_cannot_move_into_the_past()
    {
        var chat = DayOne().Say("move 1 to 2026-11-20").Sees("is too early here");
        chat.Say("monday").Sees("is now on Monday 30 November");
    }

    [Fact]
    public void A_step_can_be_left_out_with_a_reason()
    {
        var chat = DayOne().Say("skip 5 because sales is on holiday").Sees("[-] 5.", "Left out");
        chat.Say("step 5").Sees("Reason: sales is on holiday", "[Reopen]").Press("Reopen").Sees("[Done]");
    }

    [Fact]
    public void What_was_not_done_is_overdue_until_it_is_settled()
    {
        var chat = DayOne().Say("done 1").At(11, 30).Say("today");
        chat.Sees("## Overdue", "[ ] 1. Lunch, and an apology (Fri 27 Nov · Lunch)", "## Today", "Tip: ");
        chat.Say("done 1").Sees("[x] 1. Lunch, and an apology", "[ ] 2. Revenue and customers");
        chat.At(12, 1).Say("today").SeesNot("Lunch, and an apology");
    }

    [Fact]
    public void A_long_list_of_overdue_steps_does_not_bury_today()
    {
        var chat = new Chat().SetUp().At(12, 2).Say("today");
        chat.Sees("## Overdue (the first 5 of 16)", "[ ] 5. ", "## Today\n[ ] 6. See how they use it");
        chat.Say("done 6").Sees("[x] 6. See how they use it").Say("done 1").Sees("[x] 1. Meet your direct reports", "[x] 6. ");
    }

    [Fact]
    public void The_own_team_before_the_others_is_asked_about_recorded_and_not_forbidden()
    {
        var chat = new Chat().SetUp().At(12, 7).Say("day 7").Press("Tick: Your own team, last");
        chat.Sees("# Early: Your own team, last", "Still open, and better done first:", "What makes you do it now?");
        chat.Press("Save", ("reason", "They asked for it")).Sees("[x] ").SeesNot("Early:");
        chat.Say("step own team").Sees("before others that should come first. Reason: They asked for it");
        chat.Say("undo").Say("step own team").SeesNot("They asked for it");
    }

    [Fact]
    public void Out_of_order_without_a_reason_is_recorded_too()
    {
        var chat = new Chat().SetUp().At(12, 7).Say("day 7").Press("Tick: Your own team, last").Press("Skip").Sees("[x] ");
        Assert.Equal("", chat.State.Steps["own-team"].OutOfOrder);
    }

    [Fact]
    public void In_order_nothing_is_asked()
    {
        var chat = new Chat().SetUp().At(12, 7);
        foreach (var step in (string[])["sales-pipeline", "support", "services", "cfo", "own-team", "verdict"])
            chat.Press(CardAction.Of(Verbs.Tick, (DataKeys.Step, step), (DataKeys.View, "day:6"))).SeesNot("Early");
        Assert.Equal(6, chat.State.Steps.Count);
    }

    [Fact]
    public void A_weekend_shows_what_comes_next() =>
        DayOne().At(11, 28).Say("today").Sees("Next: Monday 30 November");

    [Fact]
    public void At_the_end_the_plan_says_so()
    {
        var chat = new Chat().SetUp().At(12, 8);
        var plan = PersonalPlan.Build(chat.Last.Content.Plan, new(2026, 11, 27), Workdays.Usual, ImmutableDictionary<string, StepState>.Empty);
        foreach (var item in plan.Items)
            chat.Press(CardAction.Of(Verbs.Tick, (DataKeys.Step, item.Key), (DataKeys.View, Views.Today)));
        chat.Say("today").Sees("Every step is settled");
    }

    [Fact]
    public void A_drafted_message_names_the_people_and_can_be_put_into_own_words()
    {
        var chat = DayOne().Say("apology").Sees("Lunch, and an apology");
        chat.Press(CardAction.Show(Views.Message("apology"))).Sees("Alex Chen", "Ann Lee and Bob Roy", "Monday 7 December").SeesNot("{");
        chat.Press("Edit").Sees("= Hi Ann Lee").Press("Save", ("text", "Dear all, back soon.")).Sees("Dear all, back soon.");
        chat.Press("Send it as text to copy");
        Assert.Equal([new Reply.Say("Dear all, back soon.")], chat.Last.Replies);
    }

    [Fact]
    public void The_week_shows_every_day_of_it()
    {
        var chat = new Chat().SetUp().At(12, 2).Say("week");
        chat.Sees("# Week of Monday 30 November", "## Monday 30 November", "## Friday 4 December").SeesNot("## Monday 7 December");
    }

    [Fact]
    public void The_plan_leads_to_each_of_its_days() =>
        new Chat().SetUp().Say("plan").Press("Day 3 · Tue 1 Dec").Sees("# Day 3 · Tuesday 1 December");
}
