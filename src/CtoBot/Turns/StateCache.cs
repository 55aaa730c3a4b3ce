using CtoBot.Core.State;
using Microsoft.Extensions.Caching.Memory;

namespace CtoBot.Turns;

/// <summary>
/// The states of those who were here a moment ago, so that their documents need not be read as JSON again. What counts is always the row that
/// the store gave: a state is taken from here only if the document in that row is, character for character, the one that the state was read from
/// or written as. So another instance, a restored database or an erased person need not be known here.
/// </summary>
public sealed class StateCache : IDisposable
{
    /// <summary>What all documents together may have, in characters: about 60 people, so that what is kept to save time stays small.</summary>
    private const int MostCharacters = 300_000;

    /// <summary>How long somebody's words stay in memory after their last turn.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(5);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The state in a person's row.</summary>
    /// <exception cref="NewerSchemaException">A newer program wrote it.</exception>
    internal PersonState Read(PersonKey person, Row row)
    {
        if (StateRow.Document(row) is not { } document)
            return StateRow.Read(row);
        if (cache.TryGetValue(person.Partition, out Entry? entry) && entry!.Document == document)
            return entry.State;
        var state = StateRow.Read(row);
        Keep(person, document, state);
        return state;
    }

    /// <summary>Notes what was written of somebody whose state is here. Reminders, which go to everybody, drive nobody out.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="changes">The transaction; the state's document is looked for in it.</param>
    /// <param name="state">The state that it was written from.</param>
    internal void Written(PersonKey person, IReadOnlyList<RowChange> changes, PersonState state)
    {
        if (!cache.TryGetValue(person.Partition, out _))
            return;
        foreach (var change in changes)
        {
            var row = change switch { RowChange.Add add => add.Row, RowChange.Replace replace => replace.Row, _ => null };
            if (row?.Key == PersonKey.StateRow && StateRow.Document(row) is { } document)
                Keep(person, document, state.AsKept());
        }
    }

    /// <summary>Drops what is known of a person.</summary>
    internal void Forget(PersonKey person) => cache.Remove(person.Partition);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private void Keep(PersonKey person, string document, PersonState state)
    {
        using var entry = cache.CreateEntry(person.Partition);
        entry.Value = new Entry(document, state);
        entry.Size = document.Length;
        entry.SlidingExpiration = Stay;
    }

    private sealed record Entry(string Document, PersonState State);
}
