using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>What an input may do to a state, written down independently of how the conversation does it.</summary>
public static class StateRules
{
    /// <summary>An answer or a step changes only on account of an input that is about it.</summary>
    public static void Check(PersonState before, Turn turn, Input input, ContentLibrary library)
    {
        var after = turn.State;
        if (turn.Erase)
        {
            Assert.True(after.IsBlank);
            Assert.True(before.IsBlank || before.ForgetAskedAt is not null, "Somebody was forgotten who was not asked.");
            return;
        }

        Assert.True(input.Id.Length == 0 || after.Seen.Contains(input.Id) || input is Input.Tick or Input.Undeliverable);
        CheckRevisions(before, after);
        CheckUndone(before, after, input);
        // A visit is opened with its customer, and a list of customers makes a dialog of each: that nobody answered.
        var answers = ChangedAnswers(before, after).Where(changed => !IsMade(changed, input)).ToArray();
        var steps = before.Steps.Keys.Union(after.Steps.Keys).Where(key => before.Steps.GetValueOrDefault(key) != after.Steps.GetValueOrDefault(key)).ToArray();
        // A dialog that ends ticks the steps that it belongs to.
        var ended = turn.Filed.Values.OfType<Draft>().Where(draft => before.Drafts.GetValueOrDefault(draft.Id) is not { Filed: true }).Select(draft => draft.Flow == BookFlows.Customer ? FlowIds.Customers : draft.Flow).ToArray();
        steps = [.. steps.Where(key => after.Steps.GetValueOrDefault(key) is not { DoneAt: not null } || !TickedBy(library, key, ended))];
        switch (input)
        {
            case Input.Installed or Input.Removed or Input.Tick or Input.Undeliverable:
                Assert.Empty(answers);
                Assert.Empty(steps);
                break;
            case Input.Submitted { Action.Verb: Verbs.Answer } submitted:
                CheckAnswered(before, after, answers, steps, submitted, library);
                break;
            case Input.Submitted { Action.Verb: Verbs.Skip } skipped:
                Assert.All(answers, changed => Assert.True(changed.Before is null || Ended(changed, after, skipped.Action[DataKeys.Flow], library)));
                Assert.True(steps.Length <= 1);
                break;
            case Input.Submitted { Action.Verb: Verbs.Tick or Verbs.Untick } ticked:
                Assert.Empty(answers);
                Assert.All(steps, step => Assert.Equal(ticked.Action[DataKeys.Step], step));
                Assert.All(steps, step => Assert.Equal(
                    (before.Steps.GetValueOrDefault(step)?.Note, before.Steps.GetValueOrDefault(step)?.MovedTo),
                    (after.Steps[step].Note, after.Steps[step].MovedTo)));
                break;
            case Input.Submitted { Action.Verb: Verbs.Remove } removed:
                Assert.Empty(steps);
                Assert.True(answers.Length <= 1);
                Assert.All(answers, changed => Assert.Equal(removed.Action[DataKeys.Page], changed.Question));
                Assert.Equal(
                    answers.Length == 0 ? [] : [removed.Action[DataKeys.Line].Split(' ')[0]],
                    LinesOf(before).Keys.Except(LinesOf(after).Keys));
                break;
            case Input.Submitted { Action.Verb: Verbs.Merge or Verbs.Apart or Verbs.Split or Verbs.Settle }:
                Assert.Empty(steps);
                Assert.Equal(LinesOf(before).Keys.Order(StringComparer.Ordinal), LinesOf(after).Keys.Order(StringComparer.Ordinal));
                Assert.All(LinesOf(after), line => Assert.True(line.Value.SaysSameAs(LinesOf(before)[line.Key])));
                break;
            case Input.Submitted { Action.Verb: Verbs.CancelVisit or Verbs.Visited }:
                Assert.Empty(steps);
                Assert.All(answers, changed => Assert.StartsWith("visit:", changed.Draft, StringComparison.Ordinal));
                break;
            case Input.Submitted { Action.Verb: Verbs.Undo or Verbs.Cancel or Verbs.Say }:
            case Input.Said { Words: "undo" or "cancel" }:
                break;
            case Input.Submitted:
                Assert.Empty(answers);
                Assert.Empty(steps);
                break;
            case Input.Said { Words: "skip" }:
                Assert.True(steps.Length <= 1);
                break;
            case Input.Said said:
                Assert.True(
                    answers.Count(changed => changed.Question != SetupAnswers.StartKeep && !(changed.Draft == before.Focus && Ended(changed, after, changed.Draft.Split(':')[0], library))) <= 1,
                    $"“{said.Words}” changed {string.Join(", ", answers.Select(changed => changed.Question))}");
                Assert.DoesNotContain(LinesOf(before).Keys.Except(LinesOf(after).Keys), line => LinesOf(before)[line].Cells.ContainsKey("what") || LinesOf(before)[line].Cells.ContainsKey("title"));
                Assert.True(steps.Length <= 1);
                break;
        }
    }

