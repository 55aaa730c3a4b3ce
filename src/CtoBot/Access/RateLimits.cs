using System.Threading.RateLimiting;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>
/// How much of one person and of one tenant is worked on. Taken after the caller is known, so that nobody uses up what is another's.
/// Whoever has been quiet for a while is not remembered.
/// </summary>
public sealed class RateLimits : IDisposable
{
    /// <summary>How many activities of a person wait for those before, at most.</summary>
    private const int Waiting = 12;

    /// <summary>How often somebody who is too fast is told so.</summary>
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromSeconds(30);

    private readonly PartitionedRateLimiter<Caller> limits;

    private readonly PartitionedRateLimiter<Caller> warnings = PartitionedRateLimiter.Create<Caller, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller.Key, static _ => new() { PermitLimit = 1, Window = BetweenWarnings, AutoReplenishment = false }));

    /// <summary>Limits as the settings say.</summary>
    public RateLimits(IOptions<LimitOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = options.Value;
        // The person first: what one sends in vain does not count for the tenant.
        limits = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<Caller, string>(caller => Bucket(caller.Key, set.PersonRate, set.PersonBurst)),
            PartitionedRateLimiter.Create<Caller, string>(caller => Bucket(PersonKey.Part(caller.TenantId), set.TenantRate, set.TenantBurst)),
            PartitionedRateLimiter.Create<Caller, string>(caller => set.PersonRate == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetConcurrencyLimiter(caller.Key, _ => new() { PermitLimit = set.PersonAtOnce, QueueLimit = Waiting })));
    }

    /// <summary>Takes a place for one activity; it is given back when the lease is disposed of. A lease that was not acquired says when to come back.</summary>
    public ValueTask<RateLimitLease> EnterAsync(Caller caller, CancellationToken cancellationToken) => limits.AcquireAsync(caller, 1, cancellationToken);

    /// <summary>Whether somebody who is too fast is to be told so now: once in half a minute.</summary>
    public bool IsToBeTold(Caller caller)
    {
        using var lease = warnings.AttemptAcquire(caller);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        limits.Dispose();
        warnings.Dispose();
    }

    private static RateLimitPartition<string> Bucket(string key, int rate, int burst) => rate == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = rate,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        });
}
