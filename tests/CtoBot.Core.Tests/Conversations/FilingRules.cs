using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>What an input may do to the dialogs that are filed and to what the state keeps of them, written down independently of how the conversation does it.</summary>
public static class FilingRules
{
    /// <summary>The most rows that a turn may change beside the state document and what a store adds.</summary>
    private const int MostRows = 98;

    private static readonly string[] FiledFlows =
    [
        BookFlows.Customer, BookFlows.Visit, BookFlows.Debrief, BookFlows.Sales, BookFlows.Support, BookFlows.Services, BookFlows.Cfo, BookFlows.Report, BookFlows.Verdict,
    ];

    /// <summary>The flows whose cards choose among what is filed.</summary>
    private static readonly string[] ChooseFromFiled = [BookFlows.Sales, FlowIds.Share, FlowIds.ShareChat];

    /// <summary>The state's short entries say what the dialogs say.</summary>
    public static void CheckEntries(PersonState state, ImmutableDictionary<string, Draft> filed)
    {
        Assert.All(filed, record => Assert.True(record.Value is { Filed: true, Status: DraftStatus.Done, Asked: null } && record.Key == record.Value.Id && FiledFlows.Contains(record.Value.Flow), record.Key));
        Assert.All(state.Drafts.Values, draft => Assert.Equal(filed.ContainsKey(draft.Id), draft.Filed));
        var known = filed.SetItems(state.Drafts);
        foreach (var (id, entry) in state.Customers)
        {
            Assert.True(filed.ContainsKey(Draft.IdOf(BookFlows.Customer, id)), $"{id} is on the list, and not filed");
            Assert.Equal(known[Draft.IdOf(BookFlows.Customer, id)].Value<AnswerValue.Text>("name")?.Words, entry.Name);
        }

        foreach (var (id, entry) in state.Visits)
        {
            Assert.True(filed.ContainsKey(Draft.IdOf(BookFlows.Visit, id)), $"{id} is among the visits, and not filed");
            var visit = known[Draft.IdOf(BookFlows.Visit, id)];
            Assert.Equal(visit.Value<AnswerValue.Choice>("customer")?.Value, entry.Customer);
            Assert.Equal(visit.Value<AnswerValue.Date>("date")!.Day.At(visit.Value<AnswerValue.Time>("time")!.OfDay), entry.Start);
            Assert.True(state.Customers.ContainsKey(entry.Customer), $"{id} is to nobody");
            Assert.Equal(filed.ContainsKey(Draft.IdOf(BookFlows.Debrief, id)), entry.Debriefed);
        }

        foreach (var (_, record) in filed)
        {
            if (record.Flow == BookFlows.Customer)
                Assert.Contains(record.Subject, state.Customers.Keys);
            else if (record.Flow == BookFlows.Debrief)
                Assert.Contains(Draft.IdOf(BookFlows.Visit, record.Subject), filed.Keys);
            else if (record.Flow == BookFlows.Visit && !state.Visits.ContainsKey(record.Subject))
                Assert.Contains(Draft.IdOf(BookFlows.Debrief, record.Subject), filed.Keys);
        }

        CheckPromises(state, filed);
    }

    /// <summary>What is kept of promises says what the list says that is made of everything that is filed.</summary>
    private static void CheckPromises(PersonState state, ImmutableDictionary<string, Draft> filed)
    {
        Assert.All(state.Promises, given => Assert.True(filed.ContainsKey(given.Key) && !given.Value.IsEmpty, given.Key));
        // A visit or a customer that is being changed is not filed yet as it will be.
        if (state.Drafts.Values.Any(draft => draft.Flow is BookFlows.Visit or BookFlows.Customer))
            return;
        var list = Core.Rollups.PromiseList.Of(Book.Of(filed.SetItems(state.Drafts).Values, state.Customers), default);
        var open = list.Lines.Where(line => line.State is PromiseState.Open or PromiseState.Overdue && line.Promise.Due is not null);
        Assert.Equal(
            open.Where(line => state.PromisesCut is not { } cut || line.Promise.Due < cut || PromiseIndex.Of(state).Any(kept => kept.Key == Core.Findings.PromiseChange.KeyOf(line.Promise)))
                .Select(line => (Core.Findings.PromiseChange.KeyOf(line.Promise), line.Promise.Due!.Value, line.Promise.Source.CustomerId)).Order(),
            PromiseIndex.Of(state).Select(promise => (promise.Key, promise.Due, promise.Customer)).Order());
    }

