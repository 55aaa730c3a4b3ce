using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>A time zone that a person named.</summary>
/// <param name="Id">The IANA id, valid in the tz database and in the spelling people know, for example <c>Europe/Berlin</c>.</param>
/// <param name="Alternatives">Other ids the text may have meant, likeliest first; empty when it was clear. Offer them when not empty.</param>
public sealed record ZoneChoice(string Id, ImmutableArray<string> Alternatives);
