namespace CtoBot.Core;

/// <summary>What just happened, said on top of a card.</summary>
/// <param name="Text">In words.</param>
/// <param name="CanUndo">Whether it is a change that "undo" takes back.</param>
internal sealed record Notice(string Text, bool CanUndo = false)
{
    /// <summary>Words about no change.</summary>
    public static implicit operator Notice?(string? text) => text is null ? null : new Notice(text);
}
