using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Tests.Support;

/// <summary>Keeps a person's filed dialogs as a store does: as JSON, and loaded only for a step that wants them.</summary>
public sealed class RecordShelf
{
    private ImmutableDictionary<string, Draft> _filed = ImmutableDictionary<string, Draft>.Empty;

    /// <summary>How many dialogs are filed.</summary>
    public int Count => _filed.Count;

    /// <summary>The filed dialogs, each as it comes back from JSON.</summary>
    public ImmutableDictionary<string, Draft> Load() => _filed;

    /// <summary>A shelf with the same dialogs.</summary>
    public RecordShelf Copy() => new() { _filed = _filed };

    /// <summary>Files a dialog that nobody had.</summary>
    public void Put(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _filed = _filed.SetItem(draft.Id, StateJson.ReadDraft(StateJson.WriteDraft(draft)));
    }

    /// <summary>The state as if nothing were filed: every dialog stands in it.</summary>
    public PersonState With(PersonState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state with { Drafts = Load().SetItems(state.Drafts) };
    }

    /// <summary>Takes a step as the turn runner does; <see cref="Keep"/> what it files.</summary>
    public Turn Step(ContentLibrary library, PersonState state, Input input, Instant now, Shared? shared = null)
    {
        var turn = Conversation.Step(library, state, input, now, shared: shared);
        return turn.WantsRecords ? Conversation.Step(library, state, input, now, Load(), shared) : turn;
    }

    /// <summary>Keeps what a turn files, unless it is a repeated one.</summary>
    public void Keep(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Erase)
            _filed = _filed.Clear();
        foreach (var (id, draft) in turn.Filed)
        {
            if (draft is null)
                _filed = _filed.Remove(id);
            else
                Put(draft);
        }
    }
}
