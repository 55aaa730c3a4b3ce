using System.Collections.Immutable;
using CtoBot.Core.Customers;
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
        chat.Press(first.Toggle!.Action).Sees("Named (Good) That is the first promise kept this year.");
        Assert.Contains("Maren Petersen", Assert.Single(Quotes(Page(chat, own: false)), quote => quote.Use == QuoteUse.Named).Source, StringComparison.Ordinal);
        chat.Press(((Reply.Board)chat.Last.Replies[0]).Sections[0].Rows[0].Toggle!.Action).Sees("Kept (Attention) That is the first promise kept this year.");
        Assert.DoesNotContain(Quotes(Page(chat, own: false)), quote => quote.Words.Contains("first promise kept", StringComparison.Ordinal));
        Assert.Equal(11, Quotes(Page(chat, own: true)).Length);
        chat.Press(((Reply.Board)chat.Last.Replies[0]).Sections[0].Rows[0].Toggle!.Action);
        Assert.Null(chat.State.QuoteUses);
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
        chat.Press(CardAction.Of(Verbs.UseQuote, (DataKeys.Subject, quote), (DataKeys.Choice, use), (DataKeys.View, Views.Quotes)));
        Assert.Null(chat.State.QuoteUses);
    }

    [Theory]
    [InlineData("Acme owes Ann an answer. ACME! Annoying.", "[…] owes […] an answer. […]! Annoying.")]
    [InlineData("Ann Lee said it.", "[…] said it.")]
    [InlineData("Nobody is named.", "Nobody is named.")]
    public void Names_are_taken_out_of_what_goes_out_without_one(string words, string expected) =>
        Assert.Equal(expected, Anonymous.Words(new Quote("v1/1", words, null, new Source("debrief", "v1", "c1", "Acme", new(2026, 12, 1), "Ann Lee"))));

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
    internal static Chat Filled()
    {
        var chat = Heard.Cto();
        foreach (var draft in Five.Drafts)
            chat.Records.Put(draft with { Filed = true });
        var names = Five.Sheets.Where(sheet => sheet.Flow == BookFlows.Customer).ToImmutableDictionary(sheet => sheet.Subject, sheet => new CustomerEntry(sheet.Fields["name"], Order: int.Parse(sheet.Subject[1..], System.Globalization.CultureInfo.InvariantCulture)));
        return chat.Change(state => state with { Customers = names });
    }

    private static ReadoutPage Page(Chat chat, bool own) => ReadoutReport.Of(chat.Library, chat.State, chat.Records.Load(), chat.Now, own)!;

    private static ReadoutTable Table(ReadoutPage page, string id) => page.Sections.SelectMany(section => section.Tables).Single(table => table.Id == id);

    private static ImmutableArray<ReadoutQuote> Quotes(ReadoutPage page) => page.Sections.Single(section => section.Id == "quotes").Quotes;

    private static IEnumerable<string> Points(Chart chart) => chart.Points.Select(point => FormattableString.Invariant($"{point.Label}={point.Value}"));
}
