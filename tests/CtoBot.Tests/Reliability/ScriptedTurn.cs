using CtoBot.Core;

namespace CtoBot.Tests.Reliability;

/// <summary>One turn of a script.</summary>
/// <param name="Input">What the person did. Its id is the turn's own.</param>
/// <param name="At">When.</param>
internal sealed record ScriptedTurn(Input Input, DateTimeOffset At);
