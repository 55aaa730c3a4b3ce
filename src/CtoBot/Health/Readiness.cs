using System.Collections.Immutable;

namespace CtoBot.Health;

/// <summary>One thing that the bot needs.</summary>
internal interface IReadinessProbe
{
    /// <summary>What it is called in a report.</summary>
    string Name { get; }

    /// <summary>Looks.</summary>
    /// <returns>What is wrong, in a sentence for the operator; null if it is well.</returns>
    Task<string?> FindProblemAsync(CancellationToken cancellationToken);
}

/// <summary>How one of the things is that the bot needs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Problem">What is wrong; null if it is well.</param>
internal sealed record Need(string Name, string? Problem);

/// <summary>Whether the bot is to be sent activities.</summary>
/// <param name="IsReady">Whether it is.</param>
/// <param name="IsStopping">Whether it is about to end.</param>
/// <param name="Needs">How what it needs is; as of the last look, which may be some seconds old.</param>
internal sealed record ReadinessReport(bool IsReady, bool IsStopping, ImmutableArray<Need> Needs);

/// <summary>
/// Looks whether the bot can work: at most once in <see cref="Fresh"/>, however often it is asked, for everybody may ask. From the moment
/// the process is told to end it is not ready.
/// </summary>
internal sealed class Readiness(IEnumerable<IReadinessProbe> probes, IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
{
    /// <summary>How long an answer holds.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>How long looking at one thing may take: platforms wait a second or more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim looking = new(1);
    private (ImmutableArray<Need> Needs, DateTimeOffset At)? last;

    /// <summary>The state of things.</summary>
    public async Task<ReadinessReport> ReadAsync()
    {
        var needs = await NeedsAsync();
        var stopping = lifetime.ApplicationStopping.IsCancellationRequested;
        return new(!stopping && needs.All(need => need.Problem is null), stopping, needs);
    }

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    private async Task<ImmutableArray<Need>> NeedsAsync()
    {
        await looking.WaitAsync();
        try
        {
            var now = time.GetUtcNow();
            if (last is not { } known || now - known.At >= Fresh || known.At > now)
                last = known = ([.. await Task.WhenAll(probes.Select(LookAsync))], now);
            return known.Needs;
        }
        finally
        {
            looking.Release();
        }
    }

    private static async Task<Need> LookAsync(IReadinessProbe probe)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return new(probe.Name, await probe.FindProblemAsync(limit.Token).WaitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new(probe.Name, $"no answer within {Patience.TotalSeconds:0} s");
        }
    }
}
