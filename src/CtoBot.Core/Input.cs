using System.Collections.Immutable;
using CtoBot.Core.Reading;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core;

/// <summary>Something that reaches the conversation with one person, in their private chat.</summary>
/// <param name="Id">The activity's id, by which a repeated delivery is recognised; empty if the channel gave none.</param>
/// <param name="Client">What the client tells of the person.</param>
public abstract record Input(string Id, ClientFacts Client)
{
    /// <summary>The bot was added to the person's chat.</summary>
    public sealed record Installed(string Id, ClientFacts Client) : Input(Id, Client);

    /// <summary>The bot was removed from it. Nothing is deleted.</summary>
    public sealed record Removed(string Id, ClientFacts Client) : Input(Id, Client);

    /// <summary>The person wrote something.</summary>
    /// <param name="Id">See <see cref="Input"/>.</param>
    /// <param name="Client">See <see cref="Input"/>.</param>
    /// <param name="Words">As written.</param>
    public sealed record Said(string Id, ClientFacts Client, string Words) : Input(Id, Client)
    {
        /// <summary>The people whom the words mention by "@", never a bot; with their Entra object id where the client told it.</summary>
        public ImmutableArray<Person> Mentions { get; init; } = [];

        /// <summary>Whether a file, a picture or a recording came with the words. None is read.</summary>
        public bool HasFiles { get; init; }
    }

    /// <summary>The person pressed a button of a card.</summary>
    /// <param name="Id">See <see cref="Input"/>.</param>
    /// <param name="Client">See <see cref="Input"/>.</param>
    /// <param name="Action">What the button carries. It comes from outside: every value may be missing or forged.</param>
    /// <param name="Fields">What stood in the card's inputs, by question id.</param>
    public sealed record Submitted(string Id, ClientFacts Client, CardAction Action, ImmutableDictionary<string, string> Fields) : Input(Id, Client);

    /// <summary>The person asked in a group chat to share something there. What comes of it is shown to them alone, in their private chat.</summary>
    /// <param name="Id">See <see cref="Input"/>.</param>
    /// <param name="Client">See <see cref="Input"/>.</param>
    /// <param name="Chat">The group chat.</param>
    public sealed record ShareInto(string Id, ClientFacts Client, ShareChat Chat) : Input(Id, Client);

    /// <summary>
    /// A reminder may be due. The person's state decides: if it does not confirm this one, nothing is said and nothing changes.
    /// One that was said is not said again, whatever its id; so ids of ticks are not remembered.
    /// </summary>
    /// <param name="Id">See <see cref="Input"/>.</param>
    /// <param name="Client">Not looked at: a tick comes from no client.</param>
    /// <param name="Kind">See <see cref="Due.Kind"/>.</param>
    /// <param name="Day">See <see cref="Due.Day"/>.</param>
    public sealed record Tick(string Id, ClientFacts Client, DueKind Kind, LocalDate Day) : Input(Id, Client);

    /// <summary>A reminder could not be delivered, and none can until the person does something: the channel said so.</summary>
    /// <param name="Id">See <see cref="Input"/>.</param>
    /// <param name="Client">Not looked at: this comes from no client.</param>
    /// <param name="Reason">As the channel gave it, e.g. "ConversationBlockedByUser".</param>
    public sealed record Undeliverable(string Id, ClientFacts Client, string Reason) : Input(Id, Client);
}

/// <summary>What a button of a card does.</summary>
/// <param name="Verb">One of <see cref="Verbs"/>.</param>
/// <param name="Data">What it does it to, by <see cref="DataKeys"/>.</param>
public sealed record CardAction(string Verb, ImmutableDictionary<string, string> Data)
{
    /// <summary>A value of <see cref="Data"/>, empty if it is missing.</summary>
    public string this[string key] => Data.GetValueOrDefault(key, "");

    /// <summary>An action with these values.</summary>
    public static CardAction Of(string verb, params ReadOnlySpan<(string Key, string Value)> data)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in data)
            values[key] = value;
        return new CardAction(verb, values.ToImmutable());
    }

    /// <summary>Shows a view; see <see cref="Views"/>.</summary>
    public static CardAction Show(string view) => Of(Verbs.Show, (DataKeys.View, view));
}

/// <summary>The verbs of <see cref="CardAction"/>.</summary>
public static class Verbs
{
    /// <summary>Gives the answers of a page.</summary>
    public const string Answer = "answer";

    /// <summary>Leaves the optional questions of a page without an answer.</summary>
    public const string Skip = "skip";

    /// <summary>Shows the page before.</summary>
    public const string Back = "back";

    /// <summary>Removes a line of a table; can be undone.</summary>
    public const string Remove = "remove";

    /// <summary>Puts a dialog aside.</summary>
    public const string Later = "later";

    /// <summary>Drops a dialog with its answers; can be undone.</summary>
    public const string Cancel = "cancel";

    /// <summary>Opens a dialog, or goes on with it.</summary>
    public const string Open = "open";

    /// <summary>Shows an answered question again.</summary>
    public const string Edit = "edit";

