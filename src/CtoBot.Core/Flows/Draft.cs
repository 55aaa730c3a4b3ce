using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Flows;

/// <summary>
/// A dialog with one person about one subject: its answers, and nothing of where in the dialog the person is.
/// What is asked next follows from the answers (<see cref="Dialog.Next"/>).
/// </summary>
/// <param name="Flow">Which flow.</param>
/// <param name="Subject">What it is about, e.g. a step's id; empty for a flow of which there is one a person.</param>
/// <param name="StartedAt">When it was opened.</param>
/// <param name="Answers">By question id. May hold answers of questions that no longer apply: they are kept and not shown.</param>
/// <param name="Status">Whether it still asks.</param>
/// <param name="View">The view that the dialog was opened from and goes back to; empty for none.</param>
/// <param name="Asked">What the person asked to see again ("back", "edit", "add another"), until it is answered, see <see cref="Asking.Name"/>; or null.</param>
/// <param name="Filed">Whether it was filed before (<see cref="Flow.File"/>): then it is never dropped, and replaced answers are kept.</param>
/// <param name="Earlier">The answers that others took the place of after it was filed, the oldest first; default for none.</param>
/// <param name="Form">Whether the person wants all questions on one card; looked at only if <see cref="Flow.Form"/>.</param>
public sealed record Draft(
    string Flow,
    string Subject,
    Instant StartedAt,
    ImmutableDictionary<string, Answer> Answers,
    DraftStatus Status = DraftStatus.Open,
    string View = "",
    string? Asked = null,
    bool Filed = false,
    ImmutableArray<EarlierAnswer> Earlier = default,
    bool Form = false)
{
    /// <summary>How many replaced answers are kept.</summary>
    private const int MostEarlier = 100;

    /// <summary>How many characters of them, unless the latest alone has more.</summary>
    private const int MostEarlierLength = 100_000;

    /// <summary>The key in <see cref="State.PersonState.Drafts"/>.</summary>
    public string Id => IdOf(Flow, Subject);

    /// <summary>The dialog as it remembers, once filed, the answer of a question that is about to be replaced. What was replaced long ago makes room.</summary>
    internal Draft Remembering(string question)
    {
        if (!Filed || !Answers.TryGetValue(question, out var replaced))
            return this;
        var earlier = (Earlier.IsDefault ? [] : Earlier).Add(new EarlierAnswer(question, replaced));
        while (earlier.Length > MostEarlier || (earlier.Length > 1 && earlier.Sum(entry => State.UndoLength.Of(entry.Answer.Value)) > MostEarlierLength))
            earlier = earlier.RemoveAt(0);
        return this with { Earlier = earlier };
    }

    /// <summary>The key of the dialog of this flow about this subject.</summary>
    public static string IdOf(string flow, string subject) => subject.Length == 0 ? flow : $"{flow}:{subject}";

    /// <summary>The answer of this question if it was answered and not skipped, or null.</summary>
    public T? Value<T>(string question) where T : AnswerValue =>
        Answers.TryGetValue(question, out var answer) ? answer.Value as T : null;
}

/// <summary>An answer that another took the place of.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Answer">What was answered before.</param>
public sealed record EarlierAnswer(string Question, Answer Answer);

/// <summary>Whether a dialog still asks.</summary>
public enum DraftStatus
{
    /// <summary>Questions are open.</summary>
    Open,

    /// <summary>The person said "later": it waits until it is asked for.</summary>
    Later,

    /// <summary>Everything that applies is answered.</summary>
    Done,
}
