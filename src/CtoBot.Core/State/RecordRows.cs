using System.Collections.Immutable;
using CtoBot.Core.Flows;

namespace CtoBot.Core.State;

/// <summary>The rows that hold filed dialogs: one each, with the dialog as JSON.</summary>
public static class RecordRows
{
    /// <summary>What their keys begin with.</summary>
    public const string Prefix = "record|";

    /// <summary>The column that holds the dialog.</summary>
    public const string Json = "json";

    /// <summary>The key of a dialog's row.</summary>
    /// <param name="id">See <see cref="Draft.Id"/>.</param>
    public static string KeyOf(string id) => Prefix + id;

    /// <summary>The rows that a turn writes or, without columns, removes.</summary>
    public static IEnumerable<FlatRow> Changes(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Filed.Select(filed => new FlatRow(KeyOf(filed.Key), filed.Value is { } draft ? Columns(draft) : null));
    }

    private static ImmutableDictionary<string, object> Columns(Draft draft) => ImmutableDictionary<string, object>.Empty
        .Add("flow", draft.Flow)
        .Add("subject", draft.Subject)
        .Add("started", draft.StartedAt)
        .Add(Json, StateJson.WriteDraft(draft));
}
