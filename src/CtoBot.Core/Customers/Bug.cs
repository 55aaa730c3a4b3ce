using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>A bug as one customer told of it at one visit. What was not answered is null.</summary>
/// <param name="Ref">Its reference: <c>&lt;visit&gt;/&lt;line id&gt;</c>.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Blocks">What it blocks.</param>
/// <param name="Since">Since when.</param>
/// <param name="Promised">What the customer was promised about it.</param>
/// <param name="Same">The reference of the bug that the person said it is the same as.</param>
/// <param name="Source">Visit, customer and day.</param>
public sealed record Bug(
    string Ref,
    string Title,
    Severity? Severity,
    string? Blocks,
    LocalDate? Since,
    string? Promised,
    string? Same,
    Source Source)
{
    /// <summary>The references of bugs that the person said it is not the same as: they are not proposed again.</summary>
    public ImmutableArray<string> Apart { get; init; } = [];
}

/// <summary>How bad a bug is; a worse one is greater. The names in lower case are the option values.</summary>
public enum Severity
{
    /// <summary>A nuisance.</summary>
    Minor,

    /// <summary>Work suffers.</summary>
    Major,

    /// <summary>Work stands still.</summary>
    Blocker,
}
