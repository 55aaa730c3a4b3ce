using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>What one person brings to a partnership: what they want done, and what they have answered in private.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Intents">In order.</param>
/// <param name="Private">The answers of every question that they have answered to the end, by question.</param>
internal sealed record PairSide(
    string PersonId,
    ImmutableList<PairIntent> Intents,
    ImmutableDictionary<string, ImmutableDictionary<string, AnswerValue>> Private)
{
    /// <summary>Out of a person's own state.</summary>
    public static PairSide Of(string personId, PersonState state, string pairId) => new(
        personId,
        state.Pairs is { } pairs ? pairs.Pending.RemoveAll(intent => intent.PairId != pairId) : [],
        FiveIds.Questions
            .Select(question => (Question: question, Draft: Answered(state, pairId, question)))
            .Where(item => item.Draft is not null)
            .ToImmutableDictionary(item => item.Question, item => SharedAnswers.Of(item.Draft!)));

    /// <summary>
    /// The private dialog of a question if it was answered to the end, or null. One in which everything was skipped is no answer: nobody
    /// sees the other's for nothing.
    /// </summary>
    public static Draft? Answered(PersonState state, string pairId, string question) =>
        state.Drafts.GetValueOrDefault(Draft.IdOf(FiveIds.FlowOf(question), pairId)) is { Status: DraftStatus.Done } draft && draft.Answers.Values.Any(answer => answer.Value is not AnswerValue.Skipped)
            ? draft
            : null;
}
