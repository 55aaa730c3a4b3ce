using System.Globalization;
using System.Text.Json;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;
using CtoBot.Tests.Support;

namespace CtoBot.Core.Tests.Rollups;

/// <summary>Every figure equals the one that was computed by hand.</summary>
public sealed class FiveCustomersTests
{
    private static readonly FiveCustomers Five = FiveCustomers.Load();
    private static readonly Book Answers = Book.Of(Five.Drafts);

    [Fact]
    public void The_risk_board_is_as_by_hand() => Same("risks", RiskBoard.Of(Answers).Lines.Select(line => new
    {
        customer = line.Customer.Id,
        risk = line.Risk,
        change = line.Change,
        revenue = line.Revenue?.ToString(),
        renewal = Day(line.Renewal),
        reasons = line.Reasons,
    }));

    [Fact]
    public void The_bugs_are_ranked_as_by_hand()
    {
        var bugs = BugList.Of(Answers);
        Same("bugs", bugs.Groups.Select(group => new
        {
            @ref = group.Ref,
            bugs = group.Bugs.Select(bug => bug.Ref),
            customers = group.Customers.Select(customer => customer.Id),
            revenue = group.Revenue.ToString(),
            worst = group.Worst.ToString()!.ToLowerInvariant(),
            oldest = Day(group.Oldest),
        }));
        Same("proposals", bugs.Proposals.Select(proposal => $"{proposal.Ref} into {proposal.Into}"));
    }

    [Fact]
    public void The_service_averages_are_as_by_hand() => Same("services", ServiceMatrix.Of(Answers).Functions.Select(function => new
    {
        function = function.Function,
        average = function.Figures.Average,
        ratings = function.Figures.Ratings,
        low = function.Figures.LowRatings,
        quotes = function.Quotes.Length,
        said = function.Said.Length,
    }));

    [Fact]
    public void The_promises_stand_as_by_hand() => Same("promises", PromiseList.Of(Answers, Five.Today).Lines.Select(line => new
    {
        what = line.Promise.What,
        state = line.State.ToString().ToLowerInvariant(),
    }));

    [Fact]
    public void The_deals_are_as_by_hand()
    {
        var deals = DealList.Of(Answers, BugList.Of(Answers));
        Same("deals", new
        {
            lines = deals.Lines.Select(line => new { deal = line.Deal.Name, customer = line.Customer?.Id, bug = line.Bug?.Ref }),
            total = deals.Total.ToString(),
            onBugs = deals.OnBugs.ToString(),
        });
    }

    [Fact]
    public void The_room_to_act_is_as_by_hand()
    {
        var room = Room.Of(Answers, DealList.Of(Answers, BugList.Of(Answers)), ServiceMatrix.Of(Answers));
        Same("room", new
        {
            budget = room.Budget.ToString(),
            committed = room.Committed.ToString(),
            free = room.Free.ToString(),
            freeOfLines = room.Lines.Select(line => line.Free.ToString()),
            cost = room.Cost.ToString(),
            bugCost = room.CostOf(CostKind.Bug).ToString(),
            dealCost = room.CostOf(CostKind.Deal).ToString(),
            gapCost = room.CostOf(CostKind.Gap).ToString(),
            otherCost = room.CostOf(CostKind.Other).ToString(),
            left = room.Left.ToString(),
            lowRated = room.LowRated.Select(figures => FormattableString.Invariant($"{figures.Function} {figures.LowRatings}")),
        });
    }

    [Fact]
    public void The_situation_is_as_by_hand()
    {
        var situation = Situation.Of(Answers, Five.Today);
        Same("situation", new
        {
            customers = situation.Customers,
            seen = situation.Seen,
            visitsDone = situation.VisitsDone,
            visitsPlanned = situation.VisitsPlanned,
            revenue = situation.Revenue.ToString(),
            atRisk = situation.RevenueAtRisk.ToString(),
            byRisk = situation.ByRisk.Select(share => FormattableString.Invariant($"{share.Risk}: {share.Customers}, {share.Revenue}")),
            averageRisk = situation.AverageRisk,
            bugs = situation.Bugs,
            blockers = situation.Blockers,
            promisesOpen = situation.PromisesOpen,
            promisesOverdue = situation.PromisesOverdue,
        });
        Assert.Equal("EUR", Answers.MainCurrency);
        Assert.Equal("620000 EUR + 140000 GBP", situation.Deals.ToString());
        Assert.Equal("530000 EUR", situation.DealsOnBugs.ToString());
    }

    [Fact]
    public void The_second_visit_compares_as_by_hand()
    {
        var comparison = VisitComparison.Of(Answers, BugList.Of(Answers), "v11", Five.Today)!;
        Same("secondVisit", new
        {
            riskChange = comparison.RiskChange,
            ratings = comparison.Ratings.Select(change => $"{change.Function} {Points(change.Before)} to {Points(change.Now)}"),
            still = comparison.StillThere.Select(pair => $"{pair.Before.Ref} {pair.Now.Ref}"),
            @new = comparison.New.Select(bug => bug.Ref),
            unmentioned = comparison.Unmentioned.Select(bug => bug.Ref),
            promises = comparison.Promises.Lines.Select(line => $"{line.Promise.What}: {line.State.ToString().ToLowerInvariant()}"),
        });
        Assert.Null(VisitComparison.Of(Answers, BugList.Of(Answers), "v6", Five.Today));
    }

    [Fact]
    public void Quotes_come_back_word_for_word()
    {
        var quotes = Answers.Debriefs.SelectMany(debrief => debrief.Quotes).ToList();
        Assert.Equal(11, quotes.Count);
        Assert.Equal(20_000, FiveCustomers.LongQuote.Length);
        Assert.Equal(FiveCustomers.LongQuote, quotes.Single(quote => quote.Ref == "v10/1").Words);
        Assert.Equal("We are *not* leaving because of a bug.\r\nWe are leaving because **nobody answers**. 😠", quotes.Single(quote => quote.Ref == "v6/1").Words);
        Assert.Equal("  Softway calls me every week | you never do.  ", quotes.Single(quote => quote.Ref == "v6/2").Words);
        Assert.Equal(("Al Noor Medical Group", "د. ليلى حداد", "2026-12-02"), (quotes[7].Source.Customer, quotes[7].Source.Who, Day(quotes[7].Source.On)));
    }

    private static void Same(string figure, object computed) => Assert.Equal(
        JsonSerializer.Serialize(Five.Expected.GetProperty(figure), Indented),
        JsonSerializer.Serialize(JsonSerializer.SerializeToElement(computed), Indented));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string? Day(NodaTime.LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Points(int? points) => points?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
