using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Rollups.Briefs;

/// <summary>For the VP Sales &amp; Marketing.</summary>
/// <param name="Deals">The must-close deals.</param>
/// <param name="Customers">The customers by risk.</param>
/// <param name="Sales">What the customers say of sales.</param>
/// <param name="PriceQuotes">Quotes about the price, the latest visit first.</param>
public sealed record SalesBrief(DealList Deals, ImmutableArray<BriefCustomer> Customers, FunctionSummary Sales, ImmutableArray<Quote> PriceQuotes);

/// <summary>A customer in the brief for sales: what sales works with, and nothing said about others.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Risk">The latest risk, or null.</param>
/// <param name="Change">See <see cref="RiskLine.Change"/>.</param>
/// <param name="Revenue">What it pays a year, or null.</param>
/// <param name="Renewal">When its contract ends, or null.</param>
/// <param name="Reasons">The chosen reasons of the risk.</param>
/// <param name="Competitor">The competitor named, or null.</param>
/// <param name="Source">The debrief that says the risk, or null.</param>
public sealed record BriefCustomer(
    CustomerName Customer, int? Risk, int? Change, Money? Revenue, LocalDate? Renewal, ImmutableArray<string> Reasons, string? Competitor, Source? Source);

/// <summary>For the head of customer support.</summary>
/// <param name="Support">What the customers say of support.</param>
/// <param name="Escalations">Escalations that the customers call unanswered, word for word, the latest visit first.</param>
public sealed record SupportBrief(FunctionSummary Support, ImmutableArray<Said> Escalations);

/// <summary>For the head of professional services.</summary>
/// <param name="Services">What the customers say of services.</param>
/// <param name="Training">What they say of training.</param>
public sealed record ServicesBrief(FunctionSummary Services, FunctionSummary Training);

/// <summary>For the CFO: figures, and no word that anybody said about anybody.</summary>
/// <param name="Room">The room to act.</param>
/// <param name="Revenue">What all customers pay a year.</param>
/// <param name="AtRisk">What those pay whose risk is <see cref="RiskBoard.High"/> or above.</param>
/// <param name="ByRisk">As in <see cref="Situation.ByRisk"/>.</param>
/// <param name="BugCost">The costs found of mending bugs.</param>
public sealed record CfoBrief(Room Room, MoneyTotal Revenue, MoneyTotal AtRisk, ImmutableArray<RiskShare> ByRisk, MoneyTotal BugCost);

/// <summary>For the person's own organisation and each direct report.</summary>
/// <param name="Bugs">The bugs across customers.</param>
/// <param name="Engineering">What the customers say of engineering.</param>
/// <param name="ProductQuotes">Quotes about the product, the latest visit first.</param>
public sealed record EngineeringBrief(BugList Bugs, FunctionSummary Engineering, ImmutableArray<Quote> ProductQuotes);