    private static bool IsMade((string Draft, string Question, Answer? Before, Answer? After) changed, Input input) =>
        changed.Before is null
        && ((changed.Draft.StartsWith("visit:", StringComparison.Ordinal) && changed.Question == "customer"
                && (input is not Input.Submitted { Action.Verb: Verbs.Answer } answered || changed.After?.Value == new AnswerValue.Choice(answered.Action[DataKeys.About])))
            || (changed.Draft.StartsWith("customer:", StringComparison.Ordinal) && input is Input.Said or Input.Submitted { Action.Verb: Verbs.Answer }));

    private static bool TickedBy(ContentLibrary library, string key, string[] flows) =>
        library.For("en").Plan.Phases.SelectMany(phase => phase.Steps).Any(step => step.Id == key.Split('@')[0] && step.TickedBy.Intersect(flows).Any());

    /// <summary>A revision stands for one change for ever: what changed bears one that is new, and none is ahead of the state.</summary>
    private static void CheckRevisions(PersonState before, PersonState after)
    {
        Assert.True(after.Revision >= before.Revision);
        Assert.All(
            ChangedAnswers(before, after),
            changed => Assert.True(changed.After is null || changed.After.Revision > before.Revision || (changed is { Before: null, Question: "customer" } && changed.After.Revision == before.Revision)));
        Assert.All(after.Steps, step => Assert.True(step.Value == before.Steps.GetValueOrDefault(step.Key) || step.Value.Revision > before.Revision));
        Assert.All(after.Steps.Values, step => Assert.True(step.Revision <= after.Revision));
        Assert.All(after.Drafts.Values.SelectMany(draft => draft.Answers.Values), answer => Assert.True(answer.Revision <= after.Revision));
        var known = LinesOf(before);
        Assert.All(LinesOf(after).Keys, line => Assert.True(known.ContainsKey(line) || after.Undo.Count < before.Undo.Count || line.StartsWith($"r{before.Revision + 1}n", StringComparison.Ordinal), line));
        Assert.True(after.Undo.Count <= 1 || after.Undo.Sum(UndoLength.Of) <= PersonState.MaxUndoLength);
    }

    /// <summary>Every line of every table by its id, which no other line of the person has.</summary>
    public static Dictionary<string, Core.Reading.Row> LinesOf(PersonState state) =>
        state.Drafts.Values.SelectMany(draft => draft.Answers.Values).Select(answer => answer.Value).OfType<AnswerValue.Table>().SelectMany(table => table.Lines).ToDictionary(line => line.Id);

