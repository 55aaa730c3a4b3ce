using System.Collections.Immutable;

namespace CtoBot.Core.Sharing;

/// <summary>What a person wants to share and has not sent yet: what the preview is made from.</summary>
/// <param name="To">The Entra object ids of the recipients, each once, in the order in which they were chosen.</param>
/// <param name="What">The function whose part it is, a key of <see cref="Customers.Functions.All"/>; empty for the whole readout.</param>
/// <param name="Sections">The sections of the whole readout, by <see cref="ShareSections.All"/>; of no meaning for a part.</param>
public sealed record SharePlan(ImmutableList<string> To, string What, ImmutableList<string> Sections);
