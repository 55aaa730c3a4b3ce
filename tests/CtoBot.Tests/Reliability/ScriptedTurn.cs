using CtoBot.Core;

namespace CtoBot.Tests.Reliability;

/// <summary>One turn of a script.</summary>
/// <param name="Input">What the person did. Its id is the turn's own.</param>
/// <param name="At">When.</param>
/// <param name="Forgot">Whether nothing is known of the person after it.</param>
internal sealed record ScriptedTurn(Input Input, DateTimeOffset At, bool Forgot);
