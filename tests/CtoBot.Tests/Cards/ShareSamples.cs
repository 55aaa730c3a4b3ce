using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;

namespace CtoBot.Tests.Cards;

/// <summary>The readout shared with colleagues: the form, the preview, which is also what they receive, and the list.</summary>
internal static class ShareSamples
{
    private const string Bo = "b0000000-0000-4000-8000-000000000002";
    private const string Cleo = "c0000000-0000-4000-8000-000000000003";
    private const string Nobody = "d0000000-0000-4000-8000-000000000004";

    private const string Group = "19:group@thread.v2";

    /// <summary>Makes them, in the chat of somebody who has a readout.</summary>
    public static void Make(SampleChat chat, Action<string, Reply> keep)
    {
        chat.Shared = Shared.None with
        {
            PersonId = "a0000000-0000-4000-8000-000000000001",
            People = ImmutableDictionary<string, string>.Empty.Add(Bo, "Bo Roy").Add(Cleo, "*Cleo* [Vane](https://example.com)"),
        };
        keep("shares-none", chat.Say("shares"));
        keep("share-form", chat.Say("share"));
        keep("share-form-nobody", chat.Answer(("who", "Bo Roy"), ("what", "whole"), ("sections", "situation")));
        chat.Say("share");
        keep("share-preview-note", chat.Answer(("who", $"{Bo},{Cleo},{Nobody}"), ("what", "whole"), ("sections", "situation,risks,bugs,service,deals,room,promises,quotes,verdict")));
        keep("share-received", chat.Replies[0]);
        keep("share-quotes", chat.Press(CardAction.Show(Views.Quotes)));
        keep("share-on-its-way", chat.Press(Send(chat.Press(CardAction.Show(Views.Sharing)))));
        chat.Change(state => ShareLog.Note(state, 1, new Dictionary<string, ShareStatus> { [Bo] = ShareStatus.Sent, [Cleo] = ShareStatus.Blocked }));
        chat.Press(CardAction.Show(Views.ReadoutPart("support")));
        keep("share-part-form", chat.Press(((Reply.Brief)chat.Last).Buttons[1].Action));
        chat.Answer(("who", Bo));
        keep("share-part-received", chat.Replies[0]);
        chat.Press(Send(chat.Last));
        chat.Change(state => ShareLog.Note(state, 2, new Dictionary<string, ShareStatus> { [Bo] = ShareStatus.Sent }));
        keep("share-chat-form", chat.ShareInto(Chat("Leadership *team*", "Eve [Hart](https://example.com)", "")));
        keep("share-chat-preview-note", chat.Answer(("what", "whole"), ("sections", "situation,bugs,quotes")));
        chat.Press(Send(chat.Last));
        chat.Change(state => ShareLog.Note(state, 3, new Dictionary<string, ShareStatus> { [Group] = ShareStatus.Sent }));
        chat.ShareInto(Chat(""));
        keep("share-chat-unnamed-note", chat.Answer(("what", "support"), ("sections", "situation")));
        keep("shares", chat.Say("shares"));
        chat.Shared = null;
    }

    private static ShareChat Chat(string name, params ImmutableList<string> guests) =>
        new(name, new ChatReference("https://connector", "msteams", "28:bot", "29:somebody", "tenant-1", Group, Trusted: true) { IsGroup = true }, guests);

    private static CardAction Send(Reply preview) => ReplyButtons.Of(preview).First(button => button.Action.Verb == Verbs.ShareSend).Action;
}
