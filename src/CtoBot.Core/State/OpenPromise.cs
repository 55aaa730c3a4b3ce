using NodaTime;

namespace CtoBot.Core.State;

/// <summary>What the state keeps of a promise or next step that is open and has a day: enough to remind of it. The rest is in the filed dialog it was given in.</summary>
/// <param name="Key">What names it in a card, see <see cref="Findings.PromiseChange.KeyOf"/>.</param>
/// <param name="What">What shall be done, cut off where it is long.</param>
/// <param name="Due">By when.</param>
/// <param name="Who">Who shall do it, as it was written; null for the person, or if it was not said.</param>
/// <param name="Customer">The id of the customer to whom it was promised; null in a meeting, or if it is not known any more.</param>
public sealed record OpenPromise(string Key, string What, LocalDate Due, string? Who = null, string? Customer = null);
