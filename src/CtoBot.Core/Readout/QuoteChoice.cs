using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Readout;

/// <summary>Decides what may be done with a quote.</summary>
internal static class QuoteChoice
{
    /// <summary>What a tap makes of a use: without a name, with it, not at all, and round again.</summary>
    public static QuoteUse After(QuoteUse use) => use switch
    {
        QuoteUse.Anonymous => QuoteUse.Named,
        QuoteUse.Named => QuoteUse.Out,
        _ => QuoteUse.Anonymous,
    };

    /// <summary>The button that decides it.</summary>
    public static CardAction Action(Quote quote, QuoteUse use, string view) =>
        CardAction.Of(Verbs.UseQuote, (DataKeys.Subject, quote.Ref), (DataKeys.Choice, use.ToString()), (DataKeys.View, view));

    /// <summary>Keeps the decision. One about a quote that is not there, or no more, changes nothing.</summary>
    public static Outcome Take(Scene scene, PersonState state, CardAction action)
    {
        var view = action[DataKeys.View];
        var known = Finding.BookOf(scene, state).Counted.SelectMany(debrief => debrief.Quotes).Any(quote => quote.Ref == action[DataKeys.Subject]);
        // By its name only: a number would be taken for a value that there is not.
        if (!known || !Enum.GetNames<QuoteUse>().Contains(action[DataKeys.Choice], StringComparer.Ordinal))
            return FindingViews.After(scene, state, view, scene.Texts["dialog.changed"]);
        var use = Enum.Parse<QuoteUse>(action[DataKeys.Choice]);
        var uses = state.QuoteUses ?? ImmutableDictionary<string, QuoteUse>.Empty;
        // What holds anyhow needs no entry.
        uses = use == QuoteUse.Anonymous ? uses.Remove(action[DataKeys.Subject]) : uses.SetItem(action[DataKeys.Subject], use);
        return FindingViews.After(scene, state with { QuoteUses = uses.IsEmpty ? null : uses }, view, null);
    }
}
