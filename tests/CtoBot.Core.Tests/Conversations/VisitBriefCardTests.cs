using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>The page to read before a visit.</summary>
public sealed class VisitBriefCardTests
{
    /// <summary>The evening before the second visit to Hamburg, which is on Thursday 3 December.</summary>
    private static Chat Before(int day, int hour) => TwoWeeks.Chat(draft => draft.Id == "debrief:v11" || draft.Flow.StartsWith("meeting", StringComparison.Ordinal) ? null : draft).At(12, day, hour);

    [Fact]
    public void The_evening_before_it_tells_who_where_and_what_is_known()
    {
        Before(2, 18).Press(CardAction.Show(Views.Brief("v11"))).Sees(
            "# Tomorrow: Nordhaven Logistics",
            "When: Thu 3 Dec, 15:00 · 45 minutes",
            "Where: Am Sandtorkai 1 · Hamburg",
            "Contact: Maren Petersen, head of IT",
            "With: nobody, you go alone",
            "Introduction: introduced by Dana Kim",
            "Renewal: Sun 31 Jan 2027",
            "Revenue a year: 480,000 EUR",
            "Trouble so far: Two outages in October.",
            "## Last time, on Mon 30 Nov\n- Flight risk 4 of 5 · They named a competitor · Escalations go unanswered\n- Bugs then: CSV export drops rows over 50,000 lines; SSO login fails after idle time\n- Marks then: Sales 3, Professional services 2, Customer support 1, Training 3, Engineering 4",
            ">   Softway calls me every week | you never do.   (Maren Petersen, Nordhaven Logistics, Mon 30 Nov)",
            "## Open promises\n- Call Maren with the date of the hotfix, by Fri 4 Dec\n",
            "- Can you show me how you use it here",
            "- Which bugs and defects",
            "- If you chose again today",
            "- What did sales promise",
            "- How did professional services",
            "- When you call support",
            "- After our training",
            "## What you heard elsewhere\n- CSV export drops rows over 50,000 lines: 2 customers\n- SSO login fails after idle time: 1 customer\n",
            // Of the four others: sales 2 4 3 2, services 4 4 1 3, support 3 4 2 2, training 5 2 4, engineering 3 4 3 4.
            "- Marks on average: Sales 2.8, Professional services 3.0, Customer support 2.8, Training 3.7, Engineering 3.5\n",
            "- Why they might leave: The price (2), Something is missing (2), The renewal is near (1),",
            "[Move or change][The customer][Visits][Today]");
    }

    [Fact]
    public void The_same_morning_it_says_so_and_afterwards_it_leads_to_the_debrief()
    {
        Before(3, 7).Press(CardAction.Show(Views.Brief("v11"))).Sees("# Today: Nordhaven Logistics").SeesNot("[Debrief]");
        Before(3, 16).Press(CardAction.Show(Views.Brief("v11"))).Press("Debrief").Sees("Debrief: Nordhaven Logistics");
        TwoWeeks.Chat().Press(CardAction.Show(Views.Brief("v11"))).Sees("# Brief: Nordhaven Logistics").SeesNot("[Move or change]").Press("Debrief").Sees("Use: As on Monday; now with the hotfix.");
    }

    [Fact]
    public void Times_are_those_of_the_place_and_the_person()
    {
        TwoWeeks.Chat().Press(CardAction.Show(Views.Brief("v9"))).Sees("When: Wed 2 Dec, 11:00 (08:00 your time) · 120 minutes", "Introduction: Dana Kim was asked to introduce you");
        TwoWeeks.Chat().Press(CardAction.Show(Views.Brief("v7"))).Sees("With: Paul Ost, who comes along", "sales insists on coming along: Paul Ost, account manager", "Renewal: Sun 28 Feb 2027");
    }

    [Fact]
    public void A_visit_that_the_state_holds_no_more_is_still_told_of()
    {
        var chat = TwoWeeks.Chat();
        var seen = chat.Press(CardAction.Show(Views.Brief("v9"))).Text;

        Assert.Equal(seen, chat.Change(state => state with { Visits = state.Visits.Remove("v9") }).Press(CardAction.Show(Views.Brief("v9"))).Text);
    }

    [Fact]
    public void The_first_visit_of_all_has_no_last_time_and_nothing_from_elsewhere()
    {
        var chat = TwoWeeks.Chat(draft => draft.Flow is BookFlows.Customer or BookFlows.Visit ? draft : null).At(11, 29, 18);

        chat.Press(CardAction.Show(Views.Brief("v6"))).Sees("# Tomorrow: Nordhaven Logistics", "Nothing yet: you have heard nobody else so far.").SeesNot("Last time").SeesNot("Open promises");
    }

    [Theory]
    [InlineData("v6")]
    [InlineData("v7")]
    [InlineData("v8")]
    [InlineData("v10")]
    [InlineData("v11")]
    public void Of_other_customers_no_word_is_told(string visit)
    {
        var customer = TwoWeeks.Five.Of(BookFlows.Visit, visit).Fields["customer"];
        var text = TwoWeeks.Chat().Press(CardAction.Show(Views.Brief(visit))).Text;
        var others = TwoWeeks.Five.Sheets.Where(sheet => sheet.Flow == BookFlows.Debrief && TwoWeeks.Five.Of(BookFlows.Visit, sheet.Subject).Fields["customer"] != customer).ToArray();

        Assert.NotEmpty(others);
        Assert.All(others.SelectMany(sheet => sheet.Lines.GetValueOrDefault("quotes", [])), line => Assert.DoesNotContain(line["quotes.words"], text, StringComparison.Ordinal));
        Assert.All(others.SelectMany(sheet => sheet.Fields).Where(field => field.Key.EndsWith("Said", StringComparison.Ordinal)), said => Assert.DoesNotContain(said.Value, text, StringComparison.Ordinal));
        Assert.All(TwoWeeks.Five.Sheets.Where(sheet => sheet.Flow == BookFlows.Customer && sheet.Subject != customer), other => Assert.DoesNotContain(other.Fields["name"], text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_reminder_sends_the_same_page()
    {
        var chat = Before(2, 18).Press(CardAction.Show(Views.Brief("v11")));
        var library = ContentLibrary.BuiltIn;
        var scene = Scene.For(library, chat.State, chat.Now, new Records(chat.Records.Load()));

        Assert.Equal(chat.Text, Transcript.Of([BriefCards.Visit(scene, chat.State, "v11")!]));
        Assert.Null(BriefCards.Visit(scene, chat.State, "v99"));
    }
}
