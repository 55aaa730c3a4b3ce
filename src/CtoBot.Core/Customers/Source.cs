using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Where something was heard or written down.</summary>
/// <param name="Flow">One of <see cref="BookFlows"/>.</param>
/// <param name="Subject">The draft's subject: of a debrief the id of its visit.</param>
/// <param name="CustomerId">The customer who said it; null in a meeting, or when the customer is unknown.</param>
/// <param name="Customer">That customer's name, or null.</param>
/// <param name="On">The day of the visit; of a meeting the day its notes were begun.</param>
/// <param name="Who">The person who said it or shall do it, as it was written; or null.</param>
public sealed record Source(string Flow, string Subject, string? CustomerId, string? Customer, LocalDate On, string? Who = null);
