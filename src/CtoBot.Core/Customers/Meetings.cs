using System.Collections.Immutable;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Notes of the meeting with the VP Sales &amp; Marketing. What was not answered is null or empty.</summary>
/// <param name="Source">The meeting.</param>
/// <param name="Pipeline">The pipeline in words.</param>
/// <param name="Deals">The must-close deals.</param>
/// <param name="Said">What was said.</param>
/// <param name="Promises">Next steps.</param>
public sealed record SalesMeeting(Source Source, string? Pipeline, ImmutableArray<Deal> Deals, string? Said, ImmutableArray<Promise> Promises);

/// <summary>A deal that must be closed.</summary>
/// <param name="Ref">The line's reference: <c>&lt;subject&gt;/&lt;line id&gt;</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CustomerText">The customer as it was written.</param>
/// <param name="CustomerId">The customer that these words name, or null.</param>
/// <param name="Amount">Its worth.</param>
/// <param name="Close">When it must be closed.</param>
/// <param name="Needs">What it needs from the product.</param>
/// <param name="Bug">The reference of the bug that it depends on, or null.</param>
public sealed record Deal(string Ref, string Name, string? CustomerText, string? CustomerId, Money? Amount, LocalDate? Close, string? Needs, string? Bug);

/// <summary>Notes of the meeting with the head of customer support.</summary>
/// <param name="Source">The meeting.</param>
/// <param name="Urgency">Whether support feels the customers' urgency, 1 to 5.</param>
/// <param name="Escalations">How many escalations are open.</param>
/// <param name="Gaps">What is missing.</param>
/// <param name="Said">What was said.</param>
/// <param name="Promises">What was promised.</param>
public sealed record SupportMeeting(Source Source, int? Urgency, decimal? Escalations, string? Gaps, string? Said, ImmutableArray<Promise> Promises);

/// <summary>Notes of the meeting with the head of professional services.</summary>
/// <param name="Source">The meeting.</param>
/// <param name="Delight">Whether deployment delights customers, 1 to 5.</param>
/// <param name="Gaps">What is missing.</param>
/// <param name="Said">What was said.</param>
/// <param name="Promises">What was promised.</param>
public sealed record ServicesMeeting(Source Source, int? Delight, string? Gaps, string? Said, ImmutableArray<Promise> Promises);

/// <summary>Notes of the meeting with the CFO.</summary>
/// <param name="Source">The meeting.</param>
/// <param name="History">The history of the budget.</param>
/// <param name="Metrics">The present metrics.</param>
/// <param name="Budget">The lines of the budget.</param>
/// <param name="Costs">Costs that were found.</param>
/// <param name="Said">What was said.</param>
public sealed record CfoMeeting(
    Source Source, string? History, string? Metrics, ImmutableArray<BudgetLine> Budget, ImmutableArray<Cost> Costs, string? Said);

/// <summary>A line of the budget.</summary>
/// <param name="Ref">The line's reference: <c>&lt;subject&gt;/&lt;line id&gt;</c>.</param>
/// <param name="Line">What it is for.</param>
/// <param name="Amount">What there is.</param>
/// <param name="Committed">What of it is spent or bound.</param>
public sealed record BudgetLine(string Ref, string Line, Money? Amount, Money? Committed);

/// <summary>A cost that was found.</summary>
/// <param name="Ref">The line's reference: <c>&lt;subject&gt;/&lt;line id&gt;</c>.</param>
/// <param name="What">What costs.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">How much.</param>
public sealed record Cost(string Ref, string What, CostKind Kind, Money? Amount);

/// <summary>What a cost is for. The names in lower case are the option values.</summary>
public enum CostKind
{
    /// <summary>To mend a bug.</summary>
    Bug,

    /// <summary>To win a deal.</summary>
    Deal,

    /// <summary>To close a gap in a service.</summary>
    Gap,

    /// <summary>Anything else, or not said.</summary>
    Other,
}

/// <summary>Notes of the meeting with a direct report.</summary>
/// <param name="Source">The meeting.</param>
/// <param name="Slug">Which report: the draft's subject.</param>
/// <param name="Meets">Whether the organisation can meet the demands, 1 to 5.</param>
/// <param name="Strengths">What is strong.</param>
/// <param name="Gaps">What is missing.</param>
/// <param name="Needs">What is needed.</param>
/// <param name="Said">What was said.</param>
public sealed record ReportMeeting(Source Source, string Slug, int? Meets, string? Strengths, string? Gaps, string? Needs, string? Said);

/// <summary>The person's own verdict, word for word.</summary>
/// <param name="Truth">What is true.</param>
/// <param name="First">What must change first.</param>
/// <param name="Who">Who can do it.</param>
/// <param name="Cost">What it costs.</param>
public sealed record Verdict(string? Truth, string? First, string? Who, string? Cost);
