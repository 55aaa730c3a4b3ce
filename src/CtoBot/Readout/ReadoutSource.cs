using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.Readout;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Extensions.Caching.Memory;
using NodaTime.Extensions;

namespace CtoBot.Readout;

/// <summary>Makes a person's readout of what is kept of them.</summary>
internal sealed class ReadoutSource(IStore store, ContentLibrary library, TimeProvider time) : IDisposable
{
    /// <summary>How long a readout is kept for who reads it: a search asks for it with every few letters.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>How many quotes and rows of tables are kept in all, about: what is over that is made anew.</summary>
    private const int MostKept = 50_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The readout and the agreement that goes with it; null of somebody who has none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="own">Whether the person reads it themselves, see <see cref="ReadoutReport.Of"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<(ReadoutPage Page, Reply.Sheet? Agreement)?> ReadAsync(PersonKey person, bool own, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
        if (row is null || StateRow.IsErasing(row))
        {
            kept.Remove(person.Partition);
            return null;
        }

        // What the state is made of is written with it: its ETag is that of all.
        if (own && kept.TryGetValue(person.Partition, out Kept? before) && before!.ETag == row.ETag && time.GetUtcNow() - before.At < KeptFor)
            return (before.Page, null);
        var state = StateRow.Read(row);
        var records = await StateRow.ReadRecordsAsync(store, person, cancellationToken);
        if (ReadoutReport.Of(library, state, records, time.GetUtcNow().ToInstant(), own) is not { } page)
            return null;
        if (own)
            kept.Set(person.Partition, new Kept(row.ETag, time.GetUtcNow(), page), new MemoryCacheEntryOptions { Size = SizeOf(page), AbsoluteExpirationRelativeToNow = KeptFor });
        return (page, own ? null : await AgreementAsync(person, state, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private static int SizeOf(ReadoutPage page) => 1 + page.Sections.Sum(section => section.Quotes.Length + section.Tables.Sum(table => table.Rows.Length));

    /// <summary>What the person agreed with the other: the latest that both have signed.</summary>
    private async Task<Reply.Sheet?> AgreementAsync(PersonKey person, PersonState state, CancellationToken cancellationToken)
    {
        foreach (var id in (state.Pairs?.Ids ?? []).Reverse())
        {
            if (PairKey.Of(person, id) is not { } key)
                continue;
            var (pair, _) = await new PairStore(store, library).ReadAsync(key, cancellationToken);
            if (pair is { IsAgreed: true } && AgreementPage.Of(library, state, person.PersonId, pair, time.GetUtcNow().ToInstant()) is { } agreed)
                return agreed.Sheet;
        }

        return null;
    }

    private sealed record Kept(string ETag, DateTimeOffset At, ReadoutPage Page);
}
