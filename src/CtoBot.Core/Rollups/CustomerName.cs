using CtoBot.Core.Customers;

namespace CtoBot.Core.Rollups;

/// <summary>A customer by name only, for figures that are shown to people whom the rest does not concern.</summary>
/// <param name="Id">For example <c>c1</c>.</param>
/// <param name="Name">The name.</param>
public sealed record CustomerName(string Id, string Name)
{
    /// <summary>The name of this customer.</summary>
    public static CustomerName Of(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new(customer.Id, customer.Name);
    }
}
