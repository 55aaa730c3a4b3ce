using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.State;

namespace CtoBot.Core.Readout;

/// <summary>What customers said, for who may read it.</summary>
internal static class ReadoutQuotes
{
    /// <summary>What was decided of a quote.</summary>
    public static QuoteUse UseOf(PersonState state, Quote quote) => state.QuoteUses?.GetValueOrDefault(quote.Ref) ?? QuoteUse.Anonymous;

    /// <summary>All of them, for the person's own eyes; the latest visit first.</summary>
    public static ImmutableArray<ReadoutQuote> Own(Finding finding, ReadoutFigures figures) =>
        [.. figures.Quotes.Reverse().Select(quote => Named(finding, quote, UseOf(finding.State, quote)))];

    /// <summary>Those that may be handed on, as the person decided.</summary>
    public static ImmutableArray<ReadoutQuote> Handed(Finding finding, ReadoutFigures figures) =>
    [
        .. from quote in figures.Quotes.Reverse()
           let use = UseOf(finding.State, quote)
           where use != QuoteUse.Out
           select use == QuoteUse.Named ? Named(finding, quote, use) : Unnamed(finding.Scene, quote),
    ];

    private static ReadoutQuote Named(Finding finding, Quote quote, QuoteUse use) =>
        new(quote.Ref, quote.Words, finding.Scene.From(finding.State, quote.Source), finding.Scene.Function(quote.About), use) { Function = quote.About, Customer = quote.Source.CustomerId };

    /// <summary>Not even a reference or a day tells who it was.</summary>
    private static ReadoutQuote Unnamed(Scene scene, Quote quote) =>
        new("", Anonymous.Words(quote), scene.Texts["readout.aCustomer"], scene.Function(quote.About), QuoteUse.Anonymous) { Function = quote.About };
}
