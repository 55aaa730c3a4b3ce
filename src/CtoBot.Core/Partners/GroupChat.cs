using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>
/// The five questions in a group chat in which both of a partnership are. Whatever happens there goes through here and through nothing else: what can
/// be asked for and pressed is listed in <see cref="Allows"/>, what is shown is made by <see cref="GroupViews"/> or is the dialog of a joint answer, and
/// no button is left on it that would be refused. So no answer of one alone, and nothing else of anybody, can get there.
/// </summary>
internal static class GroupChat
{
    /// <summary>Marks the subject of a joint answer that is written down in a group chat: it begins with nothing but what both share.</summary>
    public const long Mark = 1;

    /// <summary>Whether words ask for something that there is in a group chat. Others are answered with the way to the private chat.</summary>
    public static bool Understands(LanguageContent content, string words) => Named(content, words) is not null;

    /// <summary>Takes an input in that came from a group chat.</summary>
    public static Outcome Take(Scene scene, PersonState state, Input input)
    {
        if (scene.Shared.Group is not { } group || Pairs.Find(scene, group.PairId) is not { Pair.IsHeld: true } seat)
            return new Outcome(state, []);
        var outcome = input switch
        {
            Input.Said said => Hear(scene, state, seat, group, said.Words),
            Input.Submitted pressed when Allows(pressed.Action, seat.Pair.Id) => Press(scene, state, seat, pressed),
            _ => Show(scene, state, seat, Views.Pair(seat.Pair.Id)),
        };
        return outcome with
        {
            // In the private chat the person is where they were.
            State = outcome.State with { Focus = state.Focus, Away = state.Away },
            Replies = [.. outcome.Replies.Select(reply => Cleared(scene, seat, reply))],
        };
    }

    /// <summary>What is shown once what the person wanted is taken into the partnership, and whenever an input comes twice.</summary>
    public static Reply? After(Scene scene, string view, string? notice) =>
        scene.Shared.Group is { } group && Pairs.Find(scene, group.PairId) is { Pair.IsHeld: true } seat
            ? Cleared(scene, seat, GroupViews.Show(scene, seat, view, notice) ?? GroupViews.Board(scene, seat, notice))
            : null;

    /// <summary>The one list of what can be done in a group chat.</summary>
    private static bool Allows(CardAction action, string pairId) => action.Verb switch
    {
        Verbs.Show => GroupViews.Has(action[DataKeys.View], pairId),
        Verbs.PairNext or Verbs.PairReopen => action[DataKeys.Pair] == pairId,
        Verbs.PairMode => action[DataKeys.Pair] == pairId && action[DataKeys.Choice] == "room",
        Verbs.Open or Verbs.Answer or Verbs.Skip or Verbs.Back or Verbs.Edit or Verbs.Remove or Verbs.Later or Verbs.Cancel => IsOurs(action, pairId),
        _ => false,
    };

    private static bool IsOurs(CardAction action, string pairId) =>
        FiveIds.QuestionOf(action[DataKeys.Flow]) is not null && PairSubject.Parse(action[DataKeys.Subject]) is { Numbers: [_, Mark] } subject && subject.PairId == pairId
        && action[DataKeys.View].Length == 0 && action[DataKeys.About].Length == 0;

    private static string? Named(LanguageContent content, string words) =>
        content.Commands.Read(words, bare: true)?.Content.Name is ("five" or "agreement" or "ledger" or "continue") and var name ? name : null;

    private static Outcome Hear(Scene scene, PersonState state, Seat seat, GroupRef group, string words) => Named(scene.Content, words) switch
    {
        "agreement" => Show(scene, state, seat, Views.PairAgreement(seat.Pair.Id)),
        "ledger" => Show(scene, state, seat, Views.PairLedger(seat.Pair.Id)),
        "continue" => Next(scene, state, seat),
        // Asked for, the chat becomes the one that joint wins may be told in.
        _ when seat.Pair.Group?.ConversationId != group.Chat.ConversationId => new Outcome(state.Want(scene, seat.Pair.Id, new PairAct.MeetIn(group.Chat)), [], After: new AfterSync(seat.Pair.Id, Views.Pair(seat.Pair.Id), null)),
        _ => Show(scene, state, seat, Views.Pair(seat.Pair.Id)),
    };

