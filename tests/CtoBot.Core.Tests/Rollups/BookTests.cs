using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CtoBot.Core.Tests.Rollups.Answers;

namespace CtoBot.Core.Tests.Rollups;

public sealed class BookTests
{
    [Fact]
    public void Of_nothing_there_is_nothing()
    {
        var situation = Situation.Of(Book.Of([]), Today);
        Assert.Equal((0, 0, 0), (situation.Customers, situation.VisitsDone, situation.Bugs));
        Assert.True(situation.Revenue.IsNone);
        Assert.Null(situation.AverageRisk);
        Assert.All(situation.Functions, function => Assert.Null(function.Average));
    }

    [Fact]
    public void Answers_that_are_missing_or_skipped_are_null()
    {
        var book = Book.Of([
            Draft("customer", "c1", ("name", Text("Contoso")), ("city", new AnswerValue.Skipped()), ("revenue", Text("not an amount"))),
            Draft("visit", "v2", ("customer", new AnswerValue.Choice("c1"))),
            Debrief("v2", ("risk", new AnswerValue.Skipped()), ("usage", Text("Daily")), ("bugs", new AnswerValue.Table(default)))]);
        var debrief = Assert.Single(book.Debriefs);
        Assert.Equal(("Contoso", null, null), (debrief.Customer?.Name, debrief.Customer?.City, debrief.Customer?.Revenue));
        Assert.Equal(("Daily", null, 0), (debrief.Usage, debrief.Risk, debrief.Bugs.Length));
        Assert.Equal(Today, debrief.Source.On);
        Assert.False(debrief.Finished);
        Assert.Null(Assert.Single(RiskBoard.Of(book).Lines).Risk);
    }

    [Fact]
    public void Cells_that_do_not_parse_are_empty()
    {
        var book = Book.Of([
            Customer("c1"), Visit("v2", "c1"),
            Debrief("v2",
                ("bugs", Rows(["title=Crash", "severity=terrible", "since=yesterday"], ["severity=major"], ["title= "])),
                ("promises", Rows(["what=Call", "due=soon", "done=perhaps"]))),
            Draft("meeting-cfo", "", ("costs", Rows(
                ["what=A", "cost=many EUR"], ["what=B", "cost=99999999999999999999999999999 EUR"], ["what=C", "cost=5"], ["what=D", "kind=2"])))]);
        var bug = Assert.Single(book.Debriefs[0].Bugs);
        Assert.Equal(("v2/1", "Crash", null, null), (bug.Ref, bug.Title, bug.Severity, bug.Since));
        Assert.Equal(PromiseState.Open, Assert.Single(PromiseList.Of(book, Today).Lines).State);
        Assert.All(book.Cfo!.Costs, cost => Assert.Equal((CostKind.Other, null), (cost.Kind, cost.Amount)));
    }

    [Fact]
    public void An_answer_whose_reason_was_taken_back_no_longer_applies()
    {
        Draft[] Drafts(params string[] reasons) =>
        [
            Draft("customer", "c1", ("name", Text("Contoso")), ("renewal", new AnswerValue.Date(new LocalDate(2027, 6, 30)))),
            Visit("v2", "c1"),
            Debrief("v2", ("risk", Scale(4)), ("reasons", new AnswerValue.Choices([.. reasons])), ("competitor", Text("Softway")),
                ("renewal", new AnswerValue.Date(new LocalDate(2027, 2, 28)))),
        ];
        var with = Assert.Single(RiskBoard.Of(Book.Of(Drafts("competitor", "renewal"))).Lines);
        var without = Assert.Single(RiskBoard.Of(Book.Of(Drafts("price"))).Lines);
        Assert.Equal(("Softway", new LocalDate(2027, 2, 28)), (with.Competitor, with.Renewal));
        Assert.Equal((null, new LocalDate(2027, 6, 30)), (without.Competitor, without.Renewal));
    }

