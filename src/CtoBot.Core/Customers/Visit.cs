using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>A visit that is planned or was made. What was not answered is null.</summary>
/// <param name="Id">For example <c>v3</c>.</param>
/// <param name="CustomerId">The customer's id as it was chosen, also of a customer that is no longer there.</param>
/// <param name="Customer">The customer, or null when it is unknown.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The local time it begins.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Zone">The IANA id of the zone that day and time are in; the customer's when the visit says none.</param>
/// <param name="Place">Where.</param>
/// <param name="Along">Who comes along.</param>
public sealed record Visit(
    string Id,
    string? CustomerId,
    Customer? Customer,
    LocalDate? Date,
    LocalTime? Time,
    int Minutes,
    string? Zone,
    string? Place,
    string? Along);
