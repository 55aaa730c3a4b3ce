using System.Collections.Immutable;
using CtoBot.Core;

namespace CtoBot.Benchmarks.Turns;

/// <summary>A button that was pressed, with what stood in the inputs by question id.</summary>
internal sealed record Press(CardAction Action, ImmutableDictionary<string, string> Fields);