    /// <summary>What is filed goes only when it is taken back or its visit is cancelled, and what an answer of it replaces is kept beside it.</summary>
    public static void CheckFiled(PersonState before, ImmutableDictionary<string, Draft> filedBefore, Turn turn, ImmutableDictionary<string, Draft> filedAfter, Input input)
    {
        if (turn.Erase)
        {
            Assert.Empty(filedAfter);
            return;
        }

        var isUndo = IsUndone(before, turn.State);
        var gone = filedBefore.Keys.Except(filedAfter.Keys).ToArray();
        var cancelled = input is Input.Submitted { Action: { Verb: Verbs.CancelVisit } action } ? Draft.IdOf(BookFlows.Visit, action[DataKeys.Subject]) : null;
        Assert.All(gone, id => Assert.True(isUndo || id == cancelled, $"{id} is gone by {Said(input)}"));
        CheckEntriesChanged(before, turn, input, isUndo);
        foreach (var (id, old) in filedBefore.SetItems(before.Drafts.Where(draft => draft.Value.Filed)))
        {
            var now = turn.State.Drafts.GetValueOrDefault(id) ?? filedAfter.GetValueOrDefault(id);
            if (now is null || isUndo || input is Input.Submitted { Action.Verb: Verbs.Merge or Verbs.Apart or Verbs.Split or Verbs.Settle })
                continue;
            var earlier = now.Earlier.IsDefault ? [] : now.Earlier;
            foreach (var (question, answer) in old.Answers)
                Assert.True(now.Answers.GetValueOrDefault(question)?.Revision == answer.Revision || earlier.Any(entry => entry.Question == question && entry.Answer.Revision == answer.Revision), $"What stood in {id} {question} is lost.");
        }
    }

    /// <summary>A tick or a list leaves customers and visits alone.</summary>
    private static void CheckEntriesChanged(PersonState before, Turn turn, Input input, bool isUndo)
    {
        var after = turn.State;
        Assert.True(after.Made >= before.Made);
        if (isUndo || input is Input.Said or Input.Submitted { Action.Verb: Verbs.Answer or Verbs.Skip or Verbs.Say or Verbs.Remove })
            return;
        var verb = (input as Input.Submitted)?.Action.Verb;
        var subject = (input as Input.Submitted)?.Action[DataKeys.Subject];
        Assert.Equal(before.Customers.Keys.Order(StringComparer.Ordinal), after.Customers.Keys.Order(StringComparer.Ordinal));
        var changed = before.Customers.Where(entry => after.Customers[entry.Key] != entry.Value).Select(entry => entry.Key).ToArray();
        Assert.True(changed.Length == 0 || (verb is Verbs.Archive or Verbs.Restore or Verbs.Reorder && changed.Contains(subject) && changed.Length <= (verb == Verbs.Reorder ? 2 : 1)), $"{Said(input)} changed {string.Join(' ', changed)}");
        var visits = before.Visits.Keys.Union(after.Visits.Keys).Where(id => WithoutMark(before, id) != WithoutMark(after, id)).ToArray();
        if (verb == Verbs.Visited)
            Assert.True(visits.Length <= 1 && visits.All(id => !before.Visits.ContainsKey(id) && after.Visits[id].Customer == subject));
        else if (verb == Verbs.CancelVisit)
            Assert.True(visits.Length == 0 || (visits is [var id] && id == subject && !after.Visits.ContainsKey(id)));
        else
            Assert.All(visits, id => Assert.True(before.Visits.GetValueOrDefault(id) is { Debriefed: true }, $"{Said(input)} changed {id}"));
    }

    /// <summary>Whether the latest change of a state is taken back in another that came of it.</summary>
    public static bool IsUndone(PersonState before, PersonState after) => before.Undo.Count > 0 && !after.Undo.Contains(before.Undo[^1]);

    private static VisitEntry? WithoutMark(PersonState state, string id) => state.Visits.GetValueOrDefault(id) is { } entry ? entry with { Debriefed = false } : null;

    /// <summary>Everything is as it was before the change that was taken back: answers, steps, customers, visits, and what is filed.</summary>
    /// <param name="then">The state before the change, with all that was filed in it.</param>
    /// <param name="now">The state now, with all that is filed in it.</param>
    /// <param name="entry">The change.</param>
    /// <param name="filed">What is filed now.</param>
    /// <param name="library">What the flows are.</param>
    public static void CheckTakenBack(PersonState then, PersonState now, UndoEntry entry, ImmutableDictionary<string, Draft> filed, ContentLibrary library)
    {
        foreach (var id in then.Drafts.Keys.Union(now.Drafts.Keys))
        {
            var (old, draft) = (then.Drafts.GetValueOrDefault(id), now.Drafts.GetValueOrDefault(id));
            if (!library.For("en").Flows[(old ?? draft)!.Flow].Keep || IsFresh(old) != false && IsFresh(draft) != false)
                continue;
            foreach (var question in (old?.Answers.Keys ?? []).Union(draft?.Answers.Keys ?? []))
            {
                var (was, answer) = (old?.Answers.GetValueOrDefault(question)?.Value, draft?.Answers.GetValueOrDefault(question)?.Value);
                Assert.True(was is null ? answer is null : was.SameAs(answer), $"{id} {question} is not as it was before {entry.Label}: {was}, {answer}");
            }

            Assert.Equal(Replaced(old), Replaced(draft));
        }

        Assert.All(then.Steps.Keys.Union(now.Steps.Keys), key => Assert.Equal((then.Steps.GetValueOrDefault(key) ?? new StepState(0)) with { Revision = 0 }, (now.Steps.GetValueOrDefault(key) ?? new StepState(0)) with { Revision = 0 }));
        Assert.Equal(then.Customers.OrderBy(customer => customer.Key, StringComparer.Ordinal), now.Customers.OrderBy(customer => customer.Key, StringComparer.Ordinal));
        // A visit in which everything was answered may have been filed since without a change of its own: that is not this one's to take back.
        Assert.All(then.Visits.Keys.Union(now.Visits.Keys), id => Assert.True(
            WithoutMark(then, id) == WithoutMark(now, id)
                || (then.Visits.GetValueOrDefault(id) is { Debriefed: true } && !now.Visits.ContainsKey(id))
                || (!then.Visits.ContainsKey(id) && entry.Visits?.ContainsKey(id) is not true && !entry.Drafts.Any(draft => draft.Flow == BookFlows.Visit && draft.Subject == id)),
            $"{id} is not as it was before {entry.Label}"));
        if (!entry.Beside)
            Assert.All(entry.Drafts.Where(draft => draft.Status is not null), draft => Assert.Equal(then.Drafts.GetValueOrDefault(Draft.IdOf(draft.Flow, draft.Subject)) is { Filed: true }, filed.ContainsKey(Draft.IdOf(draft.Flow, draft.Subject))));
    }

