using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>One thing that happens, drawn at random. What the numbers choose depends on what is on the screen.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Choice">Which button, words or card.</param>
/// <param name="Filling">What stands in the inputs.</param>
/// <param name="Delivery">How it arrives: once, twice, late, or into a crash.</param>
public readonly record struct Happening(byte Kind, ushort Choice, ushort Filling, byte Delivery);

/// <summary>
/// A person who presses any button of any card ever shown and types anything, over a network that repeats and reorders,
/// to a bot that crashes. Every step is held against what may happen to a state.
/// </summary>
public sealed class RandomWalk
{
    private static readonly ContentLibrary Library = Interview.Library;

    private static readonly string[] Words =
    [
        "hi", "help", "today", "plan", "week", "setup", "back", "skip", "later", "cancel", "undo", "undo", "undo", "continue", "dialogs", "messages", "edit company", "edit start",
        "cto", "cmo", "Contoso", "Berlin", "CET", "7.30", "mon-fri", "next friday", "tomorrow", "2026-12-02", "Ann Lee, Bob Roy", "keep", "1", "none", "yes",
        "done 1", "done 3", "undone 1", "note 2: *x* <b>", "move 1 to tomorrow", "skip 2 because no", "skip 3", "note 1", "move 4", "step 1", "day 7", "\"today\"",
        "reminders", "pause until friday", "pause", "resume", "snooze", "snooze this afternoon", "skip tomorrow", "send me one now", "edit morning note",
        "Crash | blocks them | 2 Nov 2026 | 5k", "Crash", "One\nTwo | huge", "“Said”\r\nso ", "edit bugs 1", "edit bugs",
        "customers", "visits", "customer northwind", "visit northwind", "debrief northwind", "debrief", "brief support", "brief northwind", "notes sales", "notes ann", "verdict",
        "risks", "bugs", "bug 1", "service", "ratings", "promises", "deals", "room", "visit fabrikam", "debrief fabrikam", "notes cfo", "twins", "share", "shares", Colleague,
        "Fabrikam | Chicago | Bill Moss | 2027-03-31 | 1.2m EUR\nNorthwind\nAdatum | Oslo", "2026-11-25", "10:00",
        "forget me", "delete everything", "keep everything", "export my data",
        "", " ", "\u0000\u202e\ud800", "' OR 1=1 --", "${jndi:ldap://x}", "{{DATE(x)}}", "tody", "31.2.2027", "🙂🙃", new string('x', 25_000),
    ];

    private static readonly string[] Values =
    [
        "", "cto", "cmo", "Contoso", "Fabrikam", "Europe/Berlin", "Atlantis", "07:30", "25:00", "mon,tue,wed,thu,fri", "sun,mon,tue", "fry",
        "competitor", "competitor,price", "blocker", "5k", "Crash", "c2", "4", new string('q', 2_000), "2026-11-27", "2026-12-02", "1999-01-01", "not a date", "keep", "2026-12-04", "Dana Kim", "a\r\nb", "\ud800", "word", "next friday", Colleague,
    ];

    private const string Colleague = "b0000000-0000-4000-8000-000000000002";

    /// <summary>Somebody who can be reached, to share with.</summary>
    private static readonly Shared Colleagues = Shared.None with
    {
        PersonId = "a0000000-0000-4000-8000-000000000001",
        People = ImmutableDictionary<string, string>.Empty.Add(Colleague, "Bo Roy"),
    };

    private static readonly PersonState SetUp = new Chat().SetUp().State with { Seen = [] };

    private static readonly int[] Starts = [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 25, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 15, 16, 17, 17, 18, 18, 19, 20, 20, 21, 21, 22, 23, 23, 24];

    /// <summary>Someone who has ended a conversation about a customer, with lines to change.</summary>
    private static readonly PersonState Interviewed = Interview.Begin()
        .Press("Next", ("usage", "All"), ("leaving", "price"))
        .Press("Add another", ("bugs.title", "One")).Press("Add another", ("bugs.title", "Two")).Press("Next", ("bugs.title", "Three"))
        .Press("Save", ("quotes.words", "Hm"), ("next.what", "Call"))
        .State with
    { Seen = [] };

    private readonly ClientFacts _client = new("Alex", "en-US", "Europe/Berlin");
    private readonly List<(Button Button, ImmutableArray<Field> Fields)> _shown = [];
    private readonly Queue<Input> _late = new();
    private readonly List<PersonState?> _changes = [];
    private readonly HashSet<(DueKind, LocalDate)> _told = [];
    private RecordShelf _records = new();
    private PersonState _state = new();

