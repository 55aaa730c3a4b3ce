using System.Globalization;
using CtoBot.Core.State;
using CtoBot.Reminders;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Reminders;

/// <summary>Tests of the sweep: many people who are set up alike, in several tenants, on hosts that share a store. A test sweeps when it wants to.</summary>
public abstract class SweepTest : IAsyncLifetime
{
    /// <summary>Half past seven on Monday in Berlin: the first morning of everybody here.</summary>
    protected static readonly DateTimeOffset Morning = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly List<BotHost> _hosts = [];
    private PersonState? _template;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Goes with the test.</summary>
    protected string Folder => _folder.Path;

    protected LoopbackConnector Connector { get; private set; } = null!;

    protected MemoryStore Memory { get; } = new();

    /// <summary>Sunday 22 November 2026, 10:00 in Berlin.</summary>
    protected JumpClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync() => Connector = await LoopbackConnector.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Connector.DisposeAsync();
        _folder.Dispose();
    }

    protected async Task<BotHost> StartAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        var host = await BotHost.StartAsync(_folder.Path, Memory, Clock, Cancel, settings);
        _hosts.Add(host);
        return host;
    }

    /// <summary>People of a tenant who set the bot up on Sunday.</summary>
    protected async Task<List<PersonKey>> PeopleAsync(BotHost host, int count, Guid tenant)
    {
        _template ??= await TemplateAsync(host);
        var people = new List<PersonKey>();
        for (var number = 0; number < count; number++)
        {
            var person = new PersonKey(tenant.ToString("D"), Guid.NewGuid().ToString("D"));
            var chat = _template.Chat! with { TenantId = person.TenantId, UserId = "29:" + person.UserId, ConversationId = "a:" + person.UserId };
            var row = StateRow.Change(_template with { Chat = chat, DueAt = null }, null, Clock.GetUtcNow());
            Assert.True((await host.Store.WriteAsync(StoreTable.CtoBot, person.Partition, [row], Cancel)).Saved);
            Assert.True(await host.Services.GetRequiredService<TurnRunner>().PlanAsync(person, Cancel));
            people.Add(person);
        }

        return people;
    }

    /// <summary>Looks once, and waits until all of it is dealt with.</summary>
    protected static async Task SweepAsync(BotHost host)
    {
        var sweep = host.Services.GetRequiredService<Sweep>();
        while (await sweep.RunAsync(Cancel) != SweepEnd.Done)
            await sweep.RoomAsync(Cancel);
        await sweep.IdleAsync(Cancel);
    }

    protected static async Task<PersonState> StateAsync(BotHost host, PersonKey person) => (await host.StateOfAsync(person, Cancel))!;

    /// <summary>Every row of the due index.</summary>
    protected async Task<List<Row>> DueAsync()
    {
        var rows = new List<Row>();
        await foreach (var (_, row) in Memory.ScanAsync(StoreTable.Due, Cancel))
            rows.Add(row);
        return rows;
    }

    /// <summary>How many messages a person got.</summary>
    protected int Got(PersonKey person) => Connector.Delivered.Count(call => call.ConversationId == "a:" + person.UserId);

    protected static string Key(string time, PersonKey person) => string.Create(CultureInfo.InvariantCulture, $"{time}|{person.Partition}");

    private async Task<PersonState> TemplateAsync(BotHost host)
    {
        var person = new TeamsClient(host.Endpoint, Connector, Guid.NewGuid());
        await person.PostAsync(person.Installation("add"), Cancel);
        await Door.DoorTest.SetUpAsync(person, execute: true);
        var state = await StateAsync(host, person.Person);
        // Nobody else shall be due.
        await person.PostAsync(person.Installation("remove"), Cancel);
        Assert.Empty(await DueAsync());
        return state;
    }
}
