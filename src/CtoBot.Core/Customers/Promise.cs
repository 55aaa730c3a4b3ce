using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Something promised to somebody, or a next step.</summary>
/// <param name="Ref">The line's reference: <c>&lt;subject&gt;/&lt;line id&gt;</c>, unique together with the flow of its <paramref name="Source"/> and the <paramref name="Kind"/>.</param>
/// <param name="Kind">A promise or a next step.</param>
/// <param name="What">What shall be done.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="Kept">When it was done, or null.</param>
/// <param name="Broken">Whether the person said that it is not kept.</param>
/// <param name="Source">Where it was given, and <see cref="Source.Who"/> shall do it.</param>
public sealed record Promise(string Ref, PromiseKind Kind, string What, LocalDate? Due, LocalDate? Kept, bool Broken, Source Source)
{
    /// <summary>Where it stands on a day.</summary>
    /// <param name="today">The person's date. A promise is overdue from the day after its due day.</param>
    public PromiseState StateOn(LocalDate today) =>
        Kept is not null ? PromiseState.Kept
        : Broken ? PromiseState.Broken
        : Due < today ? PromiseState.Overdue
        : PromiseState.Open;
}

/// <summary>What sort of line it came from.</summary>
public enum PromiseKind
{
    /// <summary>A promise to a customer or in a meeting.</summary>
    Promise,

    /// <summary>The person's own next step.</summary>
    Next,
}

/// <summary>Where a promise stands; in the order that they are listed.</summary>
public enum PromiseState
{
    /// <summary>Its day has passed.</summary>
    Overdue,

    /// <summary>To be done.</summary>
    Open,

    /// <summary>It will not be kept.</summary>
    Broken,

    /// <summary>Done.</summary>
    Kept,
}
