using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>
/// Which links were used: a row each in the bot's own partition, written on condition that there is none, so that of two who use a link at once
/// one is refused, on any instance. It holds the link's random number and its expiry, and nothing of a person. What has expired is removed with the next.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="time">The clock.</param>
public sealed class UsedLinks(IStore store, TimeProvider time)
{
    internal const string Prefix = "used-link|";

    /// <summary>How many expired ones are removed at once; the rest go with the next link.</summary>
    private const int MostRemoved = 50;

    /// <summary>Uses a link up. False if it was used before.</summary>
    /// <param name="token">A token that <see cref="ExportToken.Read"/> has taken for good.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer: the link may be used up.</exception>
    internal async Task<bool> TakeAsync(string token, CancellationToken cancellationToken)
    {
        var row = new Row(Prefix + ExportToken.IdOf(token), ImmutableDictionary<string, object>.Empty.Add("used", time.GetUtcNow()));
        if (!(await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, [new RowChange.Add(row)], cancellationToken)).Saved)
            return false;
        var expired = new List<RowChange>();
        var until = Prefix + time.GetUtcNow().ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture);
        await foreach (var old in store.QueryAsync(StoreTable.CtoBot, LinkKey.Partition, new KeyRange(Prefix, until), cancellationToken))
        {
            expired.Add(new RowChange.Delete(old.Key));
            if (expired.Count == MostRemoved)
                break;
        }

        if (expired.Count > 0)
            await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, expired, cancellationToken);
        return true;
    }
}
