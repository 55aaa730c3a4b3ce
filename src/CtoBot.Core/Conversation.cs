using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.Partners;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core;

/// <summary>The conversation with one person: what an input does to the state, and what is answered.</summary>
public static class Conversation
{
    /// <summary>Installed twice within this time is one installation: the channel tells of it in two ways, in either order.</summary>
    private static readonly Duration WelcomeQuiet = Duration.FromMinutes(1);

    /// <summary>
    /// Takes an input in. Pure: the same arguments give the same turn. Never throws on account of the input, whatever it holds.
    /// </summary>
    /// <param name="library">What the bot says and asks.</param>
    /// <param name="state">What is known of the person.</param>
    /// <param name="input">What the person did.</param>
    /// <param name="now">When.</param>
    /// <param name="filed">The person's filed dialogs by <see cref="Draft.Id"/>; null if they are not loaded: see <see cref="Turn.WantsRecords"/>.</param>
    /// <param name="shared">What the person shares with another; null if nothing is known of it, and then what the state says of it stays as it is.</param>
    public static Turn Step(ContentLibrary library, PersonState state, Input input, Instant now, ImmutableDictionary<string, Draft>? filed = null, Shared? shared = null)
    {
        var records = new Records(filed);
        var turn = Take(library, state, input, now, records, shared);
        return turn with
        {
            // The same instance if nothing was filed: who compares the two sees at once that nothing changed.
            State = turn.State.Filing.IsEmpty ? turn.State : turn.State with { Filing = ImmutableDictionary<string, Draft?>.Empty },
            Filed = turn.State.Filing,
            WantsRecords = records.Missing,
            Loaded = filed,
        };
    }

    /// <summary>What a turn shows whose intents are taken into the partnership by now.</summary>
    /// <param name="library">What the bot says and asks.</param>
    /// <param name="turn">One with <see cref="Turn.After"/>.</param>
    /// <param name="shared">What the person shares, as it is now.</param>
    /// <param name="refused">Whether what the person wanted could not be any more, because the other was first.</param>
    /// <param name="now">When.</param>
    public static Turn Finish(ContentLibrary library, Turn turn, Shared shared, bool refused, Instant now)
    {
        var scene = Scene.For(library, turn.State, now, new Records(turn.Loaded)) with { Shared = shared };
        var notice = refused ? scene.Texts["pair.meanwhile"] : turn.After!.Notice;
        if (shared.Group is not null)
            return turn with { Replies = [.. new[] { GroupChat.After(scene, turn.After!.View, notice) }.OfType<Reply>()], After = null };
        var shown = CardViews.Show(scene, turn.State, turn.After!.View, notice) ?? PairReplies.NotThere(scene, turn.State);
        return turn with { Replies = shown.Replies, After = null };
    }

