using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>What came of answers that were given.</summary>
/// <param name="Context">The dialog with what could be taken.</param>
/// <param name="Problems">What could not, by question id: as given, and what is wrong.</param>
/// <param name="Stale">Questions that were answered elsewhere since the card was shown, and kept.</param>
/// <param name="Changed">Whether an answer is another than before.</param>
internal sealed record Submission(
    DialogContext Context,
    ImmutableDictionary<string, (string Raw, string Problem)> Problems,
    ImmutableArray<Question> Stale,
    bool Changed)
{
    /// <summary>
    /// Takes answers into a dialog. A good answer is kept even if another of the same card is bad.
    /// </summary>
    /// <param name="context">The dialog.</param>
    /// <param name="questions">Those of the card, in order.</param>
    /// <param name="fields">What was given, by question id; a missing or blank one was left empty.</param>
    /// <param name="seen">The revision of each answer that the card showed; null for typed words, which are never stale.</param>
    public static Submission Take(
        DialogContext context,
        IEnumerable<Question> questions,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, long>? seen)
    {
        var problems = ImmutableDictionary.CreateBuilder<string, (string, string)>(StringComparer.Ordinal);
        var stale = ImmutableArray.CreateBuilder<Question>();
        var before = context.Draft;
        var revision = context.State.Revision + 1;
        foreach (var question in questions.Where(question => Dialog.Applies(context, question)))
        {
            var raw = fields.GetValueOrDefault(question.Id, "");
            if (!Read(context, question, raw).TryGet(out var value, out var problem))
            {
                problems[question.Id] = (raw, context.Scene.Texts.Say(problem));
                continue;
            }

            var present = context.Draft.Answers.GetValueOrDefault(question.Id);
            if (value.SameAs(present?.Value))
                continue;
            if (seen is not null && present is not null && present.Revision != seen.GetValueOrDefault(question.Id))
            {
                stale.Add(question);
                continue;
            }

            var answers = context.Draft.Answers.SetItem(question.Id, new Answer(value, revision, context.Scene.Now));
            var earlier = present is not null && context.Draft.Filed ? Earlier(context.Draft).Add(new EarlierAnswer(question.Id, present)) : context.Draft.Earlier;
            context = context with { Draft = context.Rules.Changed(context.Draft with { Answers = answers, Earlier = earlier }, question.Id) };
        }

        return new Submission(Keep(context, before, revision), problems.ToImmutable(), stale.ToImmutable(), context.Draft != before);
    }

    private static ImmutableArray<EarlierAnswer> Earlier(Draft draft) => draft.Earlier.IsDefault ? [] : draft.Earlier;

    private static Reading.Reading<AnswerValue> Read(DialogContext context, Question question, string raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return question.Required
                ? new Reading.Problem("dialog.required", ImmutableDictionary<string, string>.Empty.Add("question", question.Name))
                : new AnswerValue.Skipped();
        }

        if (!question.Required && question.Kind is QuestionKind.People or QuestionKind.Rows && SaysNone(context, raw))
            return new AnswerValue.Skipped();

        var reading = AnswerText.Read(context.Scene, question, context.OptionsOf(question), raw);
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