    /// <summary>Undo takes back the latest change, whole, and no other.</summary>
    private static void CheckUndone(PersonState before, PersonState after, Input input)
    {
        if (after.Undo.Count >= before.Undo.Count)
            return;
        Assert.True(input is Input.Submitted { Action.Verb: Verbs.Undo or Verbs.Say } or Input.Said { Words: "undo" });
        var entry = before.Undo[^1];
        foreach (var (key, step) in before.Steps.SetItems(entry.Steps.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))))
            Assert.Equal(step is null ? null : step with { Revision = 0 }, after.Steps.GetValueOrDefault(key) is { } now ? now with { Revision = 0 } : null);
        foreach (var draft in entry.Drafts)
        {
            if (draft.Status is null)
            {
                Assert.False(after.Drafts.ContainsKey(Draft.IdOf(draft.Flow, draft.Subject)), "What was made is still there.");
                continue;
            }

            var restored = after.Drafts[Draft.IdOf(draft.Flow, draft.Subject)];
            foreach (var (question, answer) in draft.Answers)
            {
                var now = restored.Answers.GetValueOrDefault(question);
                Assert.True(answer is null ? now is null : answer.Value.SameAs(now?.Value), question);
            }
        }
    }

    /// <summary>Only the answers of the card change, none that was changed elsewhere since, and every good one is there afterwards.</summary>
    private static void CheckAnswered(PersonState before, PersonState after, (string Draft, string Question, Answer? Before, Answer? After)[] answers, string[] steps, Input.Submitted submitted, ContentLibrary library)
    {
        var seen = submitted.Action[DataKeys.Seen].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(part => part.Split(':')[0], part => long.Parse(part.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var changed in answers)
        {
            if (Ended(changed, after, submitted.Action[DataKeys.Flow], library) || changed.Question == SetupAnswers.StartKeep)
                continue;
            Assert.True(seen.ContainsKey(changed.Question) || submitted.Fields.Keys.Any(field => field.Split('.')[0] == changed.Question), changed.Question);
            Assert.True(changed.After is not null, $"{changed.Draft} {changed.Question} went by the answers of {string.Join(' ', submitted.Action.Data)} {string.Join(' ', submitted.Fields)}");
            if (library.For("en").Flows[changed.Draft.Split(':')[0]].Find(changed.Question) is { IsEntry: true })
                CheckLines(changed.Before?.Value, changed.After.Value, submitted);
            else
                Assert.True(changed.Before is null || changed.Before.Revision == seen.GetValueOrDefault(changed.Question), $"{changed.Question} was overwritten by an old card.");
        }

        CheckGiven(before, after, submitted);
        Assert.True(steps.Length <= 1);
        Assert.All(steps, step => Assert.Equal(submitted.Action[DataKeys.Subject], step));

        // A company is any words up to 80 characters: if it was given and nothing newer is there, it is kept.
        // A stranger's card is from before they were forgotten: nothing of it is.
        if (before.IsBlank)
            Assert.Empty(answers);
        else if (submitted.Action[DataKeys.Flow] == FlowIds.Setup && submitted.Fields.TryGetValue("company", out var company) && company.Trim().Length is > 0 and <= 80)
        {
            var present = before.Drafts.GetValueOrDefault(FlowIds.Setup)?.Answers.GetValueOrDefault("company");
            if (present is null || present.Revision == seen.GetValueOrDefault("company"))
                Assert.Equal(Core.Reading.WellFormed.Of(company).Trim(), after.Drafts[FlowIds.Setup].Value<AnswerValue.Text>("company")?.Words);
        }
    }

    /// <summary>A card adds one line and what was filled in for further ones, or changes the one that it is about.</summary>
    private static void CheckLines(AnswerValue? before, AnswerValue after, Input.Submitted submitted)
    {
        Core.Reading.Row[] was = before is AnswerValue.Table old ? [.. old.Lines] : [];
        Core.Reading.Row[] now = after is AnswerValue.Table table ? [.. table.Lines] : [];
        var about = submitted.Action[DataKeys.Line].Split(' ')[0];
        Assert.True(was.Select(line => line.Id).SequenceEqual(now.Take(was.Length).Select(line => line.Id)), $"{submitted.Action[DataKeys.Flow]}: {string.Join(' ', was.Select(line => line.Id))} became {string.Join(' ', now.Select(line => line.Id))} by {string.Join(' ', submitted.Action.Data)} {string.Join(' ', submitted.Fields)}");
        Assert.All(was.Zip(now), pair => Assert.True(pair.First.Equals(pair.Second) || pair.First.Id == about));
        Assert.True(now.Length - was.Length >= 0 && now.Length - was.Length <= (about.Length > 0 ? 0 : LinesGiven(submitted)), $"{was.Length} {now.Length} {submitted.Action.Verb} {string.Join(' ', submitted.Action.Data)} {string.Join(' ', submitted.Fields)}");
    }

    /// <summary>The most lines of one table for which something stands in the inputs of a card.</summary>
    private static int LinesGiven(Input.Submitted submitted) => 1 + submitted.Fields.Keys
        .Select(input => input.Split('.') is [_, _, var spare] && int.TryParse(spare, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Append(0).Max();

    /// <summary>What a table takes that says nothing else.</summary>
    private const int MostLines = 100;

    /// <summary>A line that was given is there afterwards, however old the card is.</summary>
    private static void CheckGiven(PersonState before, PersonState after, Input.Submitted submitted)
    {
        if (submitted.Action[DataKeys.Flow] != Interview.Id || submitted.Action[DataKeys.Line].Length > 0 || before.Drafts.GetValueOrDefault(Interview.Id) is not { } draft)
            return;
        string[] given = [.. submitted.Fields.Where(field => field.Key.StartsWith("next.what", StringComparison.Ordinal)).Select(field => Core.Reading.WellFormed.Of(field.Value).Trim()).Where(what => what.Length > 0)];
        // Of the lines of a card all are taken or none: one that is too long, or too many for the table, is asked again with the others.
        var room = MostLines - (draft.Value<AnswerValue.Table>("next")?.Lines.Length ?? 0);
        if (given.Length > 0 && given.Length <= room && given.All(what => what.Length <= 1000))
            Assert.All(given, what => Assert.Contains(after.Drafts[Interview.Id].Value<AnswerValue.Table>("next")!.Lines, line => line.Cells["what"] == what));
    }

    /// <summary>A dialog that is not kept goes, whole, with its answers once it has done its work.</summary>
    private static bool Ended((string Draft, string Question, Answer? Before, Answer? After) changed, PersonState after, string flow, ContentLibrary library) =>
        changed.After is null && changed.Draft.Split(':')[0] == flow && !library.For("en").Flows[flow].Keep && !after.Drafts.ContainsKey(changed.Draft);

    private static IEnumerable<(string Draft, string Question, Answer? Before, Answer? After)> ChangedAnswers(PersonState before, PersonState after) =>
        from id in before.Drafts.Keys.Union(after.Drafts.Keys)
        let old = before.Drafts.GetValueOrDefault(id)
        let now = after.Drafts.GetValueOrDefault(id)
        from question in (old?.Answers.Keys ?? []).Union(now?.Answers.Keys ?? [])
        let was = old?.Answers.GetValueOrDefault(question)
        let became = now?.Answers.GetValueOrDefault(question)
        where was?.Revision != became?.Revision
        select (id, question, was, became);

    /// <summary>Everyone gets an answer, and a question only if it is to be asked.</summary>
    public static void CheckReplies(Turn turn, Input input, ContentLibrary library, PersonState before, NodaTime.Instant now)
    {
        if (input is Input.Removed or Input.Undeliverable)
            Assert.Empty(turn.Replies);
        else if (input is not (Input.Installed or Input.Tick))
            Assert.NotEmpty(turn.Replies);
        else if (input is Input.Installed && before.WelcomedAt is null && !turn.Repeated)
            Assert.Single(turn.Replies);
        foreach (var ask in turn.Replies.OfType<Reply.Ask>())
        {
            var action = ask.Submit.Action;
            var flow = library.For("en").Flows[action[DataKeys.Flow]];
            var id = action[DataKeys.Subject].Length == 0 ? flow.Id : $"{flow.Id}:{action[DataKeys.Subject]}";
            var draft = turn.State.Drafts[id];
            var records = new Records(turn.Loaded ?? System.Collections.Immutable.ImmutableDictionary<string, Draft>.Empty);
            var context = new DialogContext(Scene.For(library, turn.State, now, records), turn.State, flow, draft);
            var isForm = action[DataKeys.Page] == Dialog.FormPage;
            Assert.All(ask.Fields, field => Assert.True(isForm ? Dialog.CanApply(context, flow.Find(field.Question.Id)!) : Dialog.Applies(context, flow.Find(field.Question.Id)!), $"{field.Question.Id} does not apply"));
            Assert.True(!isForm || draft.Form);
            var firstOpen = flow.Pages.FirstOrDefault(page => page.Questions.Any(question => Dialog.Applies(context, question) && !draft.Answers.ContainsKey(question.Id)));
            var again = draft.Asked is not null || ask.Notice is not null || ask.Fields.Any(field => field.Problem is not null);
            Assert.True(again || isForm || firstOpen?.Id == action[DataKeys.Page], $"asked {action[DataKeys.Page]} instead of {firstOpen?.Id}");
        }
    }
}
