using CtoBot.Core.Flows;
using CtoBot.Core.Tests.Conversations;
using NodaTime;

namespace CtoBot.Core.Tests.Findings;

public sealed class OtherViewTests
{
    private const string Flood = "They said:\r\n\r\n*never* again 🏳️‍🌈 مرحبا\n";

    [Fact]
    public void Marks_stand_in_a_matrix_and_lead_to_the_words_behind_them()
    {
        var chat = Heard.Cto()
            .Customer("c1", "Acme").Customer("c2", "Beta")
            .Debrief("v1", "c1", "2026-12-01", Heard.Mark("supportRating", 1), Heard.Words("supportSaid", Flood), Heard.Mark("salesRating", 4))
            .Debrief("v2", "c2", "2026-12-02", Heard.Mark("supportRating", 4), Heard.Lines("quotes", "r7: words=Nobody calls back | who=J. Voss | about=support"))
            .Say("ratings");

        var matrix = Assert.IsType<Reply.Matrix>(Assert.Single(chat.Last.Replies));
        Assert.Equal(["Sales", "Services", "Support", "Training", "Engin."], matrix.Columns);
        Assert.Equal(["4", "–", "1", "–", "–"], matrix.Rows[0].Cells.Select(cell => cell.Figure.Text));
        Assert.Equal(Tone.Attention, matrix.Rows[0].Cells[2].Figure.Tone);
        Assert.Equal(["4.0", "–", "2.5", "–", "–"], matrix.Footer!.Cells.Select(cell => cell.Figure.Text));
        chat.Sees("From 1, 0, 2, 0 and 0 marks", "Lowest: Customer support, 2.5.", "Highest: Sales, 4.0.");

        chat.Press(matrix.Rows[0].Cells[2].Open!);
        var quote = Assert.IsType<Reply.Quote>(Assert.Single(chat.Last.Replies));
        Assert.Equal((Flood, "Acme, Tue 1 Dec", "Customer support"), (quote.Words, quote.Source, quote.Title));

        chat.Press("Service").Press(matrix.Rows[1].Cells[2].Open!).Sees("# Customer support", "2.5 on average, from 2 customers", "- 1: Acme", "- 4: Beta", "> Nobody calls back (J. Voss, Beta, Wed 2 Dec)");
        chat.Say("service suport").Sees("# Customer support");
        chat.Say("service training").Sees("Nothing was said about Training yet.");
    }

    [Fact]
    public void A_quote_of_twenty_thousand_characters_comes_back_whole()
    {
        var words = string.Concat(Enumerable.Repeat("\"Ünïcode\" \\ and a line\r\n", 860))[..20_000];
        var chat = Heard.Cto().Customer("c1", "Acme").Debrief("v1", "c1", "2026-12-01", Heard.Lines("quotes", "r7: words=x"));
        chat.File("debrief", "v1", [("quotes", new AnswerValue.Table([new(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("id", "r7").Add("words", words))]))]);

        chat.Press(CardAction.Show(Views.Quote("debrief", "v1", "r7")));
        var shown = Assert.IsType<Reply.Quote>(Assert.Single(chat.Last.Replies)).Words;
        for (var part = 2; Chat.Actions(chat.Last.Replies).Any(button => button.Label == "Next part"); part++)
        {
            chat.Press("Next part").Sees($"Part {part} of ");
            shown += Assert.IsType<Reply.Quote>(Assert.Single(chat.Last.Replies)).Words;
        }

        Assert.Equal(words, shown);
    }

    [Theory]
    [InlineData("quote:debrief/v1/r99")]
    [InlineData("quote:setup//company")]
    [InlineData("quote:debrief")]
    [InlineData("quote:a/b/c/d/e")]
    [InlineData("bug:v1/r1/2/3")]
    [InlineData("bug:")]
    [InlineData("promise:x")]
    [InlineData("service:nothing")]
    [InlineData("twins:x")]
    [InlineData("same:v1")]
    public void What_is_not_there_is_said_to_be_gone(string view) =>
        Heard.Cto().Customer("c1", "Acme").Debrief("v1", "c1", "2026-12-01", Heard.Mark("risk", 3)).Press(CardAction.Show(view)).Sees("# That is not in your plan");

