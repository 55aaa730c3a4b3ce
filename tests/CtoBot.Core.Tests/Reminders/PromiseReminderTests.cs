using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reminders;
using CtoBot.Core.Tests.Conversations;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

/// <summary>What was promised stands in the morning's card, and no filed dialog is read for it.</summary>
public sealed class PromiseReminderTests
{
    private static readonly LocalDate Tuesday = new(2026, 12, 1);

    /// <summary>A visit to Northwind on Monday 30 November that was written down, with a promise and a next step.</summary>
    private static Chat Promised(string due = "2026-12-02", string next = "2026-12-10") => new Chat().SetUp().At(11, 27).Say("customers").Press("Add customers").Say("Northwind\nFabrikam")
        .Say("customer northwind").Press("Plan a visit").Press("Save", ("date", "2026-11-30"), ("time", "10:00"), ("zone", "Europe/Berlin"))
        .At(11, 30, 12).Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, "v3"), (DataKeys.Form, "yes")))
        .Press("Save", ("usage", "Daily"), ("risk", "2"), ("promises.what", "Hotfix for the export"), ("promises.who", "Ann Lee"), ("promises.due", due), ("next.what", "Call Maren"), ("next.due", next));

    private static Chat Morning(Chat chat, LocalDate day)
    {
        chat.At(day.Month, day.Day).Take(new Input.Tick(chat.NextId(), State.ClientFacts.Unknown, DueKind.Morning, day));
        Assert.Null(chat.Last.Loaded);
        return chat;
    }

    [Fact]
    public void What_is_due_within_three_days_or_overdue_stands_in_it_with_who_and_for_whom()
    {
        Morning(Promised(), Tuesday).Sees("1 promise due", "## Promises due\n* Hotfix for the export | by Wed 2 Dec · Ann Lee · Northwind").SeesNot("Call Maren");
        Morning(Promised(), new LocalDate(2026, 12, 2)).Sees("* Hotfix for the export | by today · Ann Lee · Northwind");
        Morning(Promised(), new LocalDate(2026, 12, 7)).Sees("2 promises due", "* Hotfix for the export | 5 days overdue · Ann Lee · Northwind\n* Call Maren | by Thu 10 Dec · Northwind");
    }

    [Fact]
    public void It_leads_to_the_promise_and_what_is_kept_is_gone_until_that_is_taken_back()
    {
        var chat = Morning(Promised(), Tuesday).Press("Hotfix for the export").Sees("# Hotfix for the export").Press("Kept");
        chat.Say("send me one now").SeesNot("Promises due");
        chat.Say("undo").Say("send me one now").Sees("* Hotfix for the export | by Wed 2 Dec");
        chat.Say("promises").Press("Hotfix for the export").Press("Not kept").Say("send me one now").SeesNot("Promises due");
    }

    [Fact]
    public void A_debrief_that_is_changed_or_taken_back_changes_it()
    {
        var edit = CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, "v3"), (DataKeys.Page, "promises"));
        var chat = Promised().Press(edit);
        var line = chat.State.Drafts["debrief:v3"].Value<AnswerValue.Table>("promises")!.Lines[0].Cells["id"];
        Morning(chat, Tuesday).Sees("Hotfix for the export");
        chat.Press(edit with { Data = edit.Data.SetItem(DataKeys.Line, line) }).Press("Remove");
        chat.Say("send me one now").SeesNot("Promises due");
        chat.Say("undo").Say("send me one now").Sees("* Hotfix for the export");
        while (chat.State.Visits["v3"].Debriefed)
            chat.Say("undo");
        Assert.Empty(chat.State.Promises);
    }

    [Fact]
    public void A_promise_to_a_customer_who_is_put_away_is_silent()
    {
        var chat = Promised().Press(CardAction.Of(Verbs.Archive, (DataKeys.Subject, "c1")));
        Morning(chat, Tuesday).SeesNot("Promises due");
        chat.Press(CardAction.Of(Verbs.Restore, (DataKeys.Subject, "c1"))).Say("send me one now").Sees("Promises due");
    }

    [Fact]
    public void What_was_promised_in_a_meeting_and_in_a_debrief_that_is_still_open_counts_as_well()
    {
        var chat = Promised("2026-12-20", "2026-12-20").Say("notes support").Press("Next", ("urgency", "3")).Press("Skip")
            .Press("Add another", ("promises.what", "One on-call list"), ("promises.who", "Bob"), ("promises.due", "2026-12-02"));
        Assert.False(chat.State.Drafts[BookFlows.Support].Filed);
        Morning(chat, Tuesday).Sees("* One on-call list | by Wed 2 Dec · Bob\n");
        chat.Say("continue").Press("Save").Say("send me one now").Sees("* One on-call list | by Wed 2 Dec · Bob\n");
        Assert.True(chat.State.Promises.ContainsKey(BookFlows.Support));
    }

    [Fact]
    public void Of_many_the_first_five_are_named_and_the_others_a_button_away()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 9).Select(number => $"Thing {number} | Ann | 2026-12-0{1 + (number % 3)}"));
        var chat = Promised("2026-12-01").Press(CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, "v3"), (DataKeys.Page, "promises"))).Say(lines);
        Morning(chat, Tuesday).Sees("10 promises due", "* Promises | 5 more are due").Press("Promises").Sees("# Promises", "Thing 9");
    }

    [Fact]
    public void Of_more_than_the_state_keeps_none_is_lost_and_who_settles_the_first_is_told_of_the_others()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 14).Select(number => $"Thing {number:00} | Ann | 2026-12-{number:00}"));
        var chat = Promised("2026-12-20", "2026-12-20").Press(CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, "v3"), (DataKeys.Page, "promises"))).Say(lines);
        while (chat.State.Drafts.ContainsKey("debrief:v3"))
            chat.Press("Save");
        Assert.Equal(new LocalDate(2026, 12, 11), chat.State.PromisesCut);
        Morning(chat, new LocalDate(2026, 12, 7)).Sees("10 promises due");

        var later = new LocalDate(2026, 12, 8);
        chat.At(later.Month, later.Day).Take(new Input.Tick(chat.NextId(), State.ClientFacts.Unknown, DueKind.Morning, later)).Sees("11 promises due", "6 more are due");
        Assert.NotNull(chat.Last.Loaded);
        for (var number = 1; number <= 11; number++)
            chat.Say("promises").Press($"Thing {number:00}").Press("Kept");
        var after = later.PlusDays(1);
        chat.At(after.Month, after.Day).Take(new Input.Tick(chat.NextId(), State.ClientFacts.Unknown, DueKind.Morning, after)).Sees("1 promise due", "* Thing 12 | by Sat 12 Dec · Ann · Northwind");
        Assert.NotNull(chat.Last.Loaded);
        Morning(chat, after.PlusDays(1)).Sees("2 promises due", "* Thing 13");
        Assert.Null(chat.State.PromisesCut);
    }

    [Fact]
    public void The_state_keeps_no_more_than_it_can_carry_and_those_due_first()
    {
        var many = new AnswerValue.Table([.. Enumerable.Range(1, 300).Select(number => new Core.Reading.Row(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty
            .Add("id", $"r{number}").Add("what", new string('x', 400)).Add("due", NodaTime.Text.LocalDatePattern.Iso.Format(new LocalDate(2027, 12, 31).PlusDays(-number)))))]);
        var draft = new Draft(BookFlows.Support, "", Instant.FromUtc(2026, 12, 1, 9, 0), System.Collections.Immutable.ImmutableDictionary<string, Answer>.Empty.Add("promises", new Answer(many, 1, default)));
        var state = PromiseIndex.Filed(new State.PersonState(), draft);
        var kept = PromiseIndex.Of(state);
        Assert.Equal(PromiseIndex.Most, kept.Length);
        Assert.Equal(Enumerable.Range(301 - PromiseIndex.Most, PromiseIndex.Most).Reverse().Select(number => new LocalDate(2027, 12, 31).PlusDays(-number)), kept.Select(promise => promise.Due));
        Assert.All(kept, promise => Assert.InRange(promise.What.Length, 100, 125));
        Assert.Equal(new LocalDate(2027, 12, 31).PlusDays(PromiseIndex.Most - 300), state.PromisesCut);
        Assert.InRange(State.StateJson.Write(state).Length, 1, 3_000);
        Assert.Empty(PromiseIndex.Unfiled(state, draft).Promises);
    }
}
