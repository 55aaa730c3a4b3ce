using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Sharing;

/// <summary>What of an entry goes out, for the host that delivers it.</summary>
public static class ShareDelivery
{
    /// <summary>
    /// What recipients get; null if it is not what the person saw in the preview any more: then nothing may go out.
    /// </summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="sender">The state of who shares.</param>
    /// <param name="filed">Their filed dialogs by <see cref="Draft.Id"/>.</param>
    /// <param name="entry">What is shared.</param>
    /// <returns>The card and the language that it is in: the sender's.</returns>
    public static (Reply Card, LanguageContent Content, Texts Texts)? Of(ContentLibrary library, PersonState sender, ImmutableDictionary<string, Draft> filed, ShareEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var scene = Scene.For(library, sender, entry.At, new Records(filed));
        return SharedCard.Of(scene, sender, new SharePlan([.. entry.To.Select(recipient => recipient.Id)], entry.What, entry.Sections)) is { } shared && shared.Digest == entry.Digest
            ? (shared.Card, scene.Content, scene.Texts)
            : null;
    }

    /// <summary>The turn that sent, once it is known what became of it.</summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="turn">The turn, with <see cref="Turn.Sends"/>.</param>
    /// <param name="became">See <see cref="ShareLog.Note"/>.</param>
    /// <param name="now">When.</param>
    public static Turn Told(ContentLibrary library, Turn turn, IReadOnlyDictionary<string, ShareStatus> became, Instant now)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var state = ShareLog.Note(turn.State, turn.Sends!.Value, became);
        var scene = Scene.For(library, state, now, new Records(turn.Loaded));
        return turn with { State = state, Replies = [ShareViews.Sent(scene, ShareLog.Find(state, turn.Sends.Value)!)] };
    }
}
