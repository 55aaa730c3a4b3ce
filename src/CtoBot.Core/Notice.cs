using System.Globalization;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>What just happened, said on top of a card.</summary>
/// <param name="Text">In words.</param>
/// <param name="Undoes">The revision that "undo" takes back; null if nothing changed.</param>
internal sealed record Notice(string Text, long? Undoes = null)
{
    /// <summary>Words about no change.</summary>
    public static implicit operator Notice?(string? text) => text is null ? null : new Notice(text);

    /// <summary>Words about what made <paramref name="after"/> of <paramref name="before"/>; if that is nothing, there is nothing to undo.</summary>
    public static Notice Change(string text, PersonState before, PersonState after) =>
        new(text, ReferenceEquals(before.Undo, after.Undo) ? null : after.Revision);

    /// <summary>Takes this change back, and no other: pressed twice or after another change, the button is out of date.</summary>
    public CardAction UndoAction(string view) => CardAction.Of(
        Verbs.Undo,
        (DataKeys.View, view),
        (DataKeys.Seen, Undoes?.ToString(CultureInfo.InvariantCulture) ?? ""));
}
