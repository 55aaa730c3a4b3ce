using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CtoBot.Teams;

/// <summary>
/// How fast the bot may speak unasked: Teams limits an app to so many calls a second in a tenant, and so many messages in a chat. A
/// tenant that is full, slow or told to wait holds up nobody but itself.
/// </summary>
/// <param name="options">The rates.</param>
/// <remarks>By the machine's monotonic clock and no other: the service counts real seconds, whatever the bot's clock is set to.</remarks>
public sealed class SendLimits(IOptions<SendOptions> options) : IDisposable
{
    private static readonly TimeProvider Monotonic = TimeProvider.System;

    /// <summary>Two a second: below 7 in one second, 8 in two, and 60 in thirty.</summary>
    private static readonly TimeSpan BetweenMessagesOfAChat = TimeSpan.FromSeconds(0.5);

    /// <summary>When so many chats are remembered, those of which nothing is to be remembered are dropped.</summary>
    private const int ManyChats = 20_000;

    private readonly SemaphoreSlim all = new(options.Value.InFlight);
    private readonly ConcurrentDictionary<string, Tenant> tenants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Pace> chats = new(StringComparer.Ordinal);
    private readonly TimeSpan betweenMessagesOfATenant = options.Value.TenantRate > 0 ? TimeSpan.FromSeconds(options.Value.Instances / options.Value.TenantRate) : TimeSpan.Zero;

    /// <summary>Waits until one call may be made. The result is disposed of when the call is over and what it did is recorded: until then it is in flight.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IDisposable> EnterAsync(string tenant, string chat, CancellationToken cancellationToken)
    {
        var limit = TenantOf(tenant);
        if (options.Value.TenantRate > 0)
            await ChatOf(chat).WaitAsync(BetweenMessagesOfAChat, cancellationToken);
        await limit.Gate.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                await all.WaitAsync(cancellationToken);
                // Only now: what waits for a place after its time has come would go out in a burst.
                var wait = limit.Pace.TryTake(betweenMessagesOfATenant);
                if (wait <= TimeSpan.Zero)
                    return new Place(all, limit.Gate);
                all.Release();
                await Task.Delay(wait, Monotonic, cancellationToken);
            }
        }
        catch
        {
            limit.Gate.Release();
            throw;
        }
    }

    /// <summary>Waits until one more call may be made within a place that was entered for a call before it.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask NextAsync(string tenant, string chat, CancellationToken cancellationToken)
    {
        if (options.Value.TenantRate > 0)
            await ChatOf(chat).WaitAsync(BetweenMessagesOfAChat, cancellationToken);
        await TenantOf(tenant).Pace.WaitAsync(betweenMessagesOfATenant, cancellationToken);
    }

    /// <summary>Nothing more goes to a tenant for some time.</summary>
    public void Hold(string tenant, TimeSpan wait) => TenantOf(tenant).Pace.Hold(wait);

    /// <summary>How long nothing goes to a tenant from now on.</summary>
    public TimeSpan HeldFor(string tenant) => tenants.TryGetValue(tenant, out var limit) ? limit.Pace.Held() : TimeSpan.Zero;

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        foreach (var tenant in tenants.Values)
            tenant.Gate.Dispose();
    }

    private Tenant TenantOf(string tenant) => tenants.GetOrAdd(tenant, static (_, atOnce) => new Tenant(atOnce), options.Value.TenantInFlight);

    private Pace ChatOf(string chat)
    {
        if (chats.Count > ManyChats)
        {
            foreach (var (key, pace) in chats)
            {
                if (pace.Left() <= TimeSpan.Zero)
                    chats.TryRemove(key, out _);
            }
        }

        return chats.GetOrAdd(chat, _ => new Pace());
    }

    private sealed class Tenant(int atOnce)
    {
        public SemaphoreSlim Gate { get; } = new(atOnce);

        public Pace Pace { get; } = new();
    }

    /// <summary>Calls at even distances: none is saved up, so no second holds more than the rate.</summary>
    private sealed class Pace
    {
        private readonly Lock gate = new();
        private long next;
        private long heldUntil;

        /// <summary>Takes the place of now if it is free; else the time to wait before asking again.</summary>
        public TimeSpan TryTake(TimeSpan distance)
        {
            lock (gate)
            {
                var now = Ticks();
                if (next > now)
                    return TimeSpan.FromTicks(next - now);
                next = now + distance.Ticks;
                return TimeSpan.Zero;
            }
        }

        public async ValueTask WaitAsync(TimeSpan distance, CancellationToken cancellationToken)
        {
            while (TryTake(distance) is { Ticks: > 0 } wait)
                await Task.Delay(wait, Monotonic, cancellationToken);
        }

        public void Hold(TimeSpan wait)
        {
            lock (gate)
            {
                heldUntil = Math.Max(heldUntil, Ticks() + wait.Ticks);
                next = Math.Max(next, heldUntil);
            }
        }

        /// <summary>How long it is held from now on; the distance between two calls does not count.</summary>
        public TimeSpan Held()
        {
            lock (gate)
                return TimeSpan.FromTicks(Math.Max(0, heldUntil - Ticks()));
        }

        /// <summary>How long it remembers anything.</summary>
        public TimeSpan Left()
        {
            lock (gate)
                return TimeSpan.FromTicks(Math.Max(0, next - Ticks()));
        }

        private static long Ticks() => Monotonic.GetElapsedTime(0).Ticks;
    }

    private sealed class Place(SemaphoreSlim all, SemaphoreSlim tenant) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            tenant.Release();
        }
    }
}
