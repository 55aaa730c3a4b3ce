using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Plan;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Readout;

/// <summary>
/// Every figure of the readout, computed once from the answers by the same rollups that the boards in the chat show: card, page and
/// documents all tell these.
/// </summary>
/// <param name="On">The person's date.</param>
/// <param name="StepsSettled">Steps of the plan that are done or skipped.</param>
/// <param name="Steps">All steps of the plan.</param>
/// <param name="MainCurrency">The currency that bars are drawn in, see <see cref="Book.MainCurrency"/>; empty for none.</param>
/// <param name="Situation">The situation in numbers.</param>
/// <param name="Risks">The customers by flight risk.</param>
/// <param name="Bugs">The bugs across customers.</param>
/// <param name="Service">How the functions serve the customers.</param>
/// <param name="Deals">The must-close deals.</param>
/// <param name="Room">The room to act.</param>
/// <param name="Promises">What was promised.</param>
/// <param name="Quotes">What customers said, the oldest visit first.</param>
public sealed record ReadoutFigures(
    LocalDate On,
    int StepsSettled,
    int Steps,
    string MainCurrency,
    Situation Situation,
    RiskBoard Risks,
    BugList Bugs,
    ServiceMatrix Service,
    DealList Deals,
    Room Room,
    PromiseList Promises,
    ImmutableArray<Quote> Quotes)
{
    /// <summary>How many customers are at <see cref="RiskBoard.High"/> or above.</summary>
    public int AtRisk => Situation.ByRisk.Where(share => share.Risk >= RiskBoard.High).Sum(share => share.Customers);

    /// <summary>How many customers of this risk have no known revenue.</summary>
    /// <param name="risk">1 to 5, or null for those of whom none was said.</param>
    public int WithoutRevenue(int? risk) => Risks.Lines.Count(line => line.Risk == risk && line.Revenue is null);

    /// <summary>The function with the lowest average, or null as long as none is rated.</summary>
    public FunctionFigures? Lowest => Situation.Functions.Where(figures => figures.Average is not null).MinBy(figures => figures.Average);

    /// <summary>Computes them.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="plan">The person's plan.</param>
    /// <param name="today">The person's date.</param>
    public static ReadoutFigures Of(Book book, PersonalPlan plan, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(plan);
        var bugs = BugList.Of(book);
        var deals = DealList.Of(book, bugs);
        var service = ServiceMatrix.Of(book);
        return new ReadoutFigures(
            today,
            plan.Settled,
            plan.Items.Length,
            book.MainCurrency,
            Situation.Of(book, today),
            RiskBoard.Of(book),
            bugs,
            service,
            deals,
            Room.Of(book, deals, service),
            PromiseList.Of(book, today),
            [.. book.Counted.SelectMany(debrief => debrief.Quotes)]);
    }
}
