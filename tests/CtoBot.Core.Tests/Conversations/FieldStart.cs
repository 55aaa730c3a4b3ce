using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>Where a walk may begin among customers: hardly any gets there by chance.</summary>
/// <param name="State">The state.</param>
/// <param name="Records">What is filed.</param>
/// <param name="Now">When.</param>
/// <param name="Presses">What the person does first.</param>
internal sealed record FieldStart(PersonState State, RecordShelf Records, Instant Now, ImmutableArray<CardAction> Presses)
{
    /// <summary>The number of the first of these starts; those before are others.</summary>
    public const int First = 6;

    private static readonly CardAction Debrief = CardAction.Of(Verbs.Open, (DataKeys.Flow, "debrief"), (DataKeys.Subject, "v3"));

    /// <summary>
    /// Customers, one of them archived; visits to come, and over, and one that is cancelled; a debrief that is asked, and one that is nearly done, and a form;
    /// the verdict; debriefs that are filed, with bugs that sound alike, or were made one; whoever asked to be forgotten; a form; the meetings; quotes to decide on; the readout to share, with people or with a group chat.
    /// </summary>
    public static ImmutableArray<FieldStart> All { get; } =
    [
        Of(Chat().At(11, 27), Say("customers"), CardAction.Of(Verbs.Open, (DataKeys.Flow, "customers"))),
        Of(Customers(), Say("visits"), Say("customer northwind")),
        Of(Customers().Press(CardAction.Of(Verbs.Archive, (DataKeys.Subject, "c2"))), Say("customers"), CardAction.Show(Views.Customer("c2"))),
        Of(Planned().At(11, 28), CardAction.Show(Views.Visit("v4")), CardAction.Show(Views.Visit("v3"))),
        Of(Visited(), Say("today"), Say("debrief northwind")),
        Of(NearlyDone(), Say("continue")),
        Of(Customers(), CardAction.Show(Views.CustomerAnswers("c1"))),
        Of(Planned().At(11, 28), CardAction.Of(Verbs.Edit, (DataKeys.Flow, "visit"), (DataKeys.Subject, "v3"), (DataKeys.Page, "when"))),
        Of(Planned().At(11, 28).Press(CardAction.Of(Verbs.CancelVisit, (DataKeys.Subject, "v3"))), Say("visits")),
        Of(Visited(), Debrief with { Data = Debrief.Data.Add(DataKeys.Form, "yes") }),
        Of(Heard().At(12, 10), CardAction.Of(Verbs.Open, (DataKeys.Flow, "verdict"))),
        Of(Heard(), Say("promises"), CardAction.Show(Views.Twins)),
        Of(Heard().Press(CardAction.Show(Views.Twins)).Press("The same"), Say("bug 1")),
        Of(Heard(), Say("customers"), CardAction.Show(Views.Debrief("v3"))),
        Of(Customers(), Say("forget me")),
        Of(Chat(), CardAction.Of(Verbs.Open, (DataKeys.Flow, Interview.Id), (DataKeys.Form, "yes"))),
        Of(Heard().At(12, 10), Say("notes sales"), Say("verdict"), Say("notes ann"), Say("notes cfo")),
        Of(Heard().At(12, 10), Say("quotes")),
        Of(Heard().At(12, 10), Say("share")),
        Of(Heard().At(12, 10).Take(new Input.ShareInto("", ClientFacts.Unknown, Board)), CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.ShareChat), (DataKeys.Subject, Board.Subject))),
    ];

    /// <summary>A group chat to share with.</summary>
    private static ShareChat Board => new("The board", new ChatReference("https://connector", "msteams", "28:bot", "29:alex", "tenant-1", "19:board@thread.v2", Trusted: true) { IsGroup = true }, ["Eve Hart"]);

    private static FieldStart Of(Chat chat, params ImmutableArray<CardAction> presses) => new(chat.State with { Seen = [] }, chat.Records, chat.Now, presses);

    private static CardAction Say(string words) => CardAction.Of(Verbs.Say, (DataKeys.Words, words));

    private static Chat Chat() => new Chat { Library = Interview.Library }.SetUp();

    /// <summary>Two customers, c1 and c2.</summary>
    private static Chat Customers() => Chat().At(11, 27).Say("customers").Press("Add customers")
        .Say("Northwind | Hamburg | Ute Brandt | 2027-01-31 | 480k EUR | slow reports\nContoso Retail | Chicago | Bill Moss | 2027-03-31 | 1.2m EUR");

    /// <summary>A visit to each, v3 and v4.</summary>
    private static Chat Planned() => Visit(Visit(Customers(), "customer northwind", "2026-11-30"), "customer contoso retail", "2026-12-01");

    /// <summary>Both are over.</summary>
    private static Chat Visited() => Planned().At(12, 1, 20);

    private static Chat Visit(Chat chat, string customer, string day) => chat.Say(customer).Press("Plan a visit")
        .Press("Save", ("date", day), ("time", "10:00"), ("minutes", "60"), ("zone", "Europe/Berlin"));

    /// <summary>Asks the last page of the debrief of v3.</summary>
    private static Chat NearlyDone()
    {
        var chat = Visited().Press(Debrief).Press("Next", ("usage", "Daily")).Press("Next", ("bugs.title", "Export of reports hangs")).Press("Next", ("risk", "4"), ("reasons", "price"));
        return chat.Press("Next", ("supportRating", "2")).Press("Next", ("supportSaid", "Slow")).Press("Next", ("quotes.words", "Hm"));
    }

    /// <summary>Two debriefs, with bugs that sound alike.</summary>
    private static Chat Heard() => Form(Form(Visited(), "v3", "Export of reports hangs"), "v4", "Reports export hangs");

    private static Chat Form(Chat chat, string visit, string bug) => chat
        .Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "debrief"), (DataKeys.Subject, visit), (DataKeys.Form, "yes")))
        .Press("Save", ("usage", "Daily"), ("bugs.title", bug), ("bugs.severity", "blocker"), ("risk", "4"), ("reasons", "competitor"), ("competitor", "Fabrikam"),
            ("supportRating", "2"), ("quotes.words", "It never works"), ("quotes.about", "support"), ("promises.what", "Call back"), ("promises.due", "2026-12-03"), ("next.what", "Write"));
}
