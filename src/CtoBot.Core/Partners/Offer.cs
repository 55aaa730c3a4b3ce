using System.Collections.Immutable;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>An entry of the ledger: a cost that moves from one budget to the other.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Terms">What is on the table, or was agreed.</param>
/// <param name="Status">How it stands.</param>
/// <param name="LastBy">The slot of whose terms they are.</param>
/// <param name="Revision">The partnership's revision of its latest change.</param>
/// <param name="History">Every move, the first one being the offer.</param>
public sealed record Offer(int Number, OfferTerms Terms, OfferStatus Status, int LastBy, long Revision, ImmutableList<OfferMove> History)
{
    /// <summary>Whether somebody has to answer it.</summary>
    public bool IsOpen => Status is OfferStatus.Offered or OfferStatus.Countered;
}

/// <summary>The terms of an offer.</summary>
/// <param name="What">The cost.</param>
/// <param name="Amount">How much for each period.</param>
/// <param name="Period">How often.</param>
/// <param name="From">Whose budget it leaves.</param>
/// <param name="To">Whose budget takes it.</param>
public sealed record OfferTerms(string What, Money Amount, OfferPeriod Period, PartnerRole From, PartnerRole To);

/// <summary>How often an amount is paid.</summary>
public enum OfferPeriod
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Yearly,
}

/// <summary>How an offer stands; also what a move made of it.</summary>
public enum OfferStatus
{
    /// <summary>It waits for the other's answer.</summary>
    Offered,

    /// <summary>It was answered with other terms, which wait for an answer.</summary>
    Countered,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>Whose terms they were took them back.</summary>
    Withdrawn,
}

/// <summary>A move in the history of an offer.</summary>
/// <param name="At">When.</param>
/// <param name="By">The slot of who made it.</param>
/// <param name="Status">What it made of the offer.</param>
/// <param name="Terms">The terms from then on.</param>
/// <param name="Note">What was said with it, or null.</param>
public sealed record OfferMove(Instant At, int By, OfferStatus Status, OfferTerms Terms, string? Note);
