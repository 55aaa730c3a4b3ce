using CtoBot.Retention;
using CtoBot.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CtoBot.Tests.OwnData;

public sealed class RetentionServiceTests
{
    private static readonly PersonKey Person = new("tenant", "person");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_purges_some_minutes_after_the_start_and_then_once_a_day()
    {
        var clock = new TimerClock();
        var store = new MemoryStore();
        await new BotOnStore(store, new TestClock(clock.GetUtcNow())).SetUpAsync(Person, "words");
        using var service = Service(store, clock, days: 1);
        await service.StartAsync(Cancel);

        Assert.InRange(await clock.NextAsync(Cancel), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(16));
        clock.Fire(TimeSpan.Zero);
        Assert.InRange(await clock.NextAsync(Cancel), TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromMinutes(31));
        Assert.NotNull(await store.ReadAsync(StoreTable.CtoBot, Person.Partition, "state", Cancel));
        clock.Fire(TimeSpan.FromDays(1.1));
        await clock.NextAsync(Cancel);
        Assert.Null(await store.ReadAsync(StoreTable.CtoBot, Person.Partition, "state", Cancel));
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_store_out_of_reach_is_tried_again_in_an_hour()
    {
        var clock = new TimerClock();
        using var service = Service(new TroubledStore(new MemoryStore()) { BreaksAt = 0 }, clock, days: 1);
        await service.StartAsync(Cancel);
        await clock.NextAsync(Cancel);
        clock.Fire(TimeSpan.Zero);
        Assert.InRange(await clock.NextAsync(Cancel), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(77));
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task Without_days_the_service_ends_at_once()
    {
        using var service = Service(new MemoryStore(), new TimerClock(), days: 0);
        await service.StartAsync(Cancel);
        await service.ExecuteTask!;
    }

    private static RetentionService Service(IStore store, TimeProvider clock, int days) =>
        new(new RetentionPurge(store, clock), Options.Create(new StoreOptions { RetentionDays = days }), clock, NullLogger<RetentionService>.Instance);
}
