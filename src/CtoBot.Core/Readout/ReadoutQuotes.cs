using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.State;

namespace CtoBot.Core.Readout;

/// <summary>What customers said, for who may read it.</summary>
internal static class ReadoutQuotes
{
    /// <summary>What was decided of a quote. Who agreed to be named did so for what was written then: after an edit the name stays away until the person says so again.</summary>
    public static QuoteUse UseOf(PersonState state, Quote quote) => state.QuoteUses?.GetValueOrDefault(quote.Ref) switch
    {
        QuoteUse.Out => QuoteUse.Out,
        QuoteUse.Named when state.QuoteConsents?.GetValueOrDefault(quote.Ref) == QuoteChoice.DigestOf(quote) => QuoteUse.Named,
        _ => QuoteUse.Anonymous,
    };

    /// <summary>All of them, for the person's own eyes; the latest visit first.</summary>
    public static ImmutableArray<ReadoutQuote> Own(Finding finding, ReadoutFigures figures) =>
        [.. figures.Quotes.Reverse().Select(quote => Named(finding, quote, UseOf(finding.State, quote)))];

    /// <summary>
    /// Those that may be handed on, as the person decided: first those with a name, the latest visit first; then those without, in an order that
    /// comes of their words alone, because beside its neighbours a quote would tell whose it is.
    /// </summary>
    public static ImmutableArray<ReadoutQuote> Handed(Finding finding, ReadoutFigures figures)
    {
        var uses = figures.Quotes.Reverse().ToLookup(quote => UseOf(finding.State, quote));
        return
        [
            .. uses[QuoteUse.Named].Select(quote => Named(finding, quote, QuoteUse.Named)),
            .. uses[QuoteUse.Anonymous].Select(quote => Unnamed(finding.Scene, quote)).OrderBy(quote => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(quote.Words))), StringComparer.Ordinal),
        ];
    }

    private static ReadoutQuote Named(Finding finding, Quote quote, QuoteUse use) =>
        new(quote.Ref, quote.Words, finding.Scene.From(finding.State, quote.Source), finding.Scene.Function(quote.About), use) { Function = quote.About, Customer = quote.Source.CustomerId };

    /// <summary>Not even a reference or a day tells who it was.</summary>
    private static ReadoutQuote Unnamed(Scene scene, Quote quote) =>
        new("", Anonymous.Words(quote), scene.Texts["readout.aCustomer"], scene.Function(quote.About), QuoteUse.Anonymous) { Function = quote.About };
}
