using System.Collections.Immutable;
using System.Diagnostics;
using CtoBot.Core.Flows;
using CtoBot.Core.Tests.Conversations;

namespace CtoBot.Core.Tests.Findings;

public sealed class BugViewTests
{
    private static Chat Chat() => Heard.Cto()
        .Customer("c1", "Acme", "120000 EUR")
        .Customer("c2", "Beta", "80000 EUR")
        .Customer("c3", "Gamma", "10000 EUR")
        .Debrief("v1", "c1", "2026-12-01", Heard.Lines("bugs", "r1: title=Export of reports hangs | severity=major | blocks=month end | promised=a fix in May", "r2: title=Login loops"))
        .Debrief("v2", "c2", "2026-12-02", Heard.Lines("bugs", "r3: title=Reports export hangs | severity=blocker | since=2026-10-01"))
        .Debrief("v3", "c3", "2026-12-03", Heard.Lines("bugs", "r4: title=PDF never comes"));

    private static ImmutableArray<BoardRow> Rows(Chat chat) => Assert.IsType<Reply.Board>(Assert.Single(chat.Last.Replies)).Sections.Single().Rows;

    [Fact]
    public void Bugs_that_sound_alike_are_made_one_and_undone()
    {
        var chat = Chat().Say("bugs");
        Assert.Equal(["1×", "1×", "1×", "1×"], Rows(chat).Select(row => row.Figure.Text));

        chat.Press("The same bug? (1)").Sees("Export of reports hangs", "Reports export hangs", "[The same][Two different bugs]");
        chat.Press("The same").Sees("One bug now: Export of reports hangs, 2 customers.", "[Undo]");
        Assert.Equal(("2×", "Export of reports hangs"), (Rows(chat)[0].Figure.Text, Rows(chat)[0].Title));
        Assert.Equal(["Acme and Beta", "Blocker · since Thu 1 Oct", "200,000 EUR a year at stake"], Rows(chat)[0].Details);
        chat.Sees("3 bugs · 1 shared by several customers").SeesNot("The same bug?");

        chat.Press("Undo").Sees("Undone: making one bug of “Export of reports hangs”", "[The same][Two different bugs]").Say("bugs").Sees("4 bugs", "[The same bug? (1)]");
    }

    [Fact]
    public void Two_bugs_that_are_not_the_same_are_not_asked_about_again()
    {
        var chat = Chat().Say("bugs").Press("The same bug? (1)");
        var twice = chat.Action("Two different bugs");

        chat.Press(twice).Sees("Two bugs, then.", "4 bugs").SeesNot("The same bug?");
        chat.Press(twice).Sees("4 bugs");
        Assert.Equal("v1/r1", Cells(chat, "v2", 0)["apart"]);
        chat.Say("undo").Say("bugs").Sees("The same bug? (1)");
    }

    [Fact]
    public void Any_bug_can_be_merged_those_that_resemble_it_most_first_and_taken_apart()
    {
        var chat = Chat().Say("bug reports export").Press("Same as another");
        Assert.Equal("Export of reports hangs", Rows(chat)[0].Title);

        chat.Press("PDF never comes").Sees("# PDF never comes", "One bug now: PDF never comes, 2 customers.", "They call it “Reports export hangs”");
        chat.Press("Take apart").Sees("Two bugs again:");
        Assert.False(Cells(chat, "v2", 0).ContainsKey("same"));
        chat.Say("undo").Say("bug pdf").Sees("Customers: 2");
    }

    [Fact]
    public void When_the_one_that_leads_is_taken_out_the_others_stay_together()
    {
        var chat = Chat();
        Merge(chat, "v2/r3", "v1/r1");
        Merge(chat, "v3/r4", "v1/r1");
        Press(chat, Verbs.Split, ("subject", "v1/r1"), ("view", "bugs"));

        chat.Sees("Two bugs again: Reports export hangs and Export of reports hangs.", "3 bugs");
        Assert.Equal(["2×", "1×", "1×"], Rows(chat).Select(row => row.Figure.Text));
        chat.Press("Undo").Sees("2 bugs");
        Assert.Equal(("3×", "Export of reports hangs"), (Rows(chat)[0].Figure.Text, Rows(chat)[0].Title));
    }

