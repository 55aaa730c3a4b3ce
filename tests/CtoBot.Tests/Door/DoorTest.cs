using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Door;

/// <summary>Where a host keeps what it is told.</summary>
public enum Kept
{
    /// <summary>In the file of the product's default.</summary>
    InAFile,

    /// <summary>In memory.</summary>
    InMemory,
}

/// <summary>Tests of the host through its front door. Every host that a test starts is stopped, and its log read, at the end.</summary>
public abstract class DoorTest : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStore _memory = new();
    private readonly List<BotHost> _hosts = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected LoopbackConnector Connector { get; private set; } = null!;

    /// <summary>Sunday 22 November 2026, 10:00 in Berlin.</summary>
    protected TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    protected string Folder => _folder.Path;

    public virtual async ValueTask InitializeAsync() => Connector = await LoopbackConnector.StartAsync(Cancel);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Connector.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A new host on the data of this test. It remembers nothing of another one.</summary>
    protected async Task<BotHost> StartAsync(Kept kept = Kept.InMemory, params IEnumerable<(string Key, string Value)> settings)
    {
        var host = await BotHost.StartAsync(Folder, kept == Kept.InMemory ? _memory : null, Clock, Change, Cancel, settings);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Changes what hosts are made of.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    /// <summary>A person that the bot has not met.</summary>
    protected TeamsClient Somebody(BotHost host) => new(host.Endpoint, Connector, Guid.NewGuid());

    /// <summary>A CTO who is set up, with day one on Friday 27 November 2026.</summary>
    protected async Task<TeamsClient> SomebodySetUpAsync(BotHost host)
    {
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        await SetUpAsync(person, execute: true);
        return person;
    }

    /// <summary>From the welcome to the plan.</summary>
    protected internal static async Task<List<PostAnswer>> SetUpAsync(TeamsClient person, bool execute) =>
    [
        await person.PressAsync("Set up (2 minutes)", execute, Cancel),
        await person.PressAsync("Next", execute, Cancel, ("hat", "cto"), ("company", Planted.Company)),
        await person.PressAsync("Next", execute, Cancel, ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")),
        await person.PressAsync("Next", execute, Cancel, ("start", "2026-11-27")),
        await person.PressAsync("Save", execute, Cancel, ("salesHead", Planted.Colleague)),
    ];

    /// <summary>Whether the bot asks to send again, and does not claim to have saved.</summary>
    protected static bool AsksToSendAgain(ConnectorCall call) =>
        call.Text.StartsWith("I could not save that just now", StringComparison.Ordinal) && call.Text.Contains("send it again", StringComparison.Ordinal);

    /// <summary>The person's rows.</summary>
    protected static async Task<List<Row>> RowsOfAsync(BotHost host, PersonKey person)
    {
        var rows = new List<Row>();
        await foreach (var row in host.Store.QueryAsync(StoreTable.CtoBot, person.Partition, KeyRange.All, Cancel))
            rows.Add(row);
        return rows;
    }
}