    [Fact]
    public void Promises_are_kept_broken_reopened_and_undone()
    {
        var chat = Promised().Say("promises");
        chat.Sees("2 open, 1 overdue, 0 kept, 0 not kept", "## Overdue\n☐ (Attention) Send the dates | 3 days overdue · Ann Lee | Acme, Tue 1 Dec", "☐ Call them | by Thu 10 Dec · your next step");

        chat.Press("Kept").Sees("Kept: Send the dates.", "2 open, 0 overdue, 1 kept").SeesNot("Send the dates |");
        chat.Press("Kept and not kept: 1").Sees("☑ (Good) Send the dates | kept on Mon 7 Dec");
        chat.Press("Open again").Sees("Open again: Send the dates.", "1 overdue").Press("What is open").Sees("Send the dates |");
        chat.Press("Call them").Sees("# Call them", "By when: Thu 10 Dec", "Who keeps it: you").Press("Not kept").Sees("Not kept: Call them.", "State: Not kept");
        chat.Press("Undo").Sees("Undone: marking “Call them” as not kept", "[Kept][Not kept]");
    }

    [Fact]
    public void A_promise_marked_twice_is_marked_once_and_keeps_its_day()
    {
        var chat = Promised().Say("promises");
        var kept = chat.Action("Kept");
        var revision = chat.Press(kept).State.Revision;

        chat.At(12, 9).Press(kept);
        Assert.Equal(revision, chat.State.Revision);
        chat.Say("promises").Press("Kept and not kept: 1").Sees("kept on Mon 7 Dec");
        chat.Press(CardAction.Of(Verbs.Settle, ("subject", "debrief/v9/promises/r1"), ("mark", "kept"))).Sees("That promise is no longer in the notes it came from.");
        chat.Press(CardAction.Of(Verbs.Settle, ("subject", "debrief/v1/promises/r1"), ("mark", "<b>")));
        Assert.Equal(revision, chat.State.Revision);
    }

    private static Chat Promised() => Heard.Cto()
        .Customer("c1", "Acme")
        .Debrief("v1", "c1", "2026-12-01",
            Heard.Lines("promises", "r1: what=Send the dates | who=Ann Lee | due=2026-12-04", "r2: what=Price list"),
            Heard.Lines("next", "r3: what=Call them | due=2026-12-10"));

    [Fact]
    public void The_room_to_act_is_what_is_free_against_what_was_found()
    {
        var chat = Heard.Cto()
            .Customer("c1", "Acme", "120000 EUR")
            .Debrief("v1", "c1", "2026-12-01", Heard.Mark("risk", 5), Heard.Mark("trainingRating", 2))
            .File("meeting-cfo", "", [
                Heard.Lines("budget", "r1: line=Cloud | amount=100000 EUR | committed=70000 EUR", "r2: line=Travel"),
                Heard.Lines("costs", "r3: what=Fix the export | kind=bug | cost=40000 EUR", "r4: what=Trainers | kind=gap")])
            .Say("room");

        chat.Sees("Budget: 100,000 EUR", "Committed: 70,000 EUR", "Free: 30,000 EUR", "Costs found: 40,000 EUR", "Left: -10,000 EUR", "Short by 10,000 EUR.");
        chat.Sees("- Cloud: 100,000 EUR, of it free 30,000 EUR", "- Travel: amount not known", "- Bugs: Fix the export, 40,000 EUR", "- Gaps in service: Trainers, no figure yet");
        chat.Sees("Revenue of customers at 4 or 5 on flight risk: 120,000 EUR a year", "Training: 2.0 on average, a low mark from 1 customer");
        Heard.Cto().Say("room").Sees("# No budget yet", "[Notes with the CFO]");
        Heard.Cto().Say("deals").Sees("# No deals yet", "[Notes with sales]");
        Heard.Cto().Say("ratings").Sees("# No marks yet");
        Heard.Cto().Say("promises").Sees("# No promises yet");
    }

    [Fact]
    public void Debriefs_that_wait_come_before_those_that_are_done()
    {
        var chat = Heard.Cto().Customer("c1", "Acme").Customer("c2", "Beta").Debrief("v1", "c1", "2026-12-01", Heard.Mark("risk", 4));
        chat.Press(CardAction.Show(Views.Debriefs)).Sees("4 (Attention) Acme | Tue 1 Dec").SeesNot("Over, and not written down");

        chat.Change(state => state with { Visits = state.Visits.Add("v2", new("c2", new LocalDateTime(2026, 12, 4, 10, 0), "Europe/Berlin", 60)) });
        chat.Press(CardAction.Show(Views.Debriefs)).Sees("## Over, and not written down\n! (Attention) Beta | Fri 4 Dec, 10:00\n## Written down");
        Heard.Cto().Press(CardAction.Show(Views.Debriefs)).Sees("# No debriefs yet");
    }
}
