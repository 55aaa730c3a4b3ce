using CtoBot.Core.Content;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>The agreement as it is printed for one of the two.</summary>
/// <param name="Sheet">What it says: the same as the card.</param>
/// <param name="Texts">The reader's language.</param>
public sealed record AgreementPage(Reply.Sheet Sheet, Texts Texts)
{
    /// <summary>The page, or null if there is no agreement or the reader is none of the two.</summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="reader">The reader's own state.</param>
    /// <param name="personId">The reader.</param>
    /// <param name="pair">The partnership.</param>
    /// <param name="now">When it is read.</param>
    public static AgreementPage? Of(ContentLibrary library, PersonState reader, string personId, PartnershipState pair, Instant now)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var scene = Scene.For(library, reader, now, new Records(null)) with { Shared = new Shared(personId, [pair], "", "") };
        return Pairs.Find(scene, pair.Id) is { } seat && Partnership.MaySign(pair) ? new AgreementPage(AgreementViews.Page(scene, seat), scene.Texts) : null;
    }
}
