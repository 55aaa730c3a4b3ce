using System.Threading.RateLimiting;

namespace CtoBot.Export;

/// <summary>How many files are made at once on this instance: each is held in memory as a whole and takes a processor for a while.</summary>
internal sealed class FileWriters : IDisposable
{
    /// <summary>How many are made at once.</summary>
    public const int AtOnce = 2;

    /// <summary>How many wait for one of those; whoever comes then is asked to come again.</summary>
    public const int Waiting = 8;

    /// <summary>When to come again, in seconds.</summary>
    public const string RetryAfter = "10";

    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = AtOnce, QueueLimit = Waiting });

    /// <summary>Takes a place; it is given back when the lease is disposed of. One that was not acquired is none.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => places.AcquireAsync(1, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
