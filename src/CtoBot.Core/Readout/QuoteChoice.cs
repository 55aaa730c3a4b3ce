using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Readout;

/// <summary>Decides what may be done with a quote.</summary>
internal static class QuoteChoice
{
    /// <summary>What a tap makes of a use: without a name, not at all, with it, and round again. The way to "not at all" does not lead by the name: whoever stops there has said less, never more.</summary>
    public static QuoteUse After(QuoteUse use) => use switch
    {
        QuoteUse.Anonymous => QuoteUse.Out,
        QuoteUse.Out => QuoteUse.Named,
        _ => QuoteUse.Anonymous,
    };

    /// <summary>
    /// Tells one quote from what an edit makes of it: 32 hexadecimal digits of a hash over the words, who said them and for which customer. Who
    /// agreed to be named agreed to that.
    /// </summary>
    public static string DigestOf(Quote quote)
    {
        var who = quote.Source.Who ?? "";
        var told = FormattableString.Invariant($"{quote.Words.Length} {who.Length} {quote.Words}{who}{quote.Source.CustomerId}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)).AsSpan(..16));
    }

    /// <summary>The button that decides it.</summary>
    public static CardAction Action(Quote quote, QuoteUse use, string view) =>
        CardAction.Of(Verbs.UseQuote, (DataKeys.Subject, quote.Ref), (DataKeys.Seen, DigestOf(quote)), (DataKeys.Choice, use.ToString()), (DataKeys.View, view));

    /// <summary>Keeps the decision. One about a quote that is not there, or no more as the card showed it, changes nothing.</summary>
    public static Outcome Take(Scene scene, PersonState state, CardAction action)
    {
        var view = action[DataKeys.View];
        var known = Finding.BookOf(scene, state).Counted.SelectMany(debrief => debrief.Quotes).Any(quote => quote.Ref == action[DataKeys.Subject] && DigestOf(quote) == action[DataKeys.Seen]);
        // By its name only: a number would be taken for a value that there is not.
        if (!known || !Enum.GetNames<QuoteUse>().Contains(action[DataKeys.Choice], StringComparer.Ordinal))
            return FindingViews.After(scene, state, view, scene.Texts["dialog.changed"]);
        var use = Enum.Parse<QuoteUse>(action[DataKeys.Choice]);
        var uses = state.QuoteUses ?? ImmutableDictionary<string, QuoteUse>.Empty;
        // What holds anyhow needs no entry.
        uses = use == QuoteUse.Anonymous ? uses.Remove(action[DataKeys.Subject]) : uses.SetItem(action[DataKeys.Subject], use);
        var consents = state.QuoteConsents ?? ImmutableDictionary<string, string>.Empty;
        consents = use == QuoteUse.Named ? consents.SetItem(action[DataKeys.Subject], action[DataKeys.Seen]) : consents.Remove(action[DataKeys.Subject]);
        return FindingViews.After(scene, state with { QuoteUses = uses.IsEmpty ? null : uses, QuoteConsents = consents.IsEmpty ? null : consents }, view, null);
    }
}
