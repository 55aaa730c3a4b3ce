using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>What was heard at a visit. A half-finished one holds what there is; what was not answered is null or empty.</summary>
public sealed record Debrief
{
    /// <summary>The visit's id, which is the debrief's subject.</summary>
    public required string VisitId { get; init; }

    /// <summary>The visit, or null when it was removed.</summary>
    public Visit? Visit { get; init; }

    /// <summary>The customer, or null when it is unknown.</summary>
    public Customer? Customer { get; init; }

    /// <summary>Visit, customer and day; for what has no person of its own.</summary>
    public required Source Source { get; init; }

    /// <summary>Whether the person has come to its end, once: changing an answer later does not make it unfinished.</summary>
    public bool Finished { get; init; }

    /// <summary>How the product is used.</summary>
    public string? Usage { get; init; }

    /// <summary>Which parts and versions.</summary>
    public string? Parts { get; init; }

    /// <summary>In what environment.</summary>
    public string? Environment { get; init; }

    /// <summary>By whom.</summary>
    public string? Users { get; init; }

    /// <summary>The critical bugs, in the order written down.</summary>
    public ImmutableArray<Bug> Bugs { get; init; } = [];

    /// <summary>The flight risk, 1 (stays) to 5 (leaves).</summary>
    public int? Risk { get; init; }

    /// <summary>The chosen reasons of the risk: <c>competitor</c>, <c>renewal</c>, <c>sponsor</c>, <c>escalations</c>, <c>price</c>, <c>missing</c>.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The competitor named; null unless it is among the <see cref="Reasons"/>.</summary>
    public string? Competitor { get; init; }

    /// <summary>When the contract ends, as the customer said; null unless it is among the <see cref="Reasons"/>.</summary>
    public LocalDate? Renewal { get; init; }

    /// <summary>The sponsor who leaves; null unless it is among the <see cref="Reasons"/>.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The unanswered escalations; null unless they are among the <see cref="Reasons"/>.</summary>
    public string? Escalations { get; init; }

    /// <summary>How the functions of the company serve the customer, by a key of <see cref="Functions.All"/>; those of which nothing was said are left out.</summary>
    public ImmutableDictionary<string, Service> Services { get; init; } = ImmutableDictionary<string, Service>.Empty;

    /// <summary>Quotes, word for word.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>What was promised to the customer, then what to do next.</summary>
    public ImmutableArray<Promise> Promises { get; init; } = [];
}

/// <summary>How one function serves a customer.</summary>
/// <param name="Rating">1 (badly) to 5 (very well), or null.</param>
/// <param name="Said">What was said, word for word, or null.</param>
public sealed record Service(int? Rating, string? Said);

/// <summary>What somebody said.</summary>
/// <param name="Ref">The line's reference: <c>&lt;visit&gt;/&lt;line id&gt;</c>.</param>
/// <param name="Words">Exactly as they were written down.</param>
/// <param name="About">A key of <see cref="Functions"/>, or null when the person gave none.</param>
/// <param name="Source">Customer, day and <see cref="Source.Who"/>.</param>
public sealed record Quote(string Ref, string Words, string? About, Source Source);
