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
/// <param name="log">Where it says that what has expired was not removed.</param>
public sealed partial class UsedLinks(IStore store, TimeProvider time, ILogger<UsedLinks> log)
{
    internal const string Prefix = "used-link|";

    /// <summary>How many expired ones are removed at once; the rest go with the next link.</summary>
    private const int MostRemoved = 50;

    /// <summary>Whether a link was used. Only <see cref="TakeAsync"/> decides between two at once.</summary>
    /// <param name="token">A token that <see cref="ExportToken.Read"/> has taken for good.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    internal async Task<bool> HasAsync(string token, CancellationToken cancellationToken) =>
        await store.ReadAsync(StoreTable.CtoBot, LinkKey.Partition, Prefix + ExportToken.IdOf(token), cancellationToken) is not null;

    /// <summary>Uses a link up. False if it was used before.</summary>
    /// <param name="token">A token that <see cref="ExportToken.Read"/> has taken for good.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer: the link may be used up.</exception>
    internal async Task<bool> TakeAsync(string token, CancellationToken cancellationToken)
    {
        var row = new Row(Prefix + ExportToken.IdOf(token), ImmutableDictionary<string, object>.Empty.Add("used", time.GetUtcNow()));
        if (!(await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, [new RowChange.Add(row)], cancellationToken)).Saved)
            return false;
        try
        {
            await RemoveExpiredAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The link is used up: whoever used it shall have what it leads to. What is left goes with the next.
            LogLeft(log);
        }

        return true;
    }

    private async Task RemoveExpiredAsync(CancellationToken cancellationToken)
    {
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
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is kept of expired links was not removed: the store did not answer. The next link does it.")]
    private static partial void LogLeft(ILogger logger);
}