    private static Outcome Press(Scene scene, PersonState state, Seat seat, Input.Submitted pressed)
    {
        var (action, id) = (pressed.Action, seat.Pair.Id);
        return action.Verb switch
        {
            Verbs.Show => Show(scene, state, seat, action[DataKeys.View]),
            Verbs.PairNext => Next(scene, state, seat),
            Verbs.PairReopen when FiveIds.Questions.Contains(action[DataKeys.Item]) => Want(new PairAct.Reopen(action[DataKeys.Item]), Views.PairQuestion(id, action[DataKeys.Item])),
            Verbs.PairMode => Want(new PairAct.SetMode(HoldingMode.Room), Views.Pair(id)),
            _ when Dialogs.Find(scene, state, action) is { } dialog && Dialogs.Press(Adopted(dialog, action), action, pressed.Fields) is { } done => done,
            _ => Show(scene, state, seat, Views.Pair(id), scene.Texts["dialog.changed"]),
        };

        Outcome Want(PairAct act, string view) => new(state.Want(scene, id, act), [], After: new AfterSync(id, view, null));
    }

    /// <summary>
    /// The dialog of a card that the other may have opened: whoever presses first writes down. But lines that the other has taken down with the same card
    /// are the other's to finish: then it is begun anew.
    /// </summary>
    private static DialogContext Adopted(DialogContext dialog, CardAction action) =>
        action.Verb == Verbs.Answer && !dialog.State.Drafts.ContainsKey(dialog.Draft.Id) && Submission.ReadSeen(action[DataKeys.Seen]).Values.All(revision => revision == 0)
            ? dialog with { State = dialog.State.Put(dialog.Draft) }
            : dialog;

    /// <summary>The next question that is not settled; then the agreement.</summary>
    private static Outcome Next(Scene scene, PersonState state, Seat seat) =>
        FiveIds.Questions.FirstOrDefault(question => seat.Pair.Question(question).Joint is null) is not { } next ? Show(scene, state, seat, Views.PairAgreement(seat.Pair.Id))
        : Partnership.MaySettle(seat.Pair, next) ? FiveRules.OpenJoint(scene, state, seat, next)
        : Show(scene, state, seat, Views.PairQuestion(seat.Pair.Id, next));

    private static Outcome Show(Scene scene, PersonState state, Seat seat, string view, string? notice = null) =>
        new(state, [GroupViews.Show(scene, seat, view, notice) ?? GroupViews.Board(scene, seat, notice)]);

    /// <summary>The reply without what would be refused; what is none of a group chat's replies becomes the board.</summary>
    private static Reply Cleared(Scene scene, Seat seat, Reply reply)
    {
        var id = seat.Pair.Id;
        return reply switch
        {
            Reply.Ask ask when Allows(ask.Submit.Action, id) => ask with { Buttons = Left(ask.Buttons), More = ask.More is { } more && Allows(more.Action, id) ? more : null },
            Reply.Note note => note with { Buttons = Left(note.Buttons) },
            Reply.Sheet sheet => sheet with { Buttons = Left(sheet.Buttons) },
            Reply.Menu menu => menu with { Buttons = Left(menu.Buttons), Groups = [.. menu.Groups.Select(group => group with { Entries = group.Entries.RemoveAll(entry => !Allows(entry.Action, id)) })] },
            _ => GroupViews.Board(scene, seat, null),
        };

        ImmutableArray<Button> Left(ImmutableArray<Button> buttons) => buttons.RemoveAll(button => !Allows(button.Action, id));
    }
}
