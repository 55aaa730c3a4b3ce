using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Sharing;

/// <summary>What a person does with what they are about to share.</summary>
internal static class ShareActions
{
    /// <summary>Opens the form: of the whole readout, or of a function's part.</summary>
    public static CardAction Open(string what, string view) => what.Length > 0
        ? CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.SharePart), (DataKeys.Subject, what), (DataKeys.View, view))
        : CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Share), (DataKeys.View, view));

    /// <summary>Opens the form again, of what was about to be shared.</summary>
    public static CardAction Reopen(SharePlan plan, string view) => plan.Chat is { } chat
        ? CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.ShareChat), (DataKeys.Subject, chat.Subject), (DataKeys.View, view))
        : Open(plan.What, view);

    /// <summary>Begins to share into a group chat in which the person asked for it. What they were about to share with others makes room.</summary>
    public static Outcome Into(Scene scene, PersonState state, ShareChat chat)
    {
        // A form about another chat could not be sent any more.
        var begun = state with { Sharing = SharePlan.Into(chat), Drafts = state.Drafts.RemoveRange(state.Drafts.Values.Where(draft => draft.Flow == FlowIds.ShareChat).Select(draft => draft.Id)) };
        return Dialogs.Find(scene, begun, Reopen(begun.Sharing, Views.Readout)) is { } form ? Dialogs.Open(form) : Typed.NotYet(scene, state);
    }

    /// <summary>
    /// Writes down that it goes out: the host delivers what waits after the state is saved. Pressed on a preview that is not of today's words, it sends nothing
    /// and shows the new one; pressed twice, it does nothing the second time.
    /// </summary>
    public static Outcome Send(Scene scene, PersonState state, string seen)
    {
        if (state.Sharing is not { } plan)
            return new Outcome(state, [ShareViews.List(scene, state, 1, scene.Texts["share.nothing"])]);
        if (ShareViews.People(scene, plan) is not { } people)
            return Missing(state, plan);
        if (SharedCard.Of(scene, state, plan) is not { } shared || shared.Digest != seen)
            return ShareViews.Preview(scene, state, scene.Texts["share.changed"]);
        if (people.IsEmpty)
            return ShareViews.Preview(scene, state, null);
        var entry = new ShareEntry(
            ShareLog.Next(state),
            scene.Now,
            plan.What,
            plan.What.Length > 0 ? [] : plan.Sections,
            shared.Quotes,
            shared.Digest,
            [.. plan.To.Select(id => new ShareRecipient(id, people.GetValueOrDefault(id, ""), people.ContainsKey(id) ? ShareStatus.Waiting : ShareStatus.Unmet) { IsGroup = plan.Chat is not null, Chat = plan.Chat?.Reference })],
            scene.Now);
        state = ShareLog.Add(state, entry);
        return new Outcome(state, [ShareViews.Sent(scene, entry)]) { Sends = entry.Number };
    }

    /// <summary>Gives it up. What was sent before stays sent.</summary>
    public static Outcome Drop(Scene scene, PersonState state) =>
        Conversation.ShowAfter(scene, state with { Sharing = null }, Views.Readout, scene.Texts["share.dropped"]);

    /// <summary>Asks for the names of those who are to get it.</summary>
    public static Outcome Missing(PersonState state, SharePlan plan) => new(state, []) { WantsPeople = [.. plan.To] };
}
