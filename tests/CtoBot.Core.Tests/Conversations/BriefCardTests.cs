using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Tests.Support;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>The pages to read before a meeting, and the verdict, with the data of five customers and the figures computed from it by hand.</summary>
public sealed class BriefCardTests
{
    private const string Planted = "planted-murmeltier: eleven months!";

    private static readonly string[] Pages = ["sales", "support", "services", "cfo", "own-team", "ann-lee", "bob-roy", "v6", "v7", "v8", "v9", "v10", "v11"];

    private static readonly string[] Nowhere = ["# That is not in your plan", "That card is from before a change."];

    private static readonly JsonElement Expected = TwoWeeks.Five.Expected;

    /// <summary>What is planted in the debrief at Al Noor (question and topic), and the briefs that it may stand in.</summary>
    public static TheoryData<string, string, string[]> Words => new()
    {
        { "quotes", "support", ["support"] },
        { "quotes", "services", ["services"] },
        { "quotes", "training", ["services"] },
        { "quotes", "sales", ["sales"] },
        { "quotes", "price", ["sales"] },
        { "quotes", "engineering", ["own-team", "ann-lee", "bob-roy"] },
        { "quotes", "product", ["own-team", "ann-lee", "bob-roy"] },
        { "quotes", "", [] },
        { "supportSaid", "", ["support"] },
        { "servicesSaid", "", ["services"] },
        { "trainingSaid", "", ["services"] },
        { "salesSaid", "", ["sales"] },
        { "engineeringSaid", "", ["own-team", "ann-lee", "bob-roy"] },
        { "escalations", "", ["support"] },
        { "usage", "", [] },
        { "sponsor", "", [] },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void What_a_customer_said_is_read_by_its_owner_only(string question, string about, string[] owners)
    {
        AnswerValue value = question == "quotes"
            ? new AnswerValue.Table([new Row(new Dictionary<string, string> { ["id"] = "1", ["words"] = Planted, ["about"] = about }.ToImmutableDictionary())])
            : new AnswerValue.Text(Planted);
        var chat = TwoWeeks.Chat(draft => draft.Id == "debrief:v9" ? With(draft, question, value) : draft);

        Assert.Equal(owners, Pages.Where(page => Shows(chat, page).Text.Contains(Planted, StringComparison.Ordinal)));
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
    public void What_was_said_in_a_meeting_is_read_in_no_brief(string flow, string question)
    {
        var chat = TwoWeeks.Chat(draft => draft.Flow == flow ? With(draft, question, new AnswerValue.Text(Planted)) : draft);

        Assert.DoesNotContain(Pages, page => Shows(chat, page).Text.Contains(Planted, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_report_can_do_is_read_for_the_whole_team_only()
    {
        var chat = TwoWeeks.Chat();

        Shows(chat, "own-team").Sees("- Ann Lee: 4 of 5\n[Notes: Ann Lee]", "- Bob Roy: 2 of 5\n[Notes: Bob Roy]");
        Shows(chat, "ann-lee").SeesNot("Bob Roy").SeesNot("4 of 5").Sees("[Notes: Ann Lee]");
    }

    [Theory]
    [InlineData("sales", "sales", "Marks")]
    [InlineData("support", "support", "Marks")]
    [InlineData("services", "services", "Professional services")]
    [InlineData("services", "training", "Training")]
    [InlineData("own-team", "engineering", "Marks")]
    public void Marks_are_those_computed_by_hand(string page, string function, string label)
    {
        var figures = Expected.GetProperty("services").EnumerateArray().First(line => line.GetProperty("function").GetString() == function);
        var average = figures.GetProperty("average").GetDecimal().ToString("0.0", CultureInfo.InvariantCulture);
        var chat = Shows(TwoWeeks.Chat(), page).Sees($"\n{label}: {average} on average, from {figures.GetProperty("ratings")} customers");
        var brief = Assert.IsType<Reply.Brief>(Assert.Single(chat.Last.Replies));

        var low = figures.GetProperty("low").GetInt32();
        var marked = brief.Facts.SkipWhile(fact => fact.Label != label).Skip(1).FirstOrDefault(fact => fact.Label == "Marked 1 or 2 by");
        Assert.Equal(low == 0, marked is null);
        Assert.StartsWith(low == 0 ? "" : low == 1 ? "1 customer (" : $"{low} customers (", marked?.Value ?? "", StringComparison.Ordinal);
        var words = brief.Sections.First(section => section.More is { } more && more.Action[DataKeys.View] == $"service:{function}");
        Assert.Equal(figures.GetProperty("quotes").GetInt32() + figures.GetProperty("said").GetInt32(), words.Quotes.Length);
    }

    [Fact]
    public void Sales_reads_of_deals_and_of_customers_at_risk()
    {
        var deals = Expected.GetProperty("deals");
        var risks = Expected.GetProperty("risks").EnumerateArray().Where(line => line.GetProperty("risk").GetInt32() >= 4).ToArray();
        var chat = Shows(TwoWeeks.Chat(), "sales").Sees(
            $"Must-close deals: 4 deals · {Said(deals.GetProperty("total"))}",
            $"They hang on a bug: {Said(deals.GetProperty("onBugs"))}",
            $"Customers at risk: {risks.Length} of 5 · {Said(Expected.GetProperty("situation").GetProperty("atRisk"))} a year",
            "- Ostrava Steel: 4 of 5 · 195,000 EUR a year · renews Thu 31 Dec · Competitor: Ferrosoft · The price",
            "Nordhaven warehouse rollout · Nordhaven Logistics · 220,000 EUR · closes in 11 days · Hangs on: CSV export drops rows over 50,000 lines, which 3 customers have",
            "> For that price I could hire two people with a spreadsheet. (Íñigo Ruiz, Balearia Foods, Mon 30 Nov)");

        var brief = Assert.IsType<Reply.Brief>(Assert.Single(chat.Last.Replies));
        Assert.Equal(risks.Select(line => TwoWeeks.NameOf(line.GetProperty("customer").GetString()!)), brief.Sections[0].Points.Select(point => point.Split(": ")[0]));
        Assert.Equal(deals.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("deal").GetString()!), brief.Sections[1].Points.Select(point => point.Split(" · ")[0]));
    }

    [Fact]
    public void The_CFO_reads_figures()
    {
        var room = Expected.GetProperty("room");
        var situation = Expected.GetProperty("situation");

        Shows(TwoWeeks.Chat(), "cfo").Sees(
            $"Revenue a year: {Said(situation.GetProperty("revenue"))}",
            $"At risk: {Said(situation.GetProperty("atRisk"))}",
            $"Cost of bugs: {Said(room.GetProperty("bugCost"))}",
            $"Budget: {Said(room.GetProperty("budget"))}",
            $"Committed: {Said(room.GetProperty("committed"))}",
            $"Free: {Said(room.GetProperty("free"))}",
            $"Costs found: {Said(room.GetProperty("cost"))}",
            $"Left: {Said(room.GetProperty("left"))}",
            "- 5 of 5 · 1 customer · 310,000 EUR\n- 4 of 5 · 2 customers · 195,000 EUR and 650,000 USD\n- 3 of 5 · 1 customer · 480,000 EUR\n- 2 of 5 · 1 customer · 275,000 GBP");
        Shows(new Chat().SetUp(), "cfo").Sees("## No budget yet").SeesNot("Left:");
    }

    [Fact]
    public void The_team_reads_the_bugs_as_they_are_ranked()
    {
        var bugs = Expected.GetProperty("bugs").EnumerateArray().ToArray();
        var chat = Shows(TwoWeeks.Chat(), "own-team").Sees($"Bugs: {bugs.Length} · {Expected.GetProperty("situation").GetProperty("blockers")} block somebody");

        var points = Assert.IsType<Reply.Brief>(Assert.Single(chat.Last.Replies)).Sections[0].Points;
        Assert.Equal(
            bugs.Select(bug => bug.GetProperty("customers").GetArrayLength() is var count && count == 1 ? "1 customer" : $"{count} customers"),
            points.Select(point => point.Split(": ")[1].Split(" (")[0]));
        Assert.Equal(
            bugs.Select(bug => string.Concat(bug.GetProperty("customers").EnumerateArray().Select(customer => TwoWeeks.NameOf(customer.GetString()!)))),
            points.Select(point => point.Split(" (")[1].Split(")")[0].Replace(", ", "", StringComparison.Ordinal).Replace(" and ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_many_words_the_latest_ten_stand_there_and_the_way_to_all()
    {
        var many = new AnswerValue.Table([.. Enumerable.Range(1, 12).Select(number => new Row(new Dictionary<string, string>
        {
            ["id"] = $"{number}",
            ["words"] = $"Quote {number}.",
            ["about"] = "support",
        }.ToImmutableDictionary()))]);
        var chat = TwoWeeks.Chat(draft => draft.Id == "debrief:v11" ? With(draft, "quotes", many) : draft);

        Shows(chat, "support").Sees("10 of 17:", "> Quote 1. (", "> Quote 10. (").SeesNot("Quote 11.");
        chat.Press("All that was said about Customer support").Sees("# Customer support");
    }

    [Fact]
    public void The_verdict_stands_word_for_word_beside_what_it_rests_on()
    {
        var truth = FiveCustomers.LongQuote;
        var chat = TwoWeeks.Chat(draft => draft.Flow == BookFlows.Verdict ? With(draft, "truth", new AnswerValue.Text(truth)) : draft).Say("verdict");
        var situation = Expected.GetProperty("situation");
        chat.Sees(
            "# Your verdict", truth, "Support answers every escalation within a day.",
            $"Customers seen: 5 of 5. Debriefs: 6. Bugs: {situation.GetProperty("bugs")}. Quotes: 11.",
            $"Flight risk: {situation.GetProperty("averageRisk")} on average",
            $"At 4 or 5 on flight risk: 3 of 5 · {Said(situation.GetProperty("atRisk"))} a year",
            "- CSV export drops rows over 50,000 lines: 3 customers",
            $"Hanging on bugs: {Said(Expected.GetProperty("deals").GetProperty("onBugs"))}",
            $"Promises open: {situation.GetProperty("promisesOpen")}, overdue: {situation.GetProperty("promisesOverdue")}",
            "Marks on average: Sales 2.8, Professional services 3.0, Customer support 2.6, Training 3.5, Engineering 3.8",
            "Direct reports: 3.0 of 5 on average",
            $"Left: {Said(Expected.GetProperty("room").GetProperty("left"))}");

        chat.Press("Show all of it").Sees("# The truth", "(Your verdict, Tue 8 Dec)");
        chat.Say("verdict").Press("Change").Sees("First changes: Support answers every escalation within a day.");
    }

    [Fact]
    public void The_bot_writes_nothing_of_the_verdict_and_shows_it_when_it_is_written()
    {
        var chat = TwoWeeks.Chat(draft => draft.Flow is BookFlows.Verdict or BookFlows.Cfo || draft.Id == "debrief:v8" ? null : draft).Say("verdict");
        chat.Sees("# No verdict yet", "Still open, and better first: 1 customer to see and CFO.", "## The truth\nHow do things really stand with our customers?\nWhat it rests on:\n- Customers seen: 4 of 5.");

        chat.Press("Write it").Press("Next", ("truth", "They wait.\r\n*Too* long.")).Press("Next", ("first", "Calls")).Say("verdict").Sees("# Your verdict", "They wait.\r\n*Too* long.", "[Write it]");
        chat.Press("Write it").Press("Next", ("who", "Ann")).Press("Save", ("cost", "A little")).Sees("# Your verdict", "Saved. That is where you stand after two weeks.", "Calls", "[Change]");
    }

    [Theory]
    [InlineData("brief support", "# Brief: Customer support")]
    [InlineData("brief Dana Kim", "# Brief: Sales and marketing")]
    [InlineData("brief ann lee", "# Brief: Ann Lee")]
    [InlineData("brief own team", "# Brief: Your own team")]
    [InlineData("brief your own team", "# Brief: Your own team")]
    [InlineData("brief nordhaven", "# Brief: Nordhaven Logistics")]
    [InlineData("brief", "* Your own team |")]
    public void A_brief_is_typed(string words, string seen) => TwoWeeks.Chat().Say(words).Sees(seen);

    [Theory]
    [InlineData("brief:v99")]
    [InlineData("brief:")]
    [InlineData("brief:nobody")]
    public void A_brief_that_is_not_there_is_said_to_be_gone(string view) =>
        TwoWeeks.Chat().Press(CardAction.Show(view)).Sees("# That is not in your plan");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_button_leads_somewhere(bool filled)
    {
        string[] views = [.. Pages.Take(filled ? Pages.Length : 7).Select(Views.Brief), Views.Verdict, Views.Meetings];
        foreach (var view in views)
        {
            var chat = filled ? TwoWeeks.Chat() : new Chat().SetUp();
            foreach (var button in Chat.Actions(chat.Press(CardAction.Show(view)).Last.Replies).ToArray())
            {
                chat.Press(CardAction.Show(view)).SeesNot("# That is not in your plan");
                chat.Press(button.Action);
                Assert.NotEmpty(chat.Last.Replies);
                Assert.All(Nowhere, words => Assert.False(chat.Text.Contains(words, StringComparison.Ordinal), $"{view}: '{button.Label}' leads nowhere:\n{chat.Text}"));
                if (button.Action.Verb == Verbs.Open || button.Action.Verb == Verbs.Edit)
                    Assert.IsType<Reply.Ask>(Assert.Single(chat.Last.Replies));
            }
        }
    }

    private static Chat Shows(Chat chat, string page) => chat.Press(CardAction.Show(Views.Brief(page)));

    /// <summary>"505000 EUR + 650000 USD" as a person reads it.</summary>
    private static string Said(JsonElement amounts) => string.Join(" and ", amounts.GetString()!.Split(" + ").Select(amount => amount.Split(' ')).Select(amount =>
        $"{Amount(decimal.Parse(amount[0], CultureInfo.InvariantCulture))} {amount[1]}")) is var said && said.Split(" and ") is { Length: > 2 } parts
            ? $"{string.Join(", ", parts[..^1])} and {parts[^1]}"
            : said;

    private static string Amount(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", CultureInfo.InvariantCulture);

    private static Draft With(Draft draft, string question, AnswerValue value) =>
        draft with { Answers = draft.Answers.SetItem(question, new Answer(value, 99, draft.StartedAt)) };
}
