using CtoBot.Core.Reading;

namespace CtoBot.Core.Customers;

/// <summary>Finds the customer that a person means by words.</summary>
internal sealed class CustomerNames(IReadOnlyCollection<Customer> customers)
{
    private readonly Dictionary<string, string> _ids = customers
        .GroupBy(customer => Normalise.ForCompare(customer.Name), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);

    /// <summary>The id of the customer of this name or, if there is just one, of a name that is nearly so; or null.</summary>
    public string? Find(string words) =>
        _ids.GetValueOrDefault(Normalise.ForCompare(words))
        ?? (ClosestMatch.FindAll(words, _ids.Keys) is [var closest] ? _ids[closest] : null);
}
