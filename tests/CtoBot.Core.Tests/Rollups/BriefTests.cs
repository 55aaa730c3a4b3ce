using System.Text.Encodings.Web;
using System.Text.Json;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Rollups.Briefs;
using CtoBot.Tests.Support;
using static CtoBot.Core.Tests.Rollups.Answers;

namespace CtoBot.Core.Tests.Rollups;

/// <summary>Each brief holds only what concerns its owner.</summary>
public sealed class BriefTests
{
    private static readonly FiveCustomers Five = FiveCustomers.Load();
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is planted (question and topic), and the briefs it may stand in.</summary>
    public static TheoryData<string, string, string> Planted => new()
    {
        { "quotes", "support", "support" },
        { "quotes", "services", "services" },
        { "quotes", "training", "services" },
        { "quotes", "sales", "sales" },
        { "quotes", "price", "sales" },
        { "quotes", "engineering", "engineering" },
        { "quotes", "product", "engineering" },
        { "quotes", "", "" },
        { "supportSaid", "", "support" },
        { "servicesSaid", "", "services" },
        { "trainingSaid", "", "services" },
        { "salesSaid", "", "sales" },
        { "engineeringSaid", "", "engineering" },
        { "escalations", "", "support" },
        { "usage", "", "" },
        { "sponsor", "", "" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void What_was_said_stands_in_the_brief_of_its_owner_only(string question, string about, string owner)
    {
        const string words = "planted-murmeltier: eleven months!";
        AnswerValue value = question == "quotes" ? Rows(["words=" + words, "about=" + about]) : Text(words);
        var book = Book.Of(Five.Drafts.Select(draft => draft.Id == "debrief:v9" ? With(With(draft, question, value), "reasons", new AnswerValue.Choices(["escalations", "sponsor"])) : draft));
        var holding = Briefs(book).Where(brief => JsonSerializer.Serialize(brief.Data, Readable).Contains(words, StringComparison.Ordinal)).Select(brief => brief.Owner);
        Assert.Equal(owner.Length == 0 ? [] : [owner], holding);
    }

    [Theory]
    [InlineData("meeting-support", "said")]
    [InlineData("meeting-support", "gaps")]
    [InlineData("meeting-services", "said")]
    [InlineData("meeting-sales", "said")]
    [InlineData("meeting-cfo", "said")]
    [InlineData("meeting-report", "said")]
    [InlineData("meeting-report", "gaps")]
    [InlineData("verdict", "truth")]
    public void What_was_said_in_a_meeting_stands_in_no_brief(string flow, string question)
    {
        const string words = "planted-blaumeise: they sleep";
        var book = Book.Of(Five.Drafts.Select(draft => draft.Flow == flow ? With(draft, question, Text(words)) : draft));
        Assert.All(Briefs(book), brief => Assert.DoesNotContain(words, JsonSerializer.Serialize(brief.Data, Readable), StringComparison.Ordinal));
    }

    [Fact]
    public void The_brief_of_a_visit_holds_what_this_customer_said_and_of_others_only_counts()
    {
        var book = Book.Of(Five.Drafts);
        var brief = VisitBrief.Of(book, "v11", Five.Today)!;
        Assert.Equal(["v6"], brief.Earlier.Select(debrief => debrief.VisitId));
        Assert.Equal(["Call Maren with the date of the hotfix"], brief.Promises.Select(line => line.Promise.What));
        Assert.Equal(("v6/1", true, 2), (brief.Bugs[0].Ref, brief.Bugs[0].Here, brief.Bugs[0].Others));
        Assert.Equal([true, true, true, false, false, false, false, false], brief.Bugs.Select(bug => bug.Here));
        var text = JsonSerializer.Serialize(brief, Readable);
        Assert.Contains("nobody answers", text, StringComparison.Ordinal);
        Assert.All(
            book.Debriefs.Where(debrief => debrief.Customer!.Id != "c1").SelectMany(debrief => debrief.Quotes),
            quote => Assert.DoesNotContain(JsonSerializer.Serialize(quote.Words, Readable), text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_brief_of_the_first_visit_to_a_customer_knows_what_hurts_elsewhere()
    {
        var brief = VisitBrief.Of(Book.Of(Five.Drafts.Where(draft => draft.Id != "debrief:v10")), "v10", Five.Today)!;
        Assert.Empty(brief.Earlier);
        Assert.Equal(("v6/1", false, 3), (brief.Bugs[0].Ref, brief.Bugs[0].Here, brief.Bugs[0].Others));
    }

    [Fact]
    public void Every_quote_in_a_brief_has_its_source()
    {
        var book = Book.Of(Five.Drafts);
        var quotes = BriefMaker.Support(book).Support.Quotes;
        Assert.Equal(["v9/1", "v6/1"], quotes.Select(quote => quote.Ref));
        Assert.Equal(("Nordhaven Logistics", "Maren Petersen", "2026-11-30"), (quotes[1].Source.Customer, quotes[1].Source.Who, quotes[1].Source.On.ToString("uuuu-MM-dd", null)));
        Assert.Equal(["Al Noor Medical Group", "Nordhaven Logistics"], BriefMaker.Support(book).Escalations.Select(said => said.Source.Customer));
    }

    [Fact]
    public void The_brief_for_the_CFO_has_the_figures()
    {
        var brief = BriefMaker.Cfo(Book.Of(Five.Drafts), Five.Today);
        Assert.Equal(("505000 EUR + 650000 USD", "125500.5 EUR", "290000 EUR + 30000 USD"), (brief.AtRisk.ToString(), brief.BugCost.ToString(), brief.Room.Free.ToString()));
        Assert.Equal("No project manager in the Gulf; the installer needs a day of handwork.", brief.Room.ServicesGaps);
    }

    private static IEnumerable<(string Owner, object Data)> Briefs(Book book) =>
    [
        ("sales", BriefMaker.Sales(book)),
        ("support", BriefMaker.Support(book)),
        ("services", BriefMaker.Services(book)),
        ("cfo", BriefMaker.Cfo(book, Five.Today)),
        ("engineering", BriefMaker.Engineering(book)),
        ("visit", VisitBrief.Of(book, "v11", Five.Today)!),
    ];

    private static Draft With(Draft draft, string question, AnswerValue value) =>
        draft with { Answers = draft.Answers.SetItem(question, new Answer(value, 99, At)) };
}