    /// <summary>Whether nobody has answered anything in a dialog; null if there is none.</summary>
    private static bool? IsFresh(Draft? draft) => draft is null ? null : draft.Answers.IsEmpty || (draft is { Flow: BookFlows.Visit, Filed: false } && draft.Answers.Keys.All(question => question == "customer"));

    private static string[] Replaced(Draft? draft) => draft is null || draft.Earlier.IsDefault ? [] : [.. draft.Earlier.Select(entry => $"{entry.Question} {entry.Answer.Value}")];

    /// <summary>A turn fits into one transaction, and names no row twice.</summary>
    public static void CheckRows(Turn turn, PersonState before)
    {
        var rows = FlatRows.Changes(turn, before).Select(row => row.Key).ToArray();
        Assert.True(rows.Length <= MostRows, $"{rows.Length} rows");
        Assert.Equal(rows.Length, rows.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>What a person does all the time is done with the state alone.</summary>
    public static void CheckLoading(Turn turn, PersonState before, Input input)
    {
        Assert.False(turn.WantsRecords);
        var loaded = turn.Loaded is not null;
        if (!loaded || turn.Repeated)
            return;
        // A dialog that was begun with something long over names what it is about.
        if (before.Focus is not null)
            Assert.False(input is Input.Submitted { Action.Verb: Verbs.Answer or Verbs.Skip } submitted && IsOrdinary(before, turn, submitted.Action), $"{Said(input)} wanted records");
        else
            Assert.False(IsOrdinary(before, turn, input), $"{Said(input)} wanted records");
    }

    private static bool IsOrdinary(PersonState before, Turn turn, Input input) => input switch
    {
        Input.Installed or Input.Removed => true,
        Input.Said said => said.Words is "hi" or "help" or "today" or "plan" or "week" or "customers" or "visits" or "messages" or "done 1" or "done 3" or "undone 1" or "note 1" or "move 4",
        Input.Submitted { Action: var action } => action.Verb switch
        {
            Verbs.Tick or Verbs.Untick => action[DataKeys.View] is "" or Views.Today or Views.Plan or Views.Week,
            Verbs.Archive or Verbs.Restore or Verbs.Reorder => true,
            Verbs.Show => action[DataKeys.View] is Views.Today or Views.Plan or Views.Week or Views.Help or Views.Customers or Views.Visits,
            Verbs.Answer or Verbs.Skip => IsOrdinary(before, turn, action),
            _ => false,
        },
        _ => false,
    };

    /// <summary>A page of a dialog that was begun and goes on.</summary>
    private static bool IsOrdinary(PersonState before, Turn turn, CardAction action)
    {
        var id = Draft.IdOf(action[DataKeys.Flow], action[DataKeys.Subject]);
        return before.Drafts.ContainsKey(id)
            && turn.State.Drafts.ContainsKey(id)
            && !ChooseFromFiled.Contains(action[DataKeys.Flow])
            && (action[DataKeys.Flow] != BookFlows.Debrief || before.Visits.ContainsKey(action[DataKeys.Subject]))
            && !action[DataKeys.Flow].Equals(FlowIds.Message, StringComparison.Ordinal);
    }

    /// <summary>A turn that did not want the records does the same with them.</summary>
    public static void CheckSame(Turn without, Turn with)
    {
        Assert.Equal(StateJson.Write(without.State), StateJson.Write(with.State));
        Assert.Equal(without.Filed.Keys.Order(StringComparer.Ordinal), with.Filed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(without.Replies.Select(reply => reply.GetType()), with.Replies.Select(reply => reply.GetType()));
    }

    private static string Said(Input input) => input switch
    {
        Input.Submitted submitted => $"{submitted.Action.Verb} {string.Join(' ', submitted.Action.Data)} {string.Join(' ', submitted.Fields)}",
        Input.Said said => $"“{said.Words}”",
        _ => input.GetType().Name,
    };
}
