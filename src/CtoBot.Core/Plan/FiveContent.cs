using System.Collections.Immutable;

namespace CtoBot.Core.Plan;

/// <summary>The CMO's five questions to the new CTO as an author wrote them in <c>five.json</c>: a guide to read.</summary>
/// <param name="Title">What a person reads above it.</param>
/// <param name="Lead">One or two sentences: what the conversation is for.</param>
/// <param name="Questions">In the order in which they are best asked.</param>
public sealed record FiveContent(string Title, string Lead, ImmutableArray<FiveQuestion> Questions);

/// <summary>One of the five questions.</summary>
/// <param name="Id">Unique in the guide. Never reused for something else: what two people agree is kept under it.</param>
/// <param name="Title">The question, short.</param>
/// <param name="Purpose">What the question is for.</param>
/// <param name="Opening">How the CMO can begin, as the CMO would say it.</param>
/// <param name="FollowUps">Questions that lead further, in the CMO's words.</param>
/// <param name="Result">What the two should have in hand afterwards.</param>
public sealed record FiveQuestion(
    string Id,
    string Title,
    string Purpose,
    string Opening,
    ImmutableArray<string> FollowUps,
    string Result);
