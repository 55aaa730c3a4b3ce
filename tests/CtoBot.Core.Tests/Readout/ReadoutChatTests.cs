using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Readout;
using CtoBot.Core.State;
using CtoBot.Core.Tests.Conversations;
using CtoBot.Core.Tests.Findings;
using CtoBot.Tests.Support;

namespace CtoBot.Core.Tests.Readout;

/// <summary>The readout in the chat, from the answers of the five customers, against the figures that were computed by hand.</summary>
public sealed class ReadoutChatTests
{
    private static readonly FiveCustomers Five = FiveCustomers.Load();

    [Fact]
    public void The_card_tells_the_figures_that_were_computed_by_hand()
    {
        var shown = (Reply.Dashboard)Assert.Single(Filled().Say("readout").Last.Replies);
        Assert.Equal(
            [
                "Steps of the plan: 0 of 37 ",
                "Customers seen: 5 of 5 6 visits written down, 0 to come",
                "Revenue a year: 985,000 EUR, 275,000 GBP and 650,000 USD ",
                "Revenue at risk: 505,000 EUR and 650,000 USD At 4 or 5 on flight risk: 3 of 5 · Flight risk: 3.6 on average",
                "Bugs: 8 4 block somebody · CSV export drops rows over 50,000 lines: 3 customers",
                "Lowest mark in service: 2.6 Customer support",
                "Must-close deals: 620,000 EUR and 140,000 GBP Hanging on bugs: 530,000 EUR",
                "Free in the budget: 290,000 EUR and 30,000 USD Of 2,760,000 EUR and 180,000 USD, 2,470,000 EUR and 150,000 USD is committed",
                "Left after the costs found: 74,499.50 EUR and 5,000 USD Costs found: 215,500.50 EUR and 25,000 USD",
                "Promises open: 8 2 overdue",
                "Quotes: 11 ",
            ],
            shown.Figures.Select(figure => $"{figure.Label}: {figure.Value} {figure.Detail}"));
        Assert.Equal(
            ["5, going=310000", "4, rather going=195000", "3, undecided=480000", "2, rather staying=0"],
            Points(shown.Charts[1]));
        Assert.Equal(["3", "2", "1", "1", "1", "1", "1", "1"], Points(shown.Charts[2]).Select(point => point[(point.LastIndexOf('=') + 1)..]));
        Assert.Equal(["Sales=2.8", "Professional services=3", "Customer support=2.6", "Training=3.5", "Engineering=3.8"], Points(shown.Charts[3]));
        Assert.Contains("195,000 EUR and 650,000 USD · 2 customers", shown.Charts[1].Points.Select(point => point.Shown));
    }

    [Fact]
    public void Each_figure_leads_to_what_it_is_made_of()
    {
        var chat = Filled().Say("readout");
        foreach (var figure in ((Reply.Dashboard)chat.Last.Replies[0]).Figures)
        {
            chat.Press(figure.Open);
            Assert.DoesNotContain("not in your plan", chat.Text, StringComparison.Ordinal);
            Assert.IsNotType<Reply.Dashboard>(Assert.Single(chat.Last.Replies));
        }

        chat.Say("readout").Press("Revenue at risk").Sees("# Flight risk");
        chat.Say("readout").Press("Left after the costs found").Sees("# Your room to act");
    }