    /// <summary>Marks a step as done.</summary>
    public const string Tick = "tick";

    /// <summary>Marks a step as open.</summary>
    public const string Untick = "untick";

    /// <summary>Takes the last change back.</summary>
    public const string Undo = "undo";

    /// <summary>Shows a view.</summary>
    public const string Show = "show";

    /// <summary>Sends a drafted message as plain text, to be copied.</summary>
    public const string Copy = "copy";

    /// <summary>Deletes everything that is kept about the person, if they were asked just before.</summary>
    public const string Erase = "erase";

    /// <summary>Decides against <see cref="Erase"/>.</summary>
    public const string Keep = "keep";

    /// <summary>Accepts an invitation.</summary>
    public const string PairAccept = "pairAccept";

    /// <summary>Declines an invitation.</summary>
    public const string PairDecline = "pairDecline";

    /// <summary>Leaves an invitation for later.</summary>
    public const string PairLater = "pairLater";

    /// <summary>Takes an invitation back.</summary>
    public const string PairWithdraw = "pairWithdraw";

    /// <summary>Holds the five questions in another way.</summary>
    public const string PairMode = "pairMode";

    /// <summary>Goes on with the five questions where they stand.</summary>
    public const string PairNext = "pairNext";

    /// <summary>Settles a question on which both gave the same answers.</summary>
    public const string PairAgree = "pairAgree";

    /// <summary>Opens a settled question again.</summary>
    public const string PairReopen = "pairReopen";

    /// <summary>Accepts, declines or withdraws an offer.</summary>
    public const string PairOffer = "pairOffer";

    /// <summary>Signs the agreement.</summary>
    public const string PairSign = "pairSign";

    /// <summary>Does something with reminders: <see cref="DataKeys.About"/> says what.</summary>
    public const string Remind = "remind";

    /// <summary>Takes a customer off the list.</summary>
    public const string Archive = "archive";

    /// <summary>Puts a customer back on the list.</summary>
    public const string Restore = "restore";

    /// <summary>Moves a customer up or down in the list.</summary>
    public const string Reorder = "reorder";

    /// <summary>Cancels a visit.</summary>
    public const string CancelVisit = "cancelVisit";

    /// <summary>Says that a customer was visited just now, without a plan.</summary>
    public const string Visited = "visited";

    /// <summary>Makes one bug of two that are the same.</summary>
    public const string Merge = "merge";

    /// <summary>Says that two bugs are not the same.</summary>
    public const string Apart = "apart";

    /// <summary>Takes a bug out of those that it was merged with.</summary>
    public const string Split = "split";

    /// <summary>Says that a promise was kept, was not kept, or is open again.</summary>
    public const string Settle = "settle";

    /// <summary>Decides whether a quote may be handed on.</summary>
    public const string UseQuote = "useQuote";

    /// <summary>Sends what was previewed, if it is still the same.</summary>
    public const string ShareSend = "shareSend";

    /// <summary>Gives up what was about to be shared.</summary>
    public const string ShareDrop = "shareDrop";

    /// <summary>Does what a typed command does.</summary>
    public const string Say = "say";
}

/// <summary>The keys of <see cref="CardAction.Data"/>.</summary>
public static class DataKeys
{
    /// <summary>A flow's id.</summary>
    public const string Flow = "flow";

    /// <summary>A dialog's subject.</summary>
    public const string Subject = "subject";

    /// <summary>A page's or a question's id; "*" for the card with all questions.</summary>
    public const string Page = "page";

    /// <summary>The revisions of the answers that a card shows, as "question:revision" separated by spaces, 0 for none; of "undo", the revision that it takes back; of a quote, a digest of it; of something to share, a digest of what the preview showed.</summary>
    public const string Seen = "seen";

    /// <summary>The line of a table that a card changes: its id, and how it stood there.</summary>
    public const string Line = "line";

    /// <summary>What to ask again once the answers are taken.</summary>
    public const string Stay = "stay";

    /// <summary>How the person wants to be asked from now on: "yes" for everything on one card, anything else for one page after the other.</summary>
    public const string Form = "form";

    /// <summary>What a new dialog is opened about, e.g. a customer's id for a visit; of "remind", what to do.</summary>
    public const string About = "about";

    /// <summary>The reference of the other one of two bugs.</summary>
    public const string Other = "other";

    /// <summary>What a promise becomes: "kept", "broken" or "open".</summary>
    public const string Mark = "mark";

    /// <summary>A step's key.</summary>
    public const string Step = "step";

    /// <summary>A partnership's id.</summary>
    public const string Pair = "pair";

    /// <summary>What of a partnership: one of the five questions, or the number of an offer.</summary>
    public const string Item = "item";

    /// <summary>What is chosen for it: a way to hold the questions, or what becomes of an offer.</summary>
    public const string Choice = "choice";

    /// <summary>The view to show afterwards.</summary>
    public const string View = "view";

    /// <summary>Words, as if typed.</summary>
    public const string Words = "words";
}
