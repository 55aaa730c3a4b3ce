using System.Collections.Immutable;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Sharing;

/// <summary>The preview of what is shared, what became of it, and the list of all that was shared.</summary>
internal static class ShareViews
{
    /// <summary>
    /// Exactly what the recipients will see, and below it to whom it goes, with the button that sends it. The card is one of its own, so that it is cut to
    /// what a message holds just as theirs is.
    /// </summary>
    public static Outcome Preview(Scene scene, PersonState state, string? notice)
    {
        var texts = scene.Texts;
        if (state.Sharing is not { } plan)
            return new Outcome(state, [List(scene, state, 1, notice)]);
        if (plan is { Chat: not null, IsOpen: true } && Dialogs.Find(scene, state, ShareActions.Reopen(plan, Views.Readout)) is { } form)
            return Dialogs.Open(form, notice);
        if (People(scene, plan) is not { } people)
            return ShareActions.Missing(state, plan);
        if (SharedCard.Of(scene, state, plan) is not { } shared)
            return new Outcome(state, [new Reply.Note(texts["share.emptyTitle"], [texts["share.emptyText"]], [Change(scene, plan), Drop(scene)])]);
        var unknown = plan.To.Count - people.Count;
        return new Outcome(state,
        [
            shared.Card,
            new Reply.Note(
                texts["share.previewTitle"],
                [
                    .. notice is null ? [] : new[] { notice },
                    .. people.IsEmpty ? [] : new[] { texts.Say("share.to", ("names", texts.List(plan.To.Where(people.ContainsKey).Select(id => NameOf(scene, people[id], plan.Chat is not null))))) },
                    .. plan.Chat is not { Guests.IsEmpty: false } chat ? [] : new[] { texts.Say("share.guests", ("names", texts.List(chat.Guests.Select(name => NameOf(scene, name))))) },
                    .. unknown == 0 ? [] : new[] { texts.Say("share.unmet", ("count", texts.Number(unknown)), ("all", texts.Number(plan.To.Count))) },
                    .. shared.Quotes == 0 ? [] : new[] { texts.Say("share.quotes", ("count", texts.Number(shared.Quotes))) },
                ],
                [
                    .. people.IsEmpty ? [] : new[] { new Button(texts["share.send"], CardAction.Of(Verbs.ShareSend, (DataKeys.Seen, shared.Digest))) },
                    .. shared.Quotes == 0 ? [] : new[] { new Button(texts["readout.quotesButton"], CardAction.Show(Views.Quotes)) },
                    Change(scene, plan),
                    .. unknown == 0 ? [] : new[] { Document(scene, plan.What) },
                    Drop(scene),
                ]),
        ]);
    }

    /// <summary>What became of an entry, recipient by recipient.</summary>
    public static Reply Sent(Scene scene, ShareEntry entry)
    {
        var texts = scene.Texts;
        var sent = entry.To.Count(recipient => recipient.Status == ShareStatus.Sent);
        var title = sent == entry.To.Count ? "share.sentAll" : sent > 0 ? "share.sentSome" : entry.Waits ? "share.onItsWay" : "share.sentNone";
        return new Reply.Note(
            texts[title],
            [.. entry.To.Select(recipient => Status(scene, recipient))],
            [
                new Button(texts["share.listButton"], CardAction.Show(Views.Shares)),
                .. entry.To.Exists(recipient => recipient.Status is not (ShareStatus.Sent or ShareStatus.Waiting)) ? new[] { Document(scene, entry.What) } : [],
                new Button(texts["readout.button"], CardAction.Show(Views.Readout)),
            ]);
    }

    /// <summary>A page of all that was shared, the latest first.</summary>
    public static Reply List(Scene scene, PersonState state, int page, string? notice)
    {
        var texts = scene.Texts;
        ShareEntry[] all = [.. (state.Shares ?? []).Reverse()];
        var shown = ListPage.Of(scene, all, page, Views.Shares);
        return new Reply.Board(
            texts["share.listTitle"],
            notice,
            texts[all.Length == 0 ? "share.listNone" : "share.listLead"],
            [new BoardSection("", [.. shown.Items.Select(entry => Row(scene, entry))])],
            shown.Text,
            [.. shown.Buttons, new Button(texts["share.button"], ShareActions.Open("", Views.Shares)), new Button(texts["readout.button"], CardAction.Show(Views.Readout)), Lists.Home(scene, state)]);
    }

    /// <summary>The recipients who can be reached, by id; null as long as nobody has looked. A group chat is where the person asked for it.</summary>
    public static ImmutableDictionary<string, string>? People(Scene scene, SharePlan plan) =>
        plan.Chat is { } chat ? ImmutableDictionary<string, string>.Empty.Add(chat.Id, chat.Name) :
        // Where it is not known who asks, nothing can be looked up either.
        scene.Shared.PersonId.Length == 0 ? ImmutableDictionary<string, string>.Empty : scene.Shared.People?.RemoveRange(scene.Shared.People.Keys.Except(plan.To));

    private static BoardRow Row(Scene scene, ShareEntry entry)
    {
        var texts = scene.Texts;
        var at = entry.At.InZone(scene.Zone);
        return new BoardRow(
            new Figure(""),
            Wording.Line(Title(scene, entry.What), texts.Say("share.at", ("day", scene.Date(at.Date)), ("time", texts.Time(at.TimeOfDay)))),
            [
                texts.List(entry.To.Select(recipient => Status(scene, recipient))),
                Wording.Line(
                    entry.Sections.IsEmpty ? null : string.Join(", ", ShareSections.All.Where(entry.Sections.Contains).Select(id => texts["readout.section." + id])),
                    texts.Say("readout.partQuotes", ("count", texts.Number(entry.Quotes)))),
            ]);
    }

    private static string Title(Scene scene, string what) =>
        scene.Function(what) is { } function ? scene.Texts.Say("readout.partTitle", ("function", function)) : scene.Texts["readout.title"];

    private static string Status(Scene scene, ShareRecipient recipient) =>
        scene.Texts.Say("share.status", ("name", NameOf(scene, recipient.Name, recipient.IsGroup)), ("status", scene.Texts["share.status" + recipient.Status]));

    /// <summary>What a group chat is called.</summary>
    public static string NameOf(Scene scene, ShareChat chat) => NameOf(scene, chat.Name, isGroup: true);

    private static string NameOf(Scene scene, string name, bool isGroup = false) => name.Length > 0 ? name : scene.Texts[isGroup ? "share.groupChat" : "share.somebody"];

    private static Button Change(Scene scene, SharePlan plan) => new(scene.Texts["share.change"], ShareActions.Reopen(plan, Views.Sharing));

    private static Button Drop(Scene scene) => new(scene.Texts["share.drop"], CardAction.Of(Verbs.ShareDrop));

    private static Button Document(Scene scene, string what) =>
        new(scene.Texts["readout.partFile"], CardAction.Show(what.Length > 0 ? Views.ReadoutFilesOf(what) : Views.ReadoutFiles));
}
