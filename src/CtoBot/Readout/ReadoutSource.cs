using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.Readout;
using CtoBot.Core.State;
using CtoBot.Turns;
using NodaTime.Extensions;

namespace CtoBot.Readout;

/// <summary>Makes a person's readout of what is kept of them.</summary>
internal sealed class ReadoutSource(IStore store, ContentLibrary library, TimeProvider time)
{
    /// <summary>The readout and the agreement that goes with it; null of somebody who has none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="own">Whether the person reads it themselves, see <see cref="ReadoutReport.Of"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<(ReadoutPage Page, Reply.Sheet? Agreement)?> ReadAsync(PersonKey person, bool own, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
        if (row is null || StateRow.IsErasing(row))
            return null;
        var state = StateRow.Read(row);
        var records = await StateRow.ReadRecordsAsync(store, person, cancellationToken);
        if (ReadoutReport.Of(library, state, records, time.GetUtcNow().ToInstant(), own) is not { } page)
            return null;
        return (page, own ? null : await AgreementAsync(person, state, cancellationToken));
    }

    /// <summary>What the person agreed with the other: the latest that there is.</summary>
    private async Task<Reply.Sheet?> AgreementAsync(PersonKey person, PersonState state, CancellationToken cancellationToken)
    {
        foreach (var id in (state.Pairs?.Ids ?? []).Reverse())
        {
            if (PairKey.Of(person, id) is not { } key)
                continue;
            var (pair, _) = await new PairStore(store, library).ReadAsync(key, cancellationToken);
            if (pair is not null && AgreementPage.Of(library, state, person.PersonId, pair, time.GetUtcNow().ToInstant()) is { } agreed)
                return agreed.Sheet;
        }

        return null;
    }
}
