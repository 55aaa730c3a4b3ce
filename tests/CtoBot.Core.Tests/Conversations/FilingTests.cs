using CtoBot.Core.Customers;
using CtoBot.Core.Flows;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>What is filed, and what the state keeps of it, when it is changed, undone or met by an old card.</summary>
public sealed class FilingTests
{
    private static CardAction Debrief(string visit) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, visit), (DataKeys.Form, "yes"));

    private static Chat Customers() => new Chat().SetUp().At(11, 27).Say("customers").Press("Add customers").Say("Northwind\nFabrikam");

    private static Chat Planned(Chat chat, string customer = "northwind", string day = "2026-11-30") => chat.Say($"customer {customer}").Press("Plan a visit")
        .Press("Save", ("date", day), ("time", "10:00"), ("zone", "Europe/Berlin"));

    /// <summary>The visit v3 to Northwind was written down.</summary>
    private static Chat Written() => Planned(Customers()).At(11, 30, 12).Press(Debrief("v3")).Press("Save", ("usage", "Daily"), ("risk", "4"));

    /// <summary>Takes back the steps that were ticked along with an end, and then the end.</summary>
    private static Chat UndoneTo(Chat chat, string what)
    {
        while (!chat.Say("undo").Text.Contains(what, StringComparison.Ordinal))
            chat.Sees("Undone: ticking");
        return chat;
    }

    [Fact]
    public void A_debrief_whose_end_is_undone_waits_again()
    {
        var chat = UndoneTo(Written(), "Undone: answers in “Debrief: Northwind”");
        Assert.False(chat.State.Visits["v3"].Debriefed);
        Assert.DoesNotContain("debrief:v3", chat.Records.Load().Keys);
        Assert.False(chat.State.Drafts["debrief:v3"].Filed);
        chat.Press("Save", ("usage", "Weekly"), ("risk", "2"));
        Assert.True(chat.State.Visits["v3"].Debriefed);
        Assert.True(chat.Records.Load()["debrief:v3"].Earlier.IsDefaultOrEmpty);
    }

    [Fact]
    public void A_visit_whose_planning_is_undone_is_off_the_list()
    {
        var chat = UndoneTo(Planned(Customers()), "Undone: answers in “Visit: Northwind”");
        Assert.Empty(chat.State.Visits);
        Assert.DoesNotContain("visit:v3", chat.Records.Load().Keys);
        chat.Press("Save", ("date", "2026-12-01"), ("time", "09:00"), ("zone", "Europe/Berlin")).Sees("Northwind");
        Assert.Equal(1, chat.State.Visits["v3"].Start.Day);
    }

    [Fact]
    public void An_edit_that_is_undone_replaced_nothing()
    {
        var chat = Written().Press(CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, "v3"), (DataKeys.Page, "risk"))).Press("Save", ("risk", "2"), ("reasons", ""));
        Assert.Single(chat.Records.Load()["debrief:v3"].Earlier);
        chat.Say("undo");
        Assert.True(chat.Records.Load()["debrief:v3"].Earlier.IsEmpty);
        Assert.Equal(4, chat.Records.Load()["debrief:v3"].Value<AnswerValue.Scale>("risk")!.Point);
    }

    [Fact]
    public void A_cancelled_visit_comes_back_with_what_was_replaced_in_it()
    {
        var chat = Planned(Customers()).Press(CardAction.Show(Views.Visit("v3"))).Press("Move or change").Press("Save", ("date", "2026-12-01"), ("time", "10:00"), ("zone", "Europe/Berlin"));
        var earlier = chat.Records.Load()["visit:v3"].Earlier;
        Assert.NotEmpty(earlier);
        chat.Press(CardAction.Of(Verbs.CancelVisit, (DataKeys.Subject, "v3")));
        Assert.Empty(chat.State.Visits);
        chat.Say("undo");
        Assert.Equal(earlier.Length, chat.Records.Load()["visit:v3"].Earlier.Length);
        Assert.Equal(1, chat.State.Visits["v3"].Start.Day);
    }

    [Fact]
    public void Two_visits_are_planned_at_the_same_time()
    {
        var chat = Customers().Say("customer northwind").Press("Plan a visit").Sees("Visit: Northwind");
        chat.Say("customer fabrikam").Press("Plan a visit").Sees("Visit: Fabrikam");
        chat.Say("customer northwind").Press("Plan a visit").Sees("Visit: Northwind");
        Assert.Equal(["visit:v3", "visit:v4"], chat.State.Drafts.Keys.Where(id => id.StartsWith("visit:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_outdated_card_plans_a_visit_to_its_own_customer()
    {
        var chat = Customers().Say("customer fabrikam");
        var plan = chat.Action("Plan a visit");
        Planned(chat).Press(plan).Sees("Visit: Fabrikam").Press("Save", ("date", "2026-12-02"), ("time", "10:00"), ("zone", "Europe/Berlin"));
        Assert.Equal(["c1", "c2"], chat.State.Visits.Values.Select(visit => visit.Customer).Order(StringComparer.Ordinal));
        // The same card on another device is about the visit that it planned.
        chat.Press(chat.State.Visits.Single(visit => visit.Value.Customer == "c2").Key is "v4" ? CardAction.Of(plan.Verb, (DataKeys.Flow, BookFlows.Visit), (DataKeys.Subject, "v4"), (DataKeys.About, "c2")) : plan);
        Assert.Equal(2, chat.State.Visits.Count);
    }

    [Fact]
    public void A_visit_that_was_never_planned_can_be_undone()
    {
        var chat = Customers().Press(CardAction.Of(Verbs.Visited, (DataKeys.Subject, "c1"))).Sees("Debrief: Northwind");
        Assert.Single(chat.State.Visits);
        chat.Say("undo").Sees("Undone: the visit to “Northwind”");
        Assert.Empty(chat.State.Visits);
        Assert.Empty(chat.State.Drafts.Keys.Except(["setup"]));
        Assert.Equal(["customer:c1", "customer:c2"], chat.Records.Load().Keys.Order(StringComparer.Ordinal));
        UndoneTo(chat, "Undone: adding");
        Assert.Empty(chat.State.Customers);
    }

    [Fact]
    public void A_visit_of_long_ago_that_is_changed_does_not_wait_for_its_debrief_again()
    {
        var chat = Written();
        Planned(chat, "fabrikam", "2026-12-21").At(12, 21, 12).Press(Debrief("v4")).Press("Save", ("usage", "Never"));
        Assert.Equal(["v4"], chat.State.Visits.Keys);
        chat.Press(CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Visit), (DataKeys.Subject, "v3"), (DataKeys.Page, "when"))).Press("Save", ("date", "2026-12-01"), ("time", "11:00"), ("zone", "Europe/Berlin"));
        Assert.Equal(["v4"], chat.State.Visits.Keys);
        chat.Press(Debrief("v3"));
        Assert.Equal("Daily", chat.Records.Load()["debrief:v3"].Value<AnswerValue.Text>("usage")!.Words);
        chat.Sees("Daily");
    }

    [Fact]
    public void Only_a_visit_that_is_planned_can_be_written_down()
    {
        var chat = Customers().Say("customer northwind").Press("Plan a visit").Press(Debrief("v3"));
        Assert.DoesNotContain("debrief:v3", chat.State.Drafts.Keys);
        foreach (var forged in (string[])["v999", "c1", "c0", "v", ""])
            Assert.DoesNotContain($"debrief:{forged}", chat.Press(Debrief(forged)).State.Drafts.Keys);
    }

    [Theory]
    [InlineData("Move or change")]
    [InlineData("Plan a visit")]
    public void A_dialog_that_ends_when_there_is_no_plan_any_more_leads_on(string dialog)
    {
        var chat = Planned(Customers()).Press(CardAction.Show(dialog == "Move or change" ? Views.Visit("v3") : Views.Customer("c2"))).Press(dialog);
        var save = chat.Action("Save");
        chat.Say("edit hat").Say("cmo").Press(save, ("date", "2026-12-01"), ("time", "11:00"), ("zone", "Europe/Berlin"));
        Assert.NotEmpty(chat.Last.Replies);
        Assert.Contains(chat.State.Visits.Values, visit => visit.Start.Day == 1);
    }

    [Fact]
    public void What_is_filed_counts_among_what_would_go()
    {
        Customers().Say("forget me").Sees("your answers (10)");
        Written().Say("forget me").SeesNot("your answers (10)");
    }

    [Fact]
    public void A_list_from_before_the_person_was_forgotten_brings_no_customer_back()
    {
        var chat = Customers().Press("Add customers");
        var save = chat.Action("Save");
        chat.Say("forget me").Say("delete everything").Install().Press(save, ("list.name", "Adatum"));
        Assert.Empty(chat.State.Customers);
        Assert.Equal(0, chat.Records.Count);
    }

    [Fact]
    public void A_list_of_customers_that_was_left_with_lines_is_shown_again_and_not_taken_as_finished()
    {
        var chat = new Chat().SetUp().At(11, 27).Say("customers").Press("Add customers").Press("Add another", ("list.name", "Northwind")).Press("Cancel").Say("undo");
        Assert.Empty(chat.State.Customers);
        chat.Say("customers").Press("Add customers").Sees("Northwind");
        Assert.Empty(chat.State.Customers);
        chat.Press("Save", ("list.name", "Fabrikam")).Sees("Northwind").Sees("Fabrikam");
        Assert.Equal(["Fabrikam", "Northwind"], chat.State.Customers.Values.Select(customer => customer.Name).Order(StringComparer.Ordinal));
    }
}