    /// <summary>The same state the other way: read back from its document if <see cref="_state"/> is as it was decided, and the other way round. A host may go on from either.</summary>
    private PersonState? _twin;
    private Instant _now = Instant.FromUtc(2026, 11, 22, 9, 0);
    private int _ids;
    private int _latest;

    /// <summary>What was reached, such as "setup finished" or "verb tick".</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>Turns taken, repeated deliveries included.</summary>
    public int Turns { get; private set; }

    /// <summary>Walks; throws where something is wrong.</summary>
    public void Walk(IReadOnlyList<Happening> happenings)
    {
        Begin(happenings.Count == 0 ? 0 : Starts[happenings[0].Filling % Starts.Length]);
        foreach (var happening in happenings)
        {
            // Some things come in quick succession, others hours later.
            _now += Duration.FromMinutes(happening.Choice % ((happening.Choice >> 8) % 3 == 0 ? 5 : 700));
            Deliver(InputOf(happening), happening.Delivery % 8);
        }

        while (_late.TryDequeue(out var late))
            Take(late);
    }

    /// <summary>Hardly any walk gets through the setup by chance: most begin behind it, on day one, on the day of the own team, with a conversation about a customer before or behind them, or with a message to write.</summary>
    private void Begin(int where)
    {
        Take(new Input.Installed(NextId(), _client));
        if (where == 0)
            return;
        _twin = null;
        if (where >= FieldStart.First)
        {
            var start = FieldStart.All[where - FieldStart.First];
            (_state, _records, _now) = (start.State, start.Records.Copy(), start.Now);
            _changes.AddRange(_state.Undo.Select(_ => (PersonState?)null));
            foreach (var action in start.Presses)
                Take(new Input.Submitted(NextId(), _client, action, []));
            return;
        }

        _state = where == 4 ? Interviewed : SetUp;
        _changes.AddRange(_state.Undo.Select(_ => (PersonState?)null));
        if (where >= 3)
        {
            var open = where == 5 ? CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Message), (DataKeys.Subject, "apology")) : Interview.Open();
            Take(new Input.Submitted(NextId(), _client, open, []));
            foreach (var words in (string[])(where == 4 ? ["edit bugs 1", "edit bugs 2"] : []))
                Take(new Input.Said(NextId(), _client, words));
            return;
        }

        _now = where == 1 ? Instant.FromUtc(2026, 11, 27, 7, 0) : Instant.FromUtc(2026, 12, 7, 7, 0);
        foreach (var words in (string[])["messages", "settings", where == 1 ? "step 6" : "day 7", "today"])
            Take(new Input.Said(NextId(), _client, words));
    }

    private string NextId() => $"a{++_ids}";

    private Input InputOf(Happening happening)
    {
        switch (happening.Kind % 8)
        {
            case 0 when happening.Delivery >= 64:
                // Mostly what is due, sometimes any reminder of a day around.
                return Schedule.Next(_state, _now) is { } due && happening.Choice % 4 != 0
                    ? new Input.Tick(NextId(), ClientFacts.Unknown, due.Kind, due.Day)
                    : new Input.Tick(NextId(), ClientFacts.Unknown, (DueKind)(happening.Choice % 5), _now.InUtc().Date.PlusDays((happening.Filling % 5) - 2));
            case 7 when happening.Choice % 50 == 0:
                return new Input.Undeliverable(NextId(), ClientFacts.Unknown, "ConversationBlockedByUser");
            case 0:
                return new Input.Installed(NextId(), _client);
            case 1 when happening.Choice % 7 == 0:
                return new Input.Removed(NextId(), _client);
            case 1 when happening.Choice % 7 is 1 or 2:
                return new Input.Submitted(NextId(), _client, Forged(happening.Choice / 7), Fill(_shown[_shown.Count - 1 - (happening.Choice % Math.Min(12, _shown.Count))].Fields, happening.Filling));
            case 6 when happening.Choice % 6 > 0:
                // Somebody who goes through a dialog.
                return new Input.Submitted(NextId(), _client, _shown[_latest].Button.Action, Fill(_shown[_latest].Fields, happening.Filling));
            case 1 or 2 or 3:
                return new Input.Said(NextId(), _client, Words[happening.Choice % Words.Length]);
            case 4 when happening.Choice % 2 == 0:
                var (latest, with) = _shown[_latest + (happening.Choice / 2 % (_shown.Count - _latest))];
                return new Input.Submitted(NextId(), _client, latest.Action, Fill(with, happening.Filling));
            default:
                // Mostly a recent card, sometimes any that was ever shown.
                var back = happening.Kind % 2 == 0 ? Math.Min(12, _shown.Count) : _shown.Count;
                var (button, fields) = _shown[_shown.Count - 1 - (happening.Choice % back)];
                return new Input.Submitted(NextId(), _client, button.Action, Fill(fields, happening.Filling));
        }
    }

    /// <summary>A card that was tampered with, or is from another time.</summary>
    private static CardAction Forged(int choice)
    {
        string[] verbs = [Verbs.Open, Verbs.Answer, Verbs.Edit, Verbs.Skip, Verbs.Cancel, Verbs.Archive, Verbs.Restore, Verbs.Reorder, Verbs.CancelVisit, Verbs.Visited, Verbs.Merge, Verbs.Split, Verbs.Apart, Verbs.Settle, Verbs.Show];
        string[] flows = [BookFlows.Visit, BookFlows.Debrief, BookFlows.Customer, BookFlows.Report, BookFlows.Sales];
        string[] subjects = ["c1", "c2", "v1", "v3", "v4", "v999", "c0", "c999", "", "ann-lee", "v3/r1n1", "v", "V3", "v3/../v4", "debrief/v3/promises/r9n1"];
        var (verb, flow, subject) = (verbs[choice % verbs.Length], flows[choice / 7 % flows.Length], subjects[choice / 11 % subjects.Length]);
        var ofDialog = verb is Verbs.Open or Verbs.Answer or Verbs.Edit or Verbs.Skip or Verbs.Cancel;
        return CardAction.Of(
            verb,
            [.. ofDialog ? new[] { (DataKeys.Flow, flow) } : [], (DataKeys.Subject, subject), (DataKeys.About, subjects[choice % 5]), (DataKeys.Page, choice % 2 == 0 ? "when" : "bugs"),
            (DataKeys.Step, "1"), (DataKeys.Other, "v4/r1n1"), (DataKeys.Mark, "kept"), (DataKeys.View, $"{flow}:{subject}")]);
    }

    private static ImmutableDictionary<string, string> Fill(ImmutableArray<Field> fields, int filling)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (field, index) in fields.SelectMany(field => field.Entry is { } entry ? [.. entry.Cells, .. entry.Spare.SelectMany(line => line)] : (IEnumerable<Field>)[field]).Select((field, index) => (field, index)))
        {
            var choice = ((filling / (index + 1)) + (index * 7)) % (Values.Length + 32);
            if (choice < Values.Length)
                values[field.Question.Id] = Values[choice];
            else if (choice < Values.Length + 31)
                values[field.Question.Id] = Good(field);
        }

        return values.ToImmutable();
    }

    private static string Good(Field field) => field.Question.Kind switch
    {
        _ when field.Value.Length > 0 && field.Problem is null => field.Value,
        QuestionKind.People when field.Question.Directory => Colleague,
        QuestionKind.Choice or QuestionKind.Choices when !field.Options.IsEmpty => field.Options[0].Value,
        QuestionKind.Money => "12k",
        QuestionKind.Zone => "Europe/Berlin",
        QuestionKind.Time => "07:30",
        QuestionKind.Date => "2026-12-04",
        QuestionKind.Scale => "4",
        QuestionKind.Number => "30",
        QuestionKind.YesNo => "yes",
        _ => "Someone",
    };

    private void Deliver(Input input, int how)
    {
        switch (how)
        {
            case 0: // Late: after the next one.
                _late.Enqueue(input);
                return;
            case 1: // Twice.
                Take(input);
                Take(input);
                break;
            case 2: // A crash before anything is saved; delivered again.
                _ = _records.Step(Library, _state, input, _now, Colleagues);
                Take(input);
                break;
            case 3: // A crash after saving, before sending; delivered again, and answered.
                var shown = _shown.Count;
                Take(input);
                _shown.RemoveRange(shown, _shown.Count - shown);
                _latest = Math.Min(_latest, shown - 1);
                Take(input);
                break;
            default:
                Take(input);
                break;
        }

        if (_late.TryDequeue(out var late))
            Take(late);
    }

    /// <summary>No morning and no evening is told twice, and what is due is told if it is asked for.</summary>
    private void Remind(PersonState before, Turn turn, Input input)
    {
        if (turn.Erase)
            _told.Clear();
        if (input is Input.Tick { Kind: DueKind.Morning or DueKind.Evening } tick && !turn.Replies.IsEmpty)
            Assert.True(_told.Add((tick.Kind, tick.Day)), $"{tick.Kind} of {tick.Day} was told twice.");
        if (input is Input.Tick && turn.Replies.IsEmpty)
            Assert.True(ReferenceEquals(before, turn.State) || before.Reminders.Sent != turn.State.Reminders.Sent || before.Reminders.SnoozedUntil != turn.State.Reminders.SnoozedUntil);
        if (Schedule.Next(_state, _now) is { } due && due.At <= _now)
            Assert.NotEmpty(_records.Step(Library, _state, new Input.Tick("", ClientFacts.Unknown, due.Kind, due.Day), _now, Colleagues).Replies);
    }

    private void Note(PersonState before, Turn turn, Input input)
    {
        Note(input is Input.Tick && !turn.Replies.IsEmpty, "told");
        Note(turn.State.Reminders.Paused is not null, "paused");
        Note(turn.State.Reminders.SnoozedUntil is not null, "snoozed");
        Note(turn.State.Reminders.Suspended is not null, "suspended");
        var after = turn.State;
        Note(turn.Repeated, "repeated");
        Note(after.RemovedAt is not null, "removed");
        Note(after.Sharing is not null, "share previewed");
        Note(turn.Sends is not null, "shared");
        Note(turn.Sends is not null && after.Shares![^1].To[0].IsGroup, "shared with a chat");
        if (input is Input.Submitted submitted && !turn.Repeated)
            Reached.Add($"verb {submitted.Action.Verb}");
        foreach (var draft in after.Drafts.Values.Where(draft => draft.Status == DraftStatus.Done))
            Reached.Add($"{draft.Flow} finished");
        Note(!turn.Erase && FilingRules.IsUndone(before, after), "undone");
        Note(turn.Erase && !before.Customers.IsEmpty, "customers forgotten");
        if (!turn.Erase)
            NoteField(before, turn, input);
        NoteLines(before, turn, input);
        Note(turn.Replies.OfType<Reply.Ask>().Any(ask => ask.Fields.Any(field => field.Problem is not null)), "problem");
        Note(turn.Replies.OfType<Reply.Ask>().Any(ask => ask.Notice?.Contains("in the meantime", StringComparison.Ordinal) is true), "stale");
        foreach (var step in after.Steps.Values)
        {
            Note(step.DoneAt is not null, "ticked");
            Note(step.OutOfOrder is not null, "out-of-order finished");
            Note(step.SkippedAt is not null, "skip-step finished");
            Note(step.MovedTo is not null, "move finished");
            Note(step.Note is not null, "note finished");
        }
    }

    private void NoteLines(PersonState before, Turn turn, Input input)
    {
        var lines = (Before: StateRules.LinesOf(before), After: StateRules.LinesOf(turn.State));
        var action = (input as Input.Submitted)?.Action;
        Note(lines.After.Count > lines.Before.Count, input is Input.Said ? "line typed" : "line added");
        Note(action?[DataKeys.Stay].Length > 0 && turn.Replies is [Reply.Ask { More: not null }], "another asked");
        Note(action?.Verb == Verbs.Answer && lines.After.Any(line => lines.Before.TryGetValue(line.Key, out var old) && !old.Equals(line.Value)), "line changed");
        Note(action?.Verb == Verbs.Remove && lines.After.Count < lines.Before.Count, "line removed");
        var asked = turn.Replies.OfType<Reply.Ask>().SelectMany(ask => ask.Fields).Select(field => field.Problem ?? "").ToArray();
        Note(asked.Any(problem => problem.StartsWith("This was changed in the meantime", StringComparison.Ordinal)), "line stale");
        Note(asked.Any(problem => problem.StartsWith("This was removed in the meantime", StringComparison.Ordinal)), "line gone");
        Note(asked.Any(problem => problem.Contains("is all I can keep", StringComparison.Ordinal)), "table full");
        var draft = turn.State.Drafts.GetValueOrDefault(Interview.Id);
        Note(action?[DataKeys.Page] == Dialog.FormPage && draft?.Status == DraftStatus.Done, "form finished");
    }

    private void NoteField(PersonState before, Turn turn, Input input)
    {
        var after = turn.State;
        foreach (var (id, draft) in turn.Filed)
        {
            if (draft is null)
                continue;
            var flow = draft.Flow.StartsWith("meeting-", StringComparison.Ordinal) ? "meeting" : draft.Flow;
            var first = before.Drafts.GetValueOrDefault(id) is { Filed: false };
            Note(first, $"{flow} filed");
            Note(first && draft is { Flow: BookFlows.Debrief, Form: true }, "debrief filed as form");
            Note(first && draft is { Flow: BookFlows.Debrief, Form: false }, "debrief filed page by page");
            Note(!draft.Earlier.IsDefaultOrEmpty, $"{flow} edited");
        }

        var isUndo = FilingRules.IsUndone(before, after);
        Note(after.Customers.Count > before.Customers.Count && !isUndo, "customers added");
        Note(after.Visits.Any(visit => before.Visits.TryGetValue(visit.Key, out var old) && old.Start != visit.Value.Start) && !isUndo, "visit moved");
        Note(isUndo && turn.Filed.Values.Any(draft => draft is null), "filing undone");
        Note(isUndo && turn.Filed.Values.Any(draft => draft is not null), "filed change undone");
        Note(isUndo && before.Undo[^1].Label == "undo.cancelVisit", "visit brought back");
        if (input is Input.Submitted { Action.Verb: Verbs.Archive or Verbs.Restore or Verbs.Reorder or Verbs.CancelVisit or Verbs.Visited or Verbs.Merge or Verbs.Apart or Verbs.Split or Verbs.Settle } submitted
            && after.Revision > before.Revision)
            Reached.Add($"done {submitted.Action.Verb}");
        Note(turn.Loaded is not null, "records wanted");
        foreach (var use in after.QuoteUses?.Values ?? [])
            Reached.Add($"quote {use}");
    }

    private void Note(bool reached, string what)
    {
        if (reached)
            Reached.Add(what);
    }

    private void Take(Input input)
    {
        Turns++;
        var before = _state;
        var filed = _records.Load();
        var known = _records.With(before);
        var turn = _records.Step(Library, before, input, _now, Colleagues);
        if (turn.Loaded is null && Turns % 16 == 0)
            FilingRules.CheckSame(turn, Conversation.Step(Library, before, input, _now, filed, Colleagues));
        if (_twin is { } twin && Turns % 8 == 4)
            FilingRules.CheckSame(turn, _records.Step(Library, twin, input, _now, Colleagues));
        if (!turn.Repeated)
            _records.Keep(turn);
        var json = StateJson.Write(turn.State);
        (_state, _twin) = (StateJson.Read(json), turn.State.AsKept());
        Assert.Equal(json, StateJson.Write(_state));
        if (Turns % 2 == 0)
            (_state, _twin) = (_twin, _state);
        var now = _records.With(turn.State);
        if (turn.Repeated)
            Assert.Equal(StateJson.Write(before), json);
        else
            StateRules.Check(known, turn with { State = now }, input, Library);
        if (!turn.Repeated)
        {
            FilingRules.CheckFiled(before, filed, turn, _records.Load(), input);
            FilingRules.CheckRows(turn, before);
            CheckTakenBack(known, before, now, turn);
        }

        FilingRules.CheckEntries(turn.State, _records.Load());
        FilingRules.CheckLoading(turn, before, input);
        StateRules.CheckReplies(turn, input, Library, before, _now);
        Remind(before, turn, input);
        Note(before, turn, input);
        var first = _shown.Count;
        foreach (var reply in turn.Replies)
        {
            var fields = reply is Reply.Ask ask ? ask.Fields : [];
            _shown.AddRange(Chat.Actions([reply]).Select(button => (button, fields)));
        }

        if (_shown.Count > first)
            _latest = first;
    }

    /// <summary>Remembers what every change was made to, and holds the state against it when the change is taken back.</summary>
    private void CheckTakenBack(PersonState known, PersonState before, PersonState now, Turn turn)
    {
        if (turn.Erase)
        {
            _changes.Clear();
            return;
        }

        if (FilingRules.IsUndone(before, now))
        {
            if (_changes[^1] is { } then)
                FilingRules.CheckTakenBack(then, now, before.Undo[^1], _records.Load(), Library);
            _changes.RemoveAt(_changes.Count - 1);
            return;
        }

        // Of two changes in one turn, or of the end of a dialog without an answer and the steps that it ticks, nobody saw what stood between them.
        UndoEntry[] made = [.. turn.State.Undo.Where(entry => !before.Undo.Contains(entry))];
        for (var change = 0; change < made.Length; change++)
            _changes.Add(change == 0 && (made[0].Drafts.Length > 0 || turn.Filed.IsEmpty) ? known : null);
        _changes.RemoveRange(0, _changes.Count - turn.State.Undo.Count);
    }
}
