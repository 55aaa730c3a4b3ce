namespace CtoBot.Benchmarks.Reminders;

/// <summary>A storm: how many people are due in one minute, and what is done to those who tell them.</summary>
/// <param name="People">People who are due.</param>
/// <param name="Tenants">Their tenants.</param>
/// <param name="KillEvery">How long both processes live between two kills; zero for no kills.</param>
/// <param name="Limit">When it is given up.</param>
internal sealed record StormPlan(int People, int Tenants, TimeSpan KillEvery, TimeSpan Limit)
{
    /// <summary>Messages in flight at once in a process, recorded ones not counted: no kill repeats more.</summary>
    public int InFlight { get; init; } = 64;

    /// <summary>Messages a second in a tenant, over both processes.</summary>
    public int TenantRate { get; init; } = 25;

    /// <summary>What no tenant may get in any second: the service refuses more.</summary>
    public int MostASecond { get; init; } = 30;
}
