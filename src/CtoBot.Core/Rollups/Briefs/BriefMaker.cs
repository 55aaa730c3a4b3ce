using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups.Briefs;

/// <summary>
/// Makes the briefs of the meetings. Each holds only what concerns the owner of that function, and everything quoted in it has its
/// source; so a view may show all of a brief without leaving anything out.
/// </summary>
public static class BriefMaker
{
    /// <summary>For the VP Sales &amp; Marketing.</summary>
    public static SalesBrief Sales(Book book) => new(
        DealList.Of(book, BugList.Of(book)),
        [.. RiskBoard.Of(book).Lines.Select(line => new BriefCustomer(
            CustomerName.Of(line.Customer), line.Risk, line.Change, line.Revenue, line.Renewal, line.Reasons, line.Competitor, line.Source))],
        ServiceMatrix.Of(book).For(Functions.Sales),
        Quotes(book, Functions.Price));

    /// <summary>For the head of customer support.</summary>
    public static SupportBrief Support(Book book) => new(
        ServiceMatrix.Of(book).For(Functions.Support),
        [.. book.Counted.Reverse().Where(debrief => debrief.Escalations is not null).Select(debrief => new Said(debrief.Escalations!, debrief.Source))]);

    /// <summary>For the head of professional services.</summary>
    public static ServicesBrief Services(Book book)
    {
        var matrix = ServiceMatrix.Of(book);
        return new(matrix.For(Functions.Services), matrix.For(Functions.Training));
    }

    /// <summary>For the CFO.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="today">The person's date.</param>
    public static CfoBrief Cfo(Book book, LocalDate today)
    {
        var room = Room.Of(book, DealList.Of(book, BugList.Of(book)), ServiceMatrix.Of(book));
        var situation = Situation.Of(book, today);
        return new(room, situation.Revenue, situation.RevenueAtRisk, situation.ByRisk, room.CostOf(CostKind.Bug));
    }

    /// <summary>For the person's own organisation and each direct report.</summary>
    public static EngineeringBrief Engineering(Book book) => new(
        BugList.Of(book), ServiceMatrix.Of(book).For(Functions.Engineering), Quotes(book, Functions.Product));

    private static ImmutableArray<Quote> Quotes(Book book, string about)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Counted.Reverse().SelectMany(debrief => debrief.Quotes).Where(quote => quote.About == about)];
    }
}