    [Fact]
    public void Merging_twice_or_in_a_circle_or_with_what_is_gone_changes_nothing()
    {
        var chat = Chat();
        Merge(chat, "v2/r3", "v1/r1");
        var (revision, filed) = (chat.State.Revision, chat.Records.Load().Count);

        Merge(chat, "v2/r3", "v1/r1");
        Merge(chat, "v1/r1", "v2/r3");
        Merge(chat, "v1/r1", "v1/r1");
        Merge(chat, "v9/r9", "v1/r1");
        chat.Sees("That bug is no longer in the debrief it came from.");
        Press(chat, Verbs.Merge);
        Press(chat, Verbs.Split, ("subject", "../.."));
        Assert.Equal((revision, filed), (chat.State.Revision, chat.Records.Load().Count));
    }

    [Fact]
    public void A_bug_of_a_debrief_that_is_half_way_is_merged_and_undone_without_leading_into_it()
    {
        var chat = Chat();
        var half = chat.Records.Load()["debrief:v2"] with { Status = DraftStatus.Later, Filed = false };
        chat.Change(state => state with { Drafts = state.Drafts.SetItem(half.Id, half) });

        Merge(chat, "v2/r3", "v1/r1");
        Assert.Equal("v1/r1", Assert.IsType<AnswerValue.Table>(chat.State.Drafts["debrief:v2"].Answers["bugs"].Value).Lines[0].Cells["same"]);
        chat.Say("undo").Sees("Undone: making one bug");
        Assert.IsNotType<Reply.Ask>(Assert.Single(chat.Last.Replies));
        Assert.Equal(DraftStatus.Later, chat.State.Drafts["debrief:v2"].Status);
    }

    [Fact]
    public void A_bug_shows_what_each_customer_says_and_which_deals_hang_on_it()
    {
        var chat = Chat().File("meeting-sales", "", [Heard.Lines("deals", "r9: deal=Renewal Acme | customer=Acme | amount=50000 EUR | close=2026-12-18 | bug=v2/r3")]);
        Merge(chat, "v2/r3", "v1/r1");

        chat.Sees("# Export of reports hangs", "Customers: 2", "Revenue at stake: 200,000 EUR", "Severity: Blocker");
        chat.Sees("## Deals that hang on it\n- Renewal Acme · Acme · 50,000 EUR · closes in 11 days");
        chat.Sees("## Acme, Tue 1 Dec\n- Major\n- Blocks: month end\n- Promised: a fix in May", "## Beta, Wed 2 Dec\n- They call it “Reports export hangs”\n- Blocker · since Thu 1 Oct");
        chat.Say("deals").Sees("## They hang on a bug", "Hangs on: Export of reports hangs, which 2 customers have").Press("Renewal Acme").Sees("# Export of reports hangs");
    }

    [Fact]
    public void A_thousand_bugs_come_ten_at_a_time_and_quickly()
    {
        var chat = Heard.Cto();
        for (var customer = 1; customer <= 50; customer++)
        {
            var lines = Enumerable.Range(1, 20).Select(bug => $"r{customer}n{bug}: title=Module {customer} fails at task {bug * 37}");
            chat.Customer($"c{customer}", $"Customer {customer}").Debrief($"v{customer}", $"c{customer}", "2026-12-01", Heard.Lines("bugs", lines));
        }

        var clock = Stopwatch.StartNew();
        chat.Say("bugs").Sees("1000 bugs", "1 to 10 of 1000").Press("Next page").Sees("11 to 20 of 1000");
        chat.Say("bugs 100").Sees("991 to 1000 of 1000");
        chat.Press(CardAction.Show(Views.SameAs("v1/r1n1"))).Sees("1 to 10 of 999");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
    }

    [Fact]
    public void Without_bugs_it_says_where_they_come_from() => Heard.Cto().Say("bugs").Sees("# No bugs yet", "[Add customers]");

    private static void Merge(Chat chat, string reference, string into) => Press(chat, Verbs.Merge, ("subject", reference), ("other", into), ("view", $"bug:{into}"));

    private static void Press(Chat chat, string verb, params (string, string)[] data) => chat.Press(CardAction.Of(verb, data));

    private static ImmutableDictionary<string, string> Cells(Chat chat, string visit, int line) =>
        Assert.IsType<AnswerValue.Table>(chat.Records.Load()[$"debrief:{visit}"].Answers["bugs"].Value).Lines[line].Cells;
}