    [Fact]
    public void The_tables_hold_the_same_figures()
    {
        var page = Page(Filled(), own: false);
        Assert.Equal(
            [
                "Balearia Foods|5||310,000 EUR", "Ostrava Steel|4||195,000 EUR", "Al Noor Medical Group|4||650,000 USD", "Nordhaven Logistics|3|-1|480,000 EUR", "Kestrel Insurance|2||275,000 GBP",
            ],
            Table(page, "risks").Rows.Select(row => string.Join('|', row.Values.Take(4).Select(value => value.Shown))));
        Assert.Equal(new NodaTime.LocalDate(2027, 2, 28), Assert.IsType<ReadoutValue.Day>(Table(page, "risks").Rows[0].Values[4]).Date);
        Assert.Equal(
            ["Sales|2.8|5|2", "Professional services|3.0|5|1", "Customer support|2.6|5|3", "Training|3.5|4|1", "Engineering|3.8|5|0"],
            Table(page, "functions").Rows.Select(row => string.Join('|', row.Values.Select(value => value.Shown))));
        Assert.Equal("Together||620,000 EUR and 140,000 GBP|||", string.Join('|', Table(page, "deals").Rows[^1].Values.Select(value => value.Shown)));
        Assert.Equal("Together|2,760,000 EUR and 180,000 USD|2,470,000 EUR and 150,000 USD|290,000 EUR and 30,000 USD", string.Join('|', Table(page, "budget").Rows[^1].Values.Select(value => value.Shown)));
        Assert.Equal(10, Table(page, "promises").Rows.Length);
        Assert.Equal("The CTO", Table(page, "promises").Rows[0].Values[1].Shown);
        Assert.Equal("Customers leave because nobody answers, not because of bugs.", page.Sections.Single(section => section.Id == "verdict").Words[0].Paragraphs[0]);
        Assert.Contains("Customers seen: 5 of 5. Debriefs: 6. Bugs: 8. Quotes: 11.", page.Sections.Single(section => section.Id == "verdict").Words[0].Points);
    }

