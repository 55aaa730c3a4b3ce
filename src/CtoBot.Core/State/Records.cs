using System.Collections.Immutable;
using CtoBot.Core.Flows;

namespace CtoBot.Core.State;

/// <summary>
/// The dialogs of a person that were filed (<see cref="Flow.File"/>), beside the state. They are loaded only for a step that looks at them:
/// a step that wanted them and did not have them is thrown away and done again (<see cref="Turn.WantsRecords"/>).
/// </summary>
/// <param name="filed">By <see cref="Draft.Id"/>; null if they are not loaded.</param>
internal sealed class Records(ImmutableDictionary<string, Draft>? filed)
{
    /// <summary>Whether a step looked at what was not loaded: what came of it means nothing.</summary>
    public bool Missing { get; private set; }

    /// <summary>A dialog that is filed, or open in the state; null if there is none.</summary>
    public Draft? Find(PersonState state, string flow, string subject)
    {
        var id = Draft.IdOf(flow, subject);
        return state.Drafts.GetValueOrDefault(id)
            ?? (state.Filing.TryGetValue(id, out var now) ? now : Load().GetValueOrDefault(id));
    }

    /// <summary>Every dialog: the filed ones as they are after this turn, and those that are open in the state.</summary>
    public IEnumerable<Draft> All(PersonState state) =>
    [
        .. Load().Values.Where(draft => !state.Drafts.ContainsKey(draft.Id) && !state.Filing.ContainsKey(draft.Id)),
        .. state.Filing.Values.OfType<Draft>().Where(draft => !state.Drafts.ContainsKey(draft.Id)),
        .. state.Drafts.Values,
    ];

    private ImmutableDictionary<string, Draft> Load()
    {
        Missing |= filed is null;
        return filed ?? ImmutableDictionary<string, Draft>.Empty;
    }
}