    /// <summary>Whether words ask for something that there is in a group chat; see <see cref="Shared.Group"/>.</summary>
    public static bool UnderstandsInGroup(ContentLibrary library, ClientFacts client, string words)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(client);
        return GroupChat.Understands(library.For(client.Locale), words) || AsksToShare(library, client, words);
    }

    /// <summary>Whether words that were said in a group chat ask to share something there; see <see cref="Input.ShareInto"/>.</summary>
    public static bool AsksToShare(ContentLibrary library, ClientFacts client, string words)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(client);
        return library.For(client.Locale).Commands.Read(words, bare: true)?.Content.Name == "share";
    }

    private static Turn Take(ContentLibrary library, PersonState state, Input input, Instant now, Records records, Shared? shared)
    {
        if (input is Input.Tick tick)
            return Told(library, ReminderTicks.Take(library, state, tick, now, records, shared ?? Shared.None));
        if (input.Id.Length > 0 && state.Seen.Contains(WellFormed.Of(input.Id)))
        {
            var again = Scene.For(library, state, now, records) with { Shared = shared ?? Shared.None };
            var here = again.Shared.Group is { } chat ? new Outcome(state, [.. new[] { GroupChat.After(again, Views.Pair(chat.PairId), null) }.OfType<Reply>()]) : Here(again, state, input);
            return new Turn(state, here.Replies, again.Content, again.Texts, Repeated: true) { WantsPeople = here.WantsPeople };
        }

        input = Clean(input);
        var stranger = state.IsBlank;
        var known = Pairs.Tidy(Meet(state, input, now), shared);
        var scene = Scene.For(library, known, now, records) with { Shared = shared ?? Shared.None, Mentions = input is Input.Said { Mentions: var mentions } ? mentions : [] };
        var outcome = input switch
        {
            // Where others read along nothing else is looked at.
            _ when scene.Shared.Group is not null => GroupChat.Take(scene, known, input),
            Input.Installed => Welcome(scene, known, state.RemovedAt is not null),
            // Who was forgotten and then removes the bot stays forgotten.
            Input.Removed when stranger => new Outcome(new PersonState(), [], Erase: true),
            Input.Removed => new Outcome(known with { RemovedAt = now }, []),
            Input.Undeliverable or Input.ShareInto when stranger => new Outcome(state, []),
            Input.Undeliverable => new Outcome(known, []),
            Input.Said { HasFiles: true } said => Typed.HearBesideFiles(scene, known, said.Words, stranger),
            Input.Said said => Typed.Hear(scene, known, said.Words, stranger),
            Input.ShareInto into => ShareActions.Into(scene, known, into.Chat),
            Input.Submitted submitted when stranger => PressAsStranger(scene, known, submitted.Action),
            Input.Submitted submitted => Press(scene, known, submitted.Action, submitted.Fields),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "The input is of an unknown kind."),
        };
        // What was just chosen is spoken at once; who is forgotten is told so in the language that was spoken with them.
        var spoken = outcome.Erase ? scene : scene.SpokenWith(outcome.State);
        return new Turn(Schedule.Settle(state, scene.Shared.Group is null ? Noticed(outcome) : outcome.State, now, library.Holidays), outcome.Replies, spoken.Content, spoken.Texts, Erase: outcome.Erase) { After = outcome.After, Wants = outcome.Wants, WantsPeople = outcome.WantsPeople, Sends = outcome.Sends };
    }

    /// <summary>A reminder. It is no sign of life: it does not make the person known, and its id is not remembered.</summary>
    private static Turn Told(ContentLibrary library, Outcome told) =>
        new(Noticed(told), told.Replies, library.For(SpokenLanguage.LocaleOf(told.State)), library.TextsFor(SpokenLanguage.LocaleOf(told.State)));

    /// <summary>The state with whether a question was shown last.</summary>
    private static PersonState Noticed(Outcome outcome) => outcome.Erase || outcome.Replies.IsEmpty
        ? outcome.State
        : outcome.State with { Away = !outcome.Replies.OfType<Reply.Ask>().Any() };

    private static Input Clean(Input input)
    {
        var client = new ClientFacts(WellFormed.Of(input.Client.Name), WellFormed.Of(input.Client.Locale), WellFormed.Of(input.Client.Zone));
        return input switch
        {
            Input.Said said => said with
            {
                Client = client,
                Words = WellFormed.Of(said.Words),
                Mentions = [.. said.Mentions.Select(person => new Person(WellFormed.Of(person.Name), null, person.AadObjectId is { } id ? WellFormed.Of(id) : null))],
            },
            Input.Submitted submitted => submitted with
            {
                Client = client,
                Action = submitted.Action with { Data = submitted.Action.Data.ToImmutableDictionary(item => item.Key, item => WellFormed.Of(item.Value)) },
                Fields = submitted.Fields.ToImmutableDictionary(field => field.Key, field => WellFormed.Of(field.Value)),
            },
            Input.ShareInto into => into with { Client = client, Chat = into.Chat with { Name = WellFormed.Of(into.Chat.Name), Guests = [.. into.Chat.Guests.Select(WellFormed.Of)] } },
            Input.Undeliverable failed => failed with { Client = client, Reason = WellFormed.Of(failed.Reason) },
            _ => input with { Client = client },
        };
    }

    /// <summary>Remembers the input's id and what the client tells of the person, who can be reached if they wrote.</summary>
    private static PersonState Meet(PersonState state, Input input, Instant now)
    {
        if (input is Input.Undeliverable failed)
            return state with { Reminders = state.Reminders with { Suspended = new Suspension(failed.Reason, now) } };
        var seen = input.Id.Length == 0 ? state.Seen : state.Seen.Add(WellFormed.Of(input.Id));
        return state with
        {
            Client = input.Client.Or(state.Client),
            RemovedAt = null,
            Reminders = state.Reminders.Suspended is null ? state.Reminders : state.Reminders with { Suspended = null },
            Seen = seen.Count > PersonState.MaxSeen ? seen.RemoveAt(0) : seen,
        };
    }

    private static Outcome Welcome(Scene scene, PersonState state, bool wasRemoved)
    {
        var recently = state.WelcomedAt is { } welcomed && scene.Now - welcomed < WelcomeQuiet && !wasRemoved;
        if (recently)
            return new Outcome(state, []);
        var met = state with { WelcomedAt = scene.Now };
        return state.WelcomedAt is null ? new Outcome(met, [WelcomeCard(scene)]) : Here(scene, met, scene.Texts["welcome.back"]);
    }

    private static Reply WelcomeCard(Scene scene) => new Reply.Guide(
        scene.Texts["welcome.title"],
        scene.Texts["welcome.lead"],
        [
            new GuideSection(scene.Texts["welcome.cto"], [scene.Texts["welcome.ctoText"]], []),
            new GuideSection(scene.Texts["welcome.cmo"], [scene.Texts["welcome.cmoText"]], []),
            new GuideSection(scene.Texts["welcome.private"], [scene.Texts["welcome.privateText"]], []),
        ],
        [
            new Button(scene.Texts["setup.begin"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup))),
            new Button(scene.Texts["help.button"], CardAction.Show(Views.Help)),
        ]);

    /// <summary>
    /// Presses a card from before the person was forgotten. What it carries is not kept again: only what asks or shows is done.
    /// </summary>
    private static Outcome PressAsStranger(Scene scene, PersonState state, CardAction action) => action.Verb switch
    {
        Verbs.Open or Verbs.Show => Press(scene, state, action, ImmutableDictionary<string, string>.Empty),
        Verbs.Say => Typed.Hear(scene, state, action[DataKeys.Words], stranger: true),
        Verbs.Erase or Verbs.Keep => OwnData.NothingKept(scene),
        _ => OwnData.FromBefore(scene, state),
    };

    private static Outcome Press(Scene scene, PersonState state, CardAction action, ImmutableDictionary<string, string> fields)
    {
        var dialog = action.Data.ContainsKey(DataKeys.Flow) ? Dialogs.Find(scene, state, action) : null;
        return action.Verb switch
        {
            Verbs.Erase => OwnData.Forget(scene, state),
            Verbs.Keep => OwnData.Keep(scene, state),
            _ when dialog is not null && Dialogs.Press(dialog, action, fields) is { } pressed => pressed,
            Verbs.Tick => Tick(scene, state, action[DataKeys.Step], action[DataKeys.View]),
            Verbs.Untick => Untick(scene, state, action[DataKeys.Step], action[DataKeys.View]),
            Verbs.Undo when long.TryParse(action[DataKeys.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision != state.Revision
                => Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Undo => Undo(scene, state, action[DataKeys.View]),
            Verbs.Show => CardViews.Show(scene, state, action[DataKeys.View], null) ?? Typed.NotYet(scene, state),
            Verbs.Remind => ReminderActs.Do(scene, state, action[DataKeys.About]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Archive => CustomerChanges.Archive(scene, state, action[DataKeys.Subject]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Restore => CustomerChanges.Restore(scene, state, action[DataKeys.Subject]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Reorder => CustomerChanges.Reorder(scene, state, action[DataKeys.Subject], action[DataKeys.Step]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.CancelVisit => VisitCards.Cancel(scene, state, action[DataKeys.Subject]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Visited => FieldCommands.Visited(scene, state, action[DataKeys.Subject]) ?? Here(scene, state, scene.Texts["dialog.changed"]),
            Verbs.Merge or Verbs.Apart or Verbs.Split or Verbs.Settle or Verbs.UseQuote => PersonalPlan.Of(scene.Content.Plan, state) is null
                ? Typed.NotYet(scene, state)
                : FindingViews.Press(scene, state, action),
            Verbs.Copy => Copy(scene, state, action[DataKeys.Subject]),
            Verbs.ShareSend => ShareActions.Send(scene, state, action[DataKeys.Seen]),
            Verbs.ShareDrop => ShareActions.Drop(scene, state),
            Verbs.Say => Typed.Hear(scene, state, action[DataKeys.Words], stranger: false),
            _ when PairActions.Press(scene, state, action) is { } shared => shared,
            _ => Here(scene, state, scene.Texts["dialog.changed"]),
        };
    }

    /// <summary>Marks a step as done, or asks why now if others should come first.</summary>
    internal static Outcome Tick(Scene scene, PersonState state, string key, string view)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state) is not { } plan || plan.Find(key) is not { } item)
            return Here(scene, state, scene.Texts["dialog.changed"]);
        if (item.State?.DoneAt is not null)
            return ShowAfter(scene, state, view, null);
        if (!plan.Before(item).IsEmpty)
        {
            var why = CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.OutOfOrder), (DataKeys.Subject, key), (DataKeys.View, view));
            return Dialogs.Open(Dialogs.Find(scene, state, why)!);
        }

        var ticked = state.ChangeStep(key, "undo.tick", item.Step.Title, step => step with { DoneAt = scene.Now, SkippedAt = null, Reason = null });
        return ShowAfter(scene, ticked, view, Notice.Change(scene.Texts.Say("checklist.ticked", ("step", item.Step.Title)), state, ticked));
    }

    /// <summary>Marks a step as open.</summary>
    internal static Outcome Untick(Scene scene, PersonState state, string key, string view)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state)?.Find(key) is not { } item)
            return Here(scene, state, scene.Texts["dialog.changed"]);
        if (!item.IsSettled)
            return ShowAfter(scene, state, view, null);
        var opened = state.ChangeStep(key, "undo.untick", item.Step.Title, step => step with { DoneAt = null, SkippedAt = null, Reason = null, OutOfOrder = null });
        return ShowAfter(scene, opened, view, Notice.Change(scene.Texts.Say("checklist.unticked", ("step", item.Step.Title)), state, opened));
    }

    /// <summary>Takes the latest change back.</summary>
    internal static Outcome Undo(Scene scene, PersonState state, string view)
    {
        if (state.Undo.IsEmpty)
            return ShowAfter(scene, state, view, scene.Texts["undo.none"]);
        var entry = state.Undo[^1];
        var before = state.TakeBack(entry, scene);
        scene = scene.SpokenWith(before);
        var said = scene.Texts.Say("undo.done", ("what", scene.Texts.Say(entry.Label, ("subject", entry.Subject))));
        return entry is { Drafts.IsEmpty: false, Beside: false } && Dialogs.Focused(scene, before) is { } dialog
            ? Dialogs.Open(dialog, said)
            : ShowAfter(scene, before, view, said);
    }

    private static Outcome Copy(Scene scene, PersonState state, string id) =>
        MessageRules.Text(scene, state, id) is { } text
            ? new Outcome(state, [new Reply.Say(text)])
            : Here(scene, state, scene.Texts["dialog.changed"]);

    /// <summary>The view after a change; where there is none of that name for this person, for example because they have no plan any more, where they are.</summary>
    internal static Outcome ShowAfter(Scene scene, PersonState state, string view, Notice? notice) =>
        CardViews.Show(scene, state, view.Length > 0 ? view : Views.Today, notice) ?? Here(scene, state, notice?.Text);

    /// <summary>Where a person is when an input has been taken in before.</summary>
    private static Outcome Here(Scene scene, PersonState state, Input repeated) => repeated switch
    {
        Input.Removed => new Outcome(state, []),
        Input.Installed when state.Drafts.IsEmpty => new Outcome(state, [WelcomeCard(scene)]),
        Input.Submitted submitted when Dialogs.Focused(scene, state) is null && CardViews.Show(scene, state, submitted.Action[DataKeys.View], null) is { } view => view,
        _ => Here(scene, state, notice: null),
    };

    /// <summary>Where a person is: the question that is asked, else today's steps, else the answers of the setup, else the way to begin.</summary>
    private static Outcome Here(Scene scene, PersonState state, string? notice)
    {
        if (Dialogs.Focused(scene, state) is { } dialog)
            return Dialogs.Open(dialog, notice);
        if (CardViews.Show(scene, state, Views.Today, notice) is { } today)
            return today;
        return SetupAnswers.Draft(state) is not null
            ? Typed.OpenSetup(scene, state, notice)
            : new Outcome(state, [WelcomeCard(scene)]);
    }
}
