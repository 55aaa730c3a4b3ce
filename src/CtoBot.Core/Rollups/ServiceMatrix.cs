using System.Collections.Immutable;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Rollups;

/// <summary>How the functions of the company serve the customers.</summary>
/// <param name="Rows">Customers of whom anything was heard about a function, in the order of the person's list.</param>
/// <param name="Functions">The functions, in the order of <see cref="Functions.All"/>; also those of which nothing was heard.</param>
public sealed record ServiceMatrix(ImmutableArray<ServiceRow> Rows, ImmutableArray<FunctionSummary> Functions)
{
    /// <summary>The summary of a function.</summary>
    /// <param name="function">A key of <see cref="Customers.Functions.All"/>.</param>
    /// <exception cref="InvalidOperationException">It is none of these.</exception>
    public FunctionSummary For(string function) => Functions.First(summary => summary.Function == function);

    /// <summary>Computes the matrix.</summary>
    public static ServiceMatrix Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var rows = book.Active.Select(customer => ServiceRow.Of(book, customer)).Where(row => row.Cells.Count > 0).ToImmutableArray();
        var quotes = book.Counted.Reverse().SelectMany(debrief => debrief.Quotes).ToLookup(quote => quote.About);
        return new ServiceMatrix(rows, [.. Core.Customers.Functions.All.Select(function => new FunctionSummary(
            function,
            [.. rows.Select(row => row.Cells.GetValueOrDefault(function)?.Rating).OfType<FunctionRating>()],
            [.. quotes[function]],
            [.. book.Counted.Reverse().SelectMany(debrief => SaidOf(debrief, function))]))]);
    }

    private static IEnumerable<Said> SaidOf(Debrief debrief, string function)
    {
        if (debrief.Services.GetValueOrDefault(function)?.Said is { } words)
            yield return new Said(words, debrief.Source);
    }
}

/// <summary>What one customer says of the functions.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Cells">By a key of <see cref="Functions.All"/>; those of which nothing was said are left out.</param>
public sealed record ServiceRow(CustomerName Customer, ImmutableDictionary<string, ServiceCell> Cells)
{
    internal static ServiceRow Of(Book book, Customer customer)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, ServiceCell>(StringComparer.Ordinal);
        // Oldest first: what was said later takes the place of what was said before.
        foreach (var debrief in book.DebriefsOf(customer.Id))
        {
            foreach (var (function, service) in debrief.Services)
            {
                var earlier = cells.GetValueOrDefault(function);
                cells[function] = new ServiceCell(
                    service.Rating is { } points ? new FunctionRating(CustomerName.Of(customer), points, debrief.Source) : earlier?.Rating,
                    service.Said is { } words ? new Said(words, debrief.Source) : earlier?.Said);
            }
        }

        return new ServiceRow(CustomerName.Of(customer), cells.ToImmutable());
    }
}

/// <summary>What one customer says of one function: the latest rating and the latest words, which may be of two visits.</summary>
/// <param name="Rating">The latest rating, or null.</param>
/// <param name="Said">The latest words, or null.</param>
public sealed record ServiceCell(FunctionRating? Rating, Said? Said);

/// <summary>A rating of a function.</summary>
/// <param name="Customer">Whose.</param>
/// <param name="Points">1 (badly) to 5 (very well).</param>
/// <param name="Source">The debrief.</param>
public sealed record FunctionRating(CustomerName Customer, int Points, Source Source);

/// <summary>What was said, word for word.</summary>
/// <param name="Words">The words.</param>
/// <param name="Source">Where they were heard.</param>
public sealed record Said(string Words, Source Source);
