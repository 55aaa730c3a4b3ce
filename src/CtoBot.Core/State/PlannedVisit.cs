using NodaTime;

namespace CtoBot.Core.State;

/// <summary>What the state keeps of a customer: enough to name one. The rest is the filed dialog <c>customer</c>.</summary>
/// <param name="Name">As the person wrote it.</param>
/// <param name="City">Where they are, or empty.</param>
/// <param name="Zone">IANA id; empty if it was not said.</param>
/// <param name="Order">Place in the list, from 0.</param>
/// <param name="Archived">Whether the person put it away.</param>
public sealed record CustomerEntry(string Name, string City = "", string Zone = "", int Order = 0, bool Archived = false);

/// <summary>What the state keeps of a visit until it was debriefed and some days after. The rest is the filed dialog <c>visit</c>.</summary>
/// <param name="Customer">The customer's id.</param>
/// <param name="Start">Date and time at the place of the visit.</param>
/// <param name="Zone">IANA id of the place.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Debriefed">Whether its debrief has ended.</param>
public sealed record VisitEntry(string Customer, LocalDateTime Start, string Zone, int Minutes, bool Debriefed = false);
