using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>A customer of the company. What was not answered is null.</summary>
/// <param name="Id">For example <c>c1</c>.</param>
/// <param name="Name">The name; the id when it was never given.</param>
/// <param name="City">The city.</param>
/// <param name="Zone">The IANA time zone id.</param>
/// <param name="Contact">Who to meet.</param>
/// <param name="Renewal">When the contract ends, as the CTO's own company said. <see cref="Book.RenewalOf"/> tells the date to reckon with.</param>
/// <param name="Revenue">What it pays a year.</param>
/// <param name="Trouble">Trouble known beforehand.</param>
/// <param name="Introduction">How the way to the customer is opened.</param>
/// <param name="Order">Its place in the person's list; the lower, the earlier.</param>
/// <param name="Archived">Whether the person put it aside: it counts in no figure then.</param>
public sealed record Customer(
    string Id,
    string Name,
    string? City = null,
    string? Zone = null,
    string? Contact = null,
    LocalDate? Renewal = null,
    Money? Revenue = null,
    string? Trouble = null,
    Introduction? Introduction = null,
    int Order = int.MaxValue,
    bool Archived = false);

/// <summary>How the way to a customer is opened.</summary>
/// <param name="By">Who makes the introduction.</param>
/// <param name="State">The option that was chosen: <c>notYet</c>, <c>asked</c> or <c>done</c>.</param>
/// <param name="Along">Whether sales insists on coming along.</param>
/// <param name="AlongWho">Who comes along; null unless <paramref name="Along"/> is true.</param>
public sealed record Introduction(Person? By, string? State, bool? Along, string? AlongWho);
