using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>What a person gave as answers.</summary>
/// <param name="Fields">What stands in the inputs, by input id; a missing or blank one was left empty.</param>
/// <param name="Seen">The revision of each answer that the card showed; null for typed words, which are never stale.</param>
/// <param name="Line">The line of a table that the card changes, see <see cref="Lines.Reference"/>; of typed words its id; empty for none.</param>
/// <param name="Stays">Whether the card is to be shown again: then what was left empty is still open.</param>
internal sealed record Given(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, long>? Seen = null, string Line = "", bool Stays = false);

/// <summary>What stood in an input.</summary>
/// <param name="Raw">As given.</param>
/// <param name="Problem">What is wrong with it; null if it stands beside something that is.</param>
internal sealed record Entered(string Raw, string? Problem);

/// <summary>What came of answers that were given.</summary>
/// <param name="Context">The dialog with what could be taken.</param>
/// <param name="Problems">What could not, by input id. A line of a table is taken whole or not at all: what was good in it stands here as well.</param>
/// <param name="Stale">Questions that were answered elsewhere since the card was shown, and kept.</param>
/// <param name="Changed">Whether an answer is another than before.</param>
internal sealed record Submission(
    DialogContext Context,
    ImmutableDictionary<string, Entered> Problems,
    ImmutableArray<Question> Stale,
    bool Changed)
{
    /// <summary>
    /// Takes answers into a dialog. A good answer is kept even if another of the same card is bad.
    /// </summary>
    /// <param name="context">The dialog.</param>
    /// <param name="questions">Those of the card, in order.</param>
    /// <param name="given">What was given.</param>
    public static Submission Take(DialogContext context, IEnumerable<Question> questions, Given given)
    {
        var problems = ImmutableDictionary.CreateBuilder<string, Entered>(StringComparer.Ordinal);
        var stale = ImmutableArray.CreateBuilder<Question>();
        var before = context.Draft;
        var revision = context.State.Revision + 1;
        var added = 0;
        foreach (var question in questions)
        {
            // A form asks what may apply. What was filled in is kept even if it turns out that it does not.
            var applies = Dialog.Applies(context, question);
            if (!applies && !(context.Flow.Form && given.Fields.Any(field => question.Has(field.Key) && !string.IsNullOrWhiteSpace(field.Value))))
                continue;
            var present = context.Draft.Answers.GetValueOrDefault(question.Id);
            AnswerValue? value;
            if (question.IsEntry)
            {
                var taken = TakeLines(context, question, given, NewId);
                if (applies)
                    problems.AddRange(taken.Problems);
                value = taken.Value;
            }
            else
            {
                var raw = given.Fields.GetValueOrDefault(question.Id, "");
                if ((given.Stays && present is null && string.IsNullOrWhiteSpace(raw)) || IsNameAsShown(context, question, raw, present?.Value, given))
                    continue;
                if (!Read(context, question, raw, NewId).TryGet(out value, out var problem) && applies)
                    problems[question.Id] = new Entered(raw, context.Scene.Texts.Say(problem));
                if (value is null || value.SameAs(present?.Value) || IsSameText(value, present?.Value, given))
                    continue;
                if (given.Seen is { } seen && present is not null && present.Revision != seen.GetValueOrDefault(question.Id))
                {
                    if (applies)
                        stale.Add(question);
                    continue;
                }
            }

            if (value is not null)
                context = Put(context, question, new Answer(value, revision, context.Scene.Now));
        }

        return new Submission(Keep(context, before, revision), problems.ToImmutable(), stale.ToImmutable(), context.Draft != before);

        string NewId() => Lines.IdOf(revision, ++added);
    }

    /// <summary>Removes a line of a table; null if it is not there, or not as the card showed it.</summary>
    /// <param name="context">The dialog.</param>
    /// <param name="question">The question.</param>
    /// <param name="reference">The line, see <see cref="Lines.Reference"/>.</param>
    public static Submission? Remove(DialogContext context, Question question, string reference)
    {
        var before = context.Draft;
        var lines = context.LinesOf(question);
        if (lines.FirstOrDefault(line => Lines.Reference(line) == reference) is not { } removed)
            return null;
        var revision = context.State.Revision + 1;
        var left = lines.Remove(removed);
        AnswerValue value = left.IsEmpty ? new AnswerValue.Skipped() : new AnswerValue.Table(left);
        context = Put(context, question, left.IsEmpty && question.Required ? null : new Answer(value, revision, context.Scene.Now));
        return new Submission(Keep(context, before, revision), ImmutableDictionary<string, Entered>.Empty, [], Changed: true);
    }

    /// <summary>Gives a question another answer, or none. What stood in a filed dialog is kept beside it.</summary>
    private static DialogContext Put(DialogContext context, Question question, Answer? answer)
    {
        var draft = context.Draft.Remembering(question.Id);
        var answers = answer is null ? draft.Answers.Remove(question.Id) : draft.Answers.SetItem(question.Id, answer);
        return context with { Draft = context.Rules.Changed(draft with { Answers = answers }, question.Id) };
    }

    private static TableTaken TakeLines(DialogContext context, Question question, Given given, Func<string> newId)
    {
        var entry = new TableEntry(context, question, newId);
        if (given.Seen is not null)
            return entry.Take(given);
        var words = given.Fields.GetValueOrDefault(question.Id, "");
        return !question.Required && SaysNone(context, words) ? entry.Hear("", null) : entry.Hear(words, given.Line);
    }

    /// <summary>An input of a card may change the line ends of what it shows: that is no other answer.</summary>
    private static bool IsSameText(AnswerValue value, AnswerValue? present, Given given) =>
        given.Seen is not null && value is AnswerValue.Text now && present is AnswerValue.Text then && Lines.SameWords(then.Words, now.Words);

    /// <summary>An input that shows the name of somebody who was mentioned sends back the name alone, and does not know whose it is.</summary>
    private static bool IsNameAsShown(DialogContext context, Question question, string raw, AnswerValue? present, Given given) =>
        question.Directory && given.Seen is not null && present is not null && raw == AnswerText.Raw(present, question, context.Scene.Region);

    private static Reading.Reading<AnswerValue> Read(DialogContext context, Question question, string raw, Func<string> newId)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return question.Required
                ? new Reading.Problem("dialog.required", ImmutableDictionary<string, string>.Empty.Add("question", question.Name))
                : new AnswerValue.Skipped();
        }

        if (!question.Required && question.Kind is QuestionKind.People or QuestionKind.Rows && SaysNone(context, raw))
            return new AnswerValue.Skipped();

        var columns = context.ColumnsOf(question);
        var reading = AnswerText.Read(context.Scene, question with { Columns = columns }, context.OptionsOf(question), raw);
        if (reading is { Ok: true, Value: AnswerValue.Table table })
        {
            var lines = Lines.Identify(table.Lines, context.LinesOf(question), columns, newId);
            reading = TableEntry.Limit(question, [], lines) is { } limit ? limit : new AnswerValue.Table(lines);
        }

        return reading.Ok && context.Rules.Refuse(context, question, reading.Value) is { } refusal ? refusal : reading;
    }

    /// <summary>"None" is nobody's name.</summary>
    private static bool SaysNone(DialogContext context, string raw)
    {
        var words = context.Scene.Content.Words;
        var said = Reading.Normalise.ForCompare(raw).Trim('.', '!', ' ');
        return words.None.Contains(said) || words.No.Contains(said);
    }

    private static DialogContext Keep(DialogContext context, Draft before, long revision)
    {
        if (context.Draft == before)
            return context;
        var changed = before.Answers.Keys.Union(context.Draft.Answers.Keys)
            .Where(id => before.Answers.GetValueOrDefault(id) != context.Draft.Answers.GetValueOrDefault(id));
        var state = context.State with { Revision = revision };
        state = state.Put(context.Draft);
        if (context.Draft.Filed)
            state = context.Rules.Index(state, context.Draft);
        if (context.Flow.Keep)
            state = state.Remember(new UndoEntry("undo.answer", context.Fill(context.Flow.Title), ImmutableDictionary<string, StepState?>.Empty, [Changes.Before(before, changed)]));
        return context with { State = state };
    }

    /// <summary>Reads <see cref="DataKeys.Seen"/>; what is malformed counts as not seen.</summary>
    public static IReadOnlyDictionary<string, long> ReadSeen(string seen)
    {
        var revisions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in seen.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.LastIndexOf(':');
            if (colon > 0 && long.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                revisions[part[..colon]] = revision;
        }

        return revisions;
    }

    /// <summary>Writes <see cref="DataKeys.Seen"/>.</summary>
    public static string WriteSeen(Draft draft, IEnumerable<Question> questions) =>
        string.Join(' ', questions.Select(question => string.Create(CultureInfo.InvariantCulture, $"{question.Id}:{draft.Answers.GetValueOrDefault(question.Id)?.Revision ?? 0}")));
}