    [Fact]
    public void What_a_removed_or_archived_customer_said_is_kept_and_counts_nowhere()
    {
        Draft[] drafts =
        [
            Customer("c1", 100), Visit("v3", "c1"), Visit("v4", "gone"),
            Debrief("v3", ("risk", Scale(5)), ("supportRating", Scale(1)), ("bugs", Rows(["title=Crash"])), ("promises", Rows(["what=Call"]))),
            Debrief("v4", ("risk", Scale(5)), ("supportRating", Scale(1)), ("bugs", Rows(["title=Hang"])), ("promises", Rows(["what=Write"]))),
            Debrief("v5", ("risk", Scale(5)), ("bugs", Rows(["title=Stop"]))),
        ];
        var book = Book.Of(drafts, new Dictionary<string, CustomerEntry> { ["c1"] = new("Contoso", Archived: true) });
        Assert.Equal(3, book.Debriefs.Length);
        Assert.Empty(RiskBoard.Of(book).Lines);
        Assert.Empty(BugList.Of(book).Groups);
        Assert.Empty(ServiceMatrix.Of(book).Rows);
        Assert.Empty(PromiseList.Of(book, Today).Lines);
        Assert.Equal(0, Situation.Of(book, Today).VisitsDone);
        Assert.Empty(VisitBrief.Of(book, "v4", Today)!.Earlier);
        Assert.Null(VisitBrief.Of(book, "v9", Today));
        Assert.Single(BugList.Of(Book.Of(drafts)).Groups);
    }

    [Fact]
    public void The_persons_list_gives_the_order_and_a_name_until_the_customer_has_one()
    {
        var book = Book.Of(
            [Customer("c10"), Customer("c2"), Draft("customer", "c3", ("city", Text("Rome"))), Draft("customer", "c4", ("city", Text("Oslo")))],
            new Dictionary<string, CustomerEntry> { ["c3"] = new("Fabrikam", Order: 1), ["c10"] = new("") });
        Assert.Equal(["c10", "c3", "c2"], book.Customers.Select(customer => customer.Id));
        Assert.Equal(["Customer c10", "Fabrikam", "Customer c2"], book.Customers.Select(customer => customer.Name));
    }

    [Fact]
    public void A_meeting_has_its_day_in_the_persons_zone()
    {
        var late = Draft("meeting-report", "ann") with { StartedAt = Instant.FromUtc(2026, 12, 7, 16, 0) };
        Assert.Equal(new LocalDate(2026, 12, 8), Book.Of([late], zone: DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).Reports[0].Source.On);
    }

    [Fact]
    public void Whatever_part_of_the_answers_is_there_nothing_throws()
    {
        var all = FiveCustomers.Load().Drafts
            .SelectMany(draft => draft.Answers.Select(answer => (draft.Flow, draft.Subject, answer.Key, answer.Value.Value)))
            .ToArray();
        var parts = Gen.SubListOf(all).Two().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(parts, part =>
        {
            // The second part gives questions answers of other questions, as after a change of content.
            var moved = part.Item2.Zip(part.Item2.Skip(1), (one, other) => one with { Value = other.Value });
            var drafts = part.Item1.Concat(moved)
                .GroupBy(answer => (answer.Flow, answer.Subject))
                .Select(group => Draft(group.Key.Flow, group.Key.Subject, [.. group.DistinctBy(answer => answer.Key).Select(answer => (answer.Key, answer.Value))]));
            var book = Book.Of(drafts);
            var situation = Situation.Of(book, Today);
            _ = BriefMaker.Sales(book);
            _ = BriefMaker.Cfo(book, Today);
            Assert.All(book.Visits, visit => Assert.NotNull(VisitBrief.Of(book, visit.Id, Today)));
            Assert.All(book.Visits, visit => VisitComparison.Of(book, BugList.Of(book), visit.Id, Today));
            Assert.Equal(situation.Customers, situation.ByRisk.Sum(share => share.Customers));
        }));
    }
}
