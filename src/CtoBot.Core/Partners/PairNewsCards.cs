using CtoBot.Core.Content;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>Writes a message that one of the two has not received yet.</summary>
public static class PairNewsCards
{
    /// <summary>The message as it reads now; null if it is of no more use.</summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="receiver">The receiver's own state.</param>
    /// <param name="shared">What the receiver shares, with the partnership; for an invited person it is the invitation.</param>
    /// <param name="pair">The partnership.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">When it is sent.</param>
    public static Turn? Write(ContentLibrary library, PersonState receiver, Shared shared, PartnershipState pair, PairMessage message, Instant now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(pair);
        var scene = Scene.For(library, receiver, now, new Records(null)) with { Shared = shared };
        var reply = message.News == PairNews.Invited ? Invited(scene, pair) : Pairs.Find(scene, pair.Id) is { } seat ? News(scene, receiver, seat, message) : null;
        return reply is null ? null : new Turn(receiver, [reply], scene.Content, scene.Texts);
    }

    /// <summary>What a group chat is told of the joint wins of a check-in: metrics and promises, and nobody's note. Null if there is nothing to tell any more.</summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="pair">The partnership.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">When it is sent.</param>
    public static Turn? Announce(ContentLibrary library, PartnershipState pair, PairMessage message, Instant now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(pair);
        var reader = new PersonState { Chat = pair.Group };
        var scene = Scene.For(library, reader, now, new Records(null));
        return pair.Group is not null && AgreementViews.Wins(scene, pair, message.About) is { } wins ? new Turn(reader, [wins], scene.Content, scene.Texts) : null;
    }

    private static Reply.Note? Invited(Scene scene, PartnershipState pair)
    {
        if (!pair.Invitation.IsOpen(scene.Now))
            return null;
        var texts = scene.Texts;
        var name = PairReplies.NameOf(texts, pair, 0);
        return new Reply.Note(
            texts.Say("pair.invitation", ("name", name)),
            [
                texts.Say("pair.invitationWhat", ("name", name)),
                texts["pair.invitationPrivate"],
                texts.Say("pair.until", ("date", texts.Day(pair.Invitation.ExpiresAt.InZone(scene.Zone).Date))),
            ],
            [
                PairReplies.AcceptButton(texts, pair.Id),
                new Button(texts["pair.later"], CardAction.Of(Verbs.PairLater, (DataKeys.Pair, pair.Id))),
                new Button(texts["pair.no"], CardAction.Of(Verbs.PairDecline, (DataKeys.Pair, pair.Id))),
            ]);
    }

    private static Reply? News(Scene scene, PersonState receiver, Seat seat, PairMessage message)
    {
        var (texts, id) = (scene.Texts, seat.Pair.Id);
        var them = PairReplies.NameOf(texts, seat);
        string Say(string key) => texts.Say(key, ("them", them), ("question", PairReplies.Title(scene, message.About)));
        return message.News switch
        {
            PairNews.Accepted => new Reply.Note(Say("pair.newsAccepted"), [texts[seat.Pair.Mode == HoldingMode.Room ? "pair.boardRoom" : "pair.boardApart"]], [PairReplies.Act(texts, "pair.begin", Verbs.PairNext, seat), PairReplies.BoardButton(texts, id)]),
            PairNews.Declined => new Reply.Note(Say("pair.newsDeclined"), [texts["pair.newsDeclinedText"]], [new Button(texts["pair.guide"], CardAction.Show(Views.Guide))]),
            PairNews.Mode => new Reply.Note(Say(seat.Pair.Mode == HoldingMode.Room ? "pair.newsRoom" : "pair.newsApart"), [], [PairReplies.BoardButton(texts, id)]),
            PairNews.Answered => new Reply.Note(Say("pair.newsAnswered"), [texts["pair.newsAnsweredText"]], [PairReplies.Act(texts, "pair.next", Verbs.PairNext, seat), PairReplies.BoardButton(texts, id)]),
            PairNews.Revealed or PairNews.Settled or PairNews.Reopened => View(Views.PairQuestion(id, message.About), "pair.news" + message.News),
            PairNews.Offer => View(Views.PairOffer(id, int.TryParse(message.About, out var number) ? number : 0), "pair.newsOffer"),
            PairNews.OtherSigned or PairNews.SignAgain or PairNews.Agreed => View(Views.PairAgreement(id), "pair.news" + message.News),
            PairNews.CheckedIn => View(Views.PairCheckIn(id), "pair.newsCheckedIn"),
            PairNews.Left => new Reply.Note(Say("pair.newsLeft"), [texts["pair.newsLeftText"]], [PairReplies.BoardButton(texts, id)]),
            _ => null,
        };

        Reply? View(string view, string notice) => CardViews.Show(scene, receiver, view, Say(notice))?.Replies[0];
    }
}
