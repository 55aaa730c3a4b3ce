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
        state.Drafts.Values
            .Where(draft => draft.Subject == pairId && draft.Status == DraftStatus.Done)
            .Select(draft => (Question: FiveIds.QuestionOf(draft.Flow), Answers: draft.Answers.ToImmutableDictionary(answer => answer.Key, answer => answer.Value.Value)))
            .Where(item => item.Question is not null)
            .ToImmutableDictionary(item => item.Question!, item => item.Answers));
}
