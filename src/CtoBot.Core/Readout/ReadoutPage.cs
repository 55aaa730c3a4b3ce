using System.Collections.Immutable;
using CtoBot.Core.Content;
using NodaTime;

namespace CtoBot.Core.Readout;

/// <summary>The readout in the person's language. Page and documents are written from it, so that a figure reads the same in all of them.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Lead">Of which day and company it is.</param>
/// <param name="On">The day.</param>
/// <param name="Texts">The person's language.</param>
/// <param name="Facts">The situation in numbers.</param>
/// <param name="Sections">What the numbers are made of, in order.</param>
public sealed record ReadoutPage(string Title, string Lead, LocalDate On, Texts Texts, ImmutableArray<ReadoutFact> Facts, ImmutableArray<ReadoutSection> Sections)
{
    /// <summary>How far the plan is; null where that is nobody's business.</summary>
    public required Chart? Progress { get; init; }

    /// <summary>The customers that a reader can look at alone, in the order of the person's list: id and name.</summary>
    public ImmutableArray<(string Id, string Name)> Customers { get; init; } = [];

    /// <summary>The functions and the like that a reader can look at alone: key and name.</summary>
    public ImmutableArray<(string Key, string Name)> Functions { get; init; } = [];
}

/// <summary>A number of the situation.</summary>
/// <param name="Id">For example <c>atRisk</c>; the same in every language.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number, typed.</param>
/// <param name="Detail">What there is to say of it, or null.</param>
/// <param name="Tone">How good or bad it is.</param>
/// <param name="View">The view of the chat that it comes from, see <see cref="Views"/>.</param>
public sealed record ReadoutFact(string Id, string Label, ReadoutValue Value, string? Detail, Tone Tone, string View);

/// <summary>A part of the readout.</summary>
/// <param name="Id">For example <c>risks</c>; the same in every language.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Lead">A sentence below it: what this is, or that there is nothing yet.</param>
public sealed record ReadoutSection(string Id, string Heading, string Lead)
{
    /// <summary>The same as a picture, or null.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Tables, in order; none of them is empty.</summary>
    public ImmutableArray<ReadoutTable> Tables { get; init; } = [];

    /// <summary>What customers said.</summary>
    public ImmutableArray<ReadoutQuote> Quotes { get; init; } = [];

    /// <summary>What the person wrote, with what it rests on.</summary>
    public ImmutableArray<BriefSection> Words { get; init; } = [];
}

/// <summary>Something that a customer said.</summary>
/// <param name="Ref">See <see cref="Customers.Quote.Ref"/>.</param>
/// <param name="Words">The words: as they were written down, or without names if it is to be anonymous.</param>
/// <param name="Source">Who said it, where and when; without names if it is to be anonymous.</param>
/// <param name="About">What it is about, in words; or null.</param>
/// <param name="Use">Whether it may be handed on.</param>
public sealed record ReadoutQuote(string Ref, string Words, string Source, string? About, QuoteUse Use)
{
    /// <summary>What it is about, as a key of <see cref="Customers.Functions"/>; or null.</summary>
    public string? Function { get; init; }

    /// <summary>The customer's id; null if it is anonymous.</summary>
    public string? Customer { get; init; }
}