    [Fact]
    public void Quotes_go_out_without_names_until_the_person_says_otherwise()
    {
        var chat = Filled();
        var handed = Quotes(Page(chat, own: false));
        Assert.Equal(11, handed.Length);
        Assert.All(handed, quote => Assert.Equal(("A customer", "", (string?)null), (quote.Source, quote.Ref, quote.Customer)));

        var board = (Reply.Board)Assert.Single(chat.Say("quotes").Last.Replies);
        var first = board.Sections[0].Rows[0];
        Assert.Equal(("No name", "That is the first promise kept this year."), (first.Figure.Text, first.Title));
        // On the way to "left out" the name goes out at no time.
        chat.Press(first.Toggle!.Action).Sees("Left out (Attention) That is the first promise kept this year.");
        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Words.Contains("first promise kept", StringComparison.Ordinal));
        Assert.Equal(11, Quotes(Page(chat, own: true)).Length);
        // Nor does the verdict count it where it goes out.
        Assert.Equal(("Quotes: 10.", "Quotes: 11."), (CountedByVerdict(Page(chat, own: false)), CountedByVerdict(Page(chat, own: true))));
        chat.Say("verdict").Sees("Quotes: 11.").Say("quotes");
        Toggle(chat).Sees("Named (Good) That is the first promise kept this year.");
        Assert.Contains("Maren Petersen", Assert.Single(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named).Source, StringComparison.Ordinal);
        Toggle(chat).Sees("No name");
        Assert.Equal((null, null), (chat.State.QuoteUses, chat.State.QuoteConsents));
        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named);
    }

    [Theory]
    [InlineData("words", "That is the first promise broken this year.")]
    [InlineData("who", "Priya Novák")]
    public void Who_agreed_to_be_named_did_so_for_the_words_and_the_name_of_then(string column, string changed)
    {
        var chat = Filled().Say("quotes");
        Toggle(Toggle(chat));
        var stale = ((Reply.Board)chat.Last.Replies[0]).Sections[0].Rows[0].Toggle!.Action;
        Assert.Single(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named);

        var (id, line) = chat.State.QuoteUses!.Keys.Single().Split('/') is [var visit, var row] ? (visit, row) : default;
        var debrief = Five.Drafts.Single(draft => draft.Flow == BookFlows.Debrief && draft.Subject == id);
        var answer = debrief.Answers["quotes"];
        var lines = ((AnswerValue.Table)answer.Value).Lines.Select(cells => cells.Id == line ? new Core.Reading.Row(cells.Cells.SetItem(column, changed)) : cells);
        chat.Records.Put(debrief with { Filed = true, Answers = debrief.Answers.SetItem("quotes", answer with { Value = new AnswerValue.Table([.. lines]) }) });

        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named);
        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Source.Contains("Priya", StringComparison.Ordinal) || quote.Source.Contains("Maren", StringComparison.Ordinal));
        // Nor does a button of the card that showed what was written then.
        chat.Press(CardAction.Of(Verbs.UseQuote, (DataKeys.Subject, stale[DataKeys.Subject]), (DataKeys.Seen, stale[DataKeys.Seen]), (DataKeys.Choice, "Named"), (DataKeys.View, Views.Quotes)));
        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named);
        // Asked again, they are named again.
        Toggle(Toggle(chat.Say("quotes")));
        Assert.Equal(column == "who" ? changed : "Maren Petersen", Assert.Single(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named).Source.Split(',')[0]);
    }

    [Fact]
    public void The_order_of_quotes_without_a_name_tells_nothing_of_whose_they_are()
    {
        var chat = Filled();
        var handed = Quotes(Page(chat, own: false)).Select(quote => quote.Words).ToArray();
        var own = Quotes(Page(chat, own: true)).Select(quote => quote.Words).ToArray();
        Assert.NotEqual(own.Select(words => words[..3]), handed.Select(words => words[..3]));
        // The same whichever visits come first.
        var order = chat.State.Customers;
        chat.Change(state => state with { Customers = order.ToImmutableDictionary(entry => entry.Key, entry => entry.Value with { Order = -entry.Value.Order }) });
        Assert.Equal(handed, Quotes(Page(chat, own: false)).Select(quote => quote.Words));
        Toggle(Toggle(chat.Say("quotes")));
        Assert.Equal(QuoteUse.Named, Quotes(Page(chat, own: false))[0].Use);
    }

    [Fact]
    public void Who_runs_a_function_gets_its_part_and_nothing_else()
    {
        var chat = Filled().Say("files").Press("For one function");
        Assert.Equal(["Sales", "Professional services", "Customer support", "Training", "Engineering"], ((Reply.Menu)chat.Last.Replies[0]).Groups[0].Entries.Select(entry => entry.Label));
        chat.Press("Customer support").Sees("# What customers say of Customer support", "Function: Customer support · Average: 2.6 · Marks: 5 · Marked 1 or 2: 3", "Customer: Kestrel Insurance · Customer support: 4", "nobody answers", "الدعم لا يرد");
        Assert.All(["Ferrosoft", "roadmap", "medal", "985,000", "Hotfix", "Sales", "Maren", "74,499.50"], others => chat.SeesNot(others));
        var files = (Reply.Files)Assert.Single(chat.Press("As a document").Last.Replies);
        Assert.Equal(("support", ReadoutForm.Word), (files.Function, Assert.Single(files.Offers).Form));
    }

    [Theory]
    [InlineData("v11/9", "Named")]
    [InlineData("v11/1", "1")]
    [InlineData("v11/1", "Everybody")]
    [InlineData("", "")]
    public void A_button_that_names_no_quote_or_no_use_changes_nothing(string quote, string use)
    {
        var chat = Filled();
        var seen = ((Reply.Board)chat.Say("quotes").Last.Replies[0]).Sections[0].Rows[0].Toggle!.Action;
        Assert.Equal("v11/1", seen[DataKeys.Subject]);
        chat.Press(CardAction.Of(Verbs.UseQuote, (DataKeys.Subject, quote), (DataKeys.Seen, seen[DataKeys.Seen]), (DataKeys.Choice, use), (DataKeys.View, Views.Quotes)));
        Assert.Null(chat.State.QuoteUses);
    }

    [Theory]
    [InlineData("Acme owes Ann an answer. ACME! Annoying.", "[…] owes […] an answer. […]! Annoying.")]
    [InlineData("Ann Lee said it.", "[…] said it.")]
    [InlineData("Nobody is named.", "Nobody is named.")]
    public void Names_are_taken_out_of_what_goes_out_without_one(string words, string expected) => Assert.Equal(expected, Without("Acme", "Ann Lee", words));

    [Theory]
    [InlineData("HP", "Mei Ng", "At HP we say: hp first. Ng said so, rng did not.", "At […] we say: […] first. […] said so, rng did not.")]
    [InlineData(null, "Ann Lee, CFO", "Lee is the CFO. Ann-Lee!", "[…] is the […]. […]-[…]!")]
    [InlineData(null, "Ann \"Annie\" O'Neill", "annie and O’Neill and Neill", "[…] and O’[…] and […]")]
    [InlineData("Kestrel Insurance", null, "Kestrel sells insurance. KESTREL INSURANCE pays.", "[…] sells insurance. […] pays.")]
    [InlineData("Al Noor Medical Group", null, "Al, at Noor the medical group is us: Al Noor, al noor medical.", "[…], at […] the medical group is us: […], […].")]
    [InlineData("Kia Motors", null, "Kia waits.", "[…] waits.")]
    [InlineData("The Foundry", null, "The way the foundry works.", "[…] way […] works.")]
    [InlineData(null, "Jan van der Berg", "Ik ben van de Bergs, zei van der Berg, Jan van der Berg.", "Ik ben van de Bergs, zei van der […], […].")]
    [InlineData(null, "maren petersen", "Maren and PETERSEN.", "[…] and […].")]
    [InlineData(null, "Priya Novák", "Novak, NOVÁK and Nova\u0301k.", "[…], […] and […].")]
    [InlineData(null, "Priya Nova\u0301k", "Novák!", "[…]!")]
    [InlineData(null, "Jose Novak", "José\u0301 said it.", "[…] said it.")]
    [InlineData("トヨタ自動車", "田中 太郎", "田中太郎さんと田中さんはトヨタ自動車の社員です。", "[…]さんと[…]さんは[…]の社員です。")]
    [InlineData(null, "สมชาย", "คุณสมชายบอกว่า", "คุณ[…]บอกว่า")]
    [InlineData(null, "김민수", "김민수는 말했다", "[…]는 말했다")]
    [InlineData("النور", null, "قال والنور", "قال و[…]")]
    [InlineData("  ", "-", "Nothing - at all.", "Nothing - at all.")]
    public void Names_go_however_they_are_written(string? customer, string? who, string words, string expected) => Assert.Equal(expected, Without(customer, who, words));

    private static string Without(string? customer, string? who, string words) => Anonymous.Words(new Quote("v1/1", words, null, new Source("debrief", "v1", "c1", customer, new(2026, 12, 1), who)));

    private static Chat Toggle(Chat chat) => chat.Press(((Reply.Board)chat.Last.Replies[0]).Sections[0].Rows[0].Toggle!.Action);

    [Fact]
    public void A_sum_says_of_whom_nothing_is_known_and_nothing_at_risk_is_zero()
    {
        string Figure(Chat chat, string label) => ((Reply.Dashboard)chat.Say("readout").Last.Replies[0]).Figures.Single(figure => figure.Label == label) is var shown ? $"{shown.Value} {shown.Detail}".Trim() : "";
        var calm = Filled(draft => draft.Flow == BookFlows.Debrief ? draft with { Answers = draft.Answers.SetItem("risk", draft.Answers["risk"] with { Value = new AnswerValue.Scale(2) }) } : draft);
        Assert.Equal("0 EUR At 4 or 5 on flight risk: 0 of 5 · Flight risk: 2.0 on average", Figure(calm, "Revenue at risk"));
        Assert.Equal(0, Assert.IsType<ReadoutValue.Total>(Page(calm, own: false).Facts.Single(fact => fact.Id == "atRisk").Value).Sum.In("EUR"));

        // Balearia Foods, at 5.
        var unknown = Filled(draft => draft is { Flow: BookFlows.Customer, Subject: "c2" } ? draft with { Answers = draft.Answers.Remove("revenue") } : draft);
        Assert.Equal("195,000 EUR and 650,000 USD At 4 or 5 on flight risk: 3 of 5 · Flight risk: 3.6 on average · 1 without a known revenue", Figure(unknown, "Revenue at risk"));
        Assert.Equal("675,000 EUR, 275,000 GBP and 650,000 USD 1 without a known revenue", Figure(unknown, "Revenue a year"));
        Assert.Equal("5, going|1||1", string.Join('|', Table(Page(unknown, own: false), "byRisk").Rows[0].Values.Select(value => value.Shown)));
        Assert.Equal("4, rather going|2|195,000 EUR and 650,000 USD|0", string.Join('|', Table(Page(unknown, own: false), "byRisk").Rows[1].Values.Select(value => value.Shown)));
        var both = Filled(draft => draft is { Flow: BookFlows.Customer, Subject: "c4" } ? draft with { Answers = draft.Answers.Remove("revenue") } : draft);
        Assert.Contains(((Reply.Dashboard)both.Say("readout").Last.Replies[0]).Charts[1].Points, point => point.Shown.EndsWith(" · 2 customers · 1 without a known revenue", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deal_that_hangs_on_a_bug_says_so_also_when_the_bug_is_gone()
    {
        var hangs = Table(Page(Filled(), own: false), "deals").Rows.Count(row => row.Values[5].Shown.Length > 0);
        var gone = Filled(draft => draft.Flow == BookFlows.Debrief ? draft with { Answers = draft.Answers.Remove("bugs") } : draft);
        var deals = Table(Page(gone, own: false), "deals").Rows.Select(row => row.Values[5].Shown).Where(words => words.Length > 0).ToList();
        Assert.Equal(hangs, deals.Count);
        Assert.NotEmpty(deals);
        Assert.All(deals, words => Assert.Equal("That bug is no longer in the debrief it came from.", words));
    }

    [Fact]
    public void What_is_handed_on_counts_the_quotes_that_are_in_it()
    {
        var chat = Filled();
        Toggle(chat.Say("quotes"));
        Assert.Equal(("10", "11"), (Page(chat, own: false).Facts.Single(fact => fact.Id == "quotes").Value.Shown, Page(chat, own: true).Facts.Single(fact => fact.Id == "quotes").Value.Shown));
    }

    [Fact]
    public void Before_the_first_visit_it_says_that_it_fills() => Heard.Cto().Say("readout").Sees("It fills as you write your visits down", "Customers seen: 0 of 0", "Revenue a year: not known");

    [Theory]
    [InlineData("readout")]
    [InlineData("files")]
    [InlineData("quotes")]
    public void A_cmo_is_told_kindly_that_it_is_the_ctos(string words)
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cmo"), ("company", "Contoso"));
        chat.Say("later").Say(words).Sees("You told me you are the CMO");
    }

    /// <summary>A CTO with the answers of the five customers, on the day of the figures.</summary>
    internal static Chat Filled(Func<Draft, Draft>? change = null)
    {
        var chat = Heard.Cto();
        foreach (var draft in Five.Drafts.Select(draft => (change ?? (same => same))(draft)))
            chat.Records.Put(draft with { Filed = true });
        var names = Five.Sheets.Where(sheet => sheet.Flow == BookFlows.Customer).ToImmutableDictionary(sheet => sheet.Subject, sheet => new CustomerEntry(sheet.Fields["name"], Order: int.Parse(sheet.Subject[1..], System.Globalization.CultureInfo.InvariantCulture)));
        return chat.Change(state => state with { Customers = names });
    }

    private static ReadoutPage Page(Chat chat, bool own) => ReadoutReport.Of(chat.Library, chat.State, chat.Records.Load(), chat.Now, own)!;

    private static ReadoutTable Table(ReadoutPage page, string id) => page.Sections.SelectMany(section => section.Tables).Single(table => table.Id == id);

    private static ImmutableArray<ReadoutQuote> Quotes(ReadoutPage page) => page.Sections.Single(section => section.Id == "quotes").Quotes;

    private static string CountedByVerdict(ReadoutPage page) =>
        page.Sections.Single(section => section.Id == "verdict").Words[0].Points.Single(point => point.Contains("Quotes: ", StringComparison.Ordinal)).Split("Bugs: 8. ")[1];

    private static IEnumerable<string> Points(Chart chart) => chart.Points.Select(point => FormattableString.Invariant($"{point.Label}={point.Value}"));
}
