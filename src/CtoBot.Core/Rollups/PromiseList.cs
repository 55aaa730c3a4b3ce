using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>What was promised, and the person's next steps, at visits and in meetings.</summary>
/// <param name="Lines">By state in the order of <see cref="PromiseState"/>, then by due day (those without last), then as they were given.</param>
public sealed record PromiseList(ImmutableArray<PromiseLine> Lines)
{
    /// <summary>How many are in this state.</summary>
    public int Count(PromiseState state) => Lines.Count(line => line.State == state);

    /// <summary>Computes the list.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="today">The person's date.</param>
    public static PromiseList Of(Book book, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Of(
            book.Counted.SelectMany(debrief => debrief.Promises)
                .Concat(book.Sales?.Promises ?? [])
                .Concat(book.Support?.Promises ?? [])
                .Concat(book.Services?.Promises ?? []),
            today);
    }

    internal static PromiseList Of(IEnumerable<Promise> promises, LocalDate today) => new(
    [
        .. promises
            .Select(promise => new PromiseLine(promise, promise.StateOn(today)))
            .OrderBy(line => line.State)
            .ThenBy(line => line.Promise.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(line => line.Promise.Source.On),
    ]);
}

/// <summary>A promise and where it stands.</summary>
/// <param name="Promise">The promise, with its source.</param>
/// <param name="State">Where it stands today.</param>
public sealed record PromiseLine(Promise Promise, PromiseState State);
