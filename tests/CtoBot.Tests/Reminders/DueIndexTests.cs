using System.Net;
using System.Net.Http.Headers;
using CtoBot.Operations;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Reminders;

public sealed class DueIndexTests : SweepTest
{
    [Fact]
    public async Task A_change_of_settings_moves_the_very_next_one()
    {
        var host = await StartAsync();
        var person = new TeamsClient(host.Endpoint, Connector, Guid.NewGuid());
        await person.PostAsync(person.Installation("add"), Cancel);
        Assert.Empty(await DueAsync());
        await Door.DoorTest.SetUpAsync(person, execute: true);
        Assert.Equal([Key("2026-11-23T06:30:00Z", person.Person)], (await DueAsync()).Select(row => row.Key));
        await person.SayAsync("edit reminder", Cancel);
        await person.SayAsync("8:15", Cancel);
        Assert.Equal([Key("2026-11-23T07:15:00Z", person.Person)], (await DueAsync()).Select(row => row.Key));
        await person.PostAsync(person.Installation("remove"), Cancel);
        Assert.Empty(await DueAsync());
        await person.PostAsync(person.Installation("add"), Cancel);
        Assert.Single(await DueAsync());
        await person.SayAsync("forget me", Cancel);
        var scans = host.Store.Scans;
        await person.PressAsync("Delete everything", execute: true, Cancel);
        Assert.Empty(await DueAsync());
        // However many others there are: the state names the row.
        Assert.Equal(scans, host.Store.Scans);
    }

    [Fact]
    public async Task The_row_is_written_before_the_state_that_names_it_and_an_old_one_goes_after()
    {
        var host = await StartAsync();
        var person = new TeamsClient(host.Endpoint, Connector, Guid.NewGuid());
        await person.PostAsync(person.Installation("add"), Cancel);
        await Door.DoorTest.SetUpAsync(person, execute: true);
        await person.SayAsync("edit reminder", Cancel);
        var writes = 0;
        // The second write of the turn is that of the state: it fails, and what it would have named is there already.
        host.Store.BeforeWrite = token => ++writes >= 2 ? WatchedStore.Unreachable(token) : Task.CompletedTask;
        await person.SayAsync("8:15", Cancel);
        host.Store.Mend();
        Assert.Equal([Key("2026-11-23T06:30:00Z", person.Person), Key("2026-11-23T07:15:00Z", person.Person)], (await DueAsync()).Select(row => row.Key).Order(StringComparer.Ordinal));
        Clock.Set(Morning + TimeSpan.FromHours(1));
        var before = Connector.Delivered.Count;
        await SweepAsync(host);
        await SweepAsync(host);
        Assert.Equal(before + 1, Connector.Delivered.Count);
    }

    [Fact]
    public async Task What_moves_back_in_time_before_the_old_row_is_removed_keeps_its_row()
    {
        var index = new DueIndex(Memory);
        var at = NodaTime.Instant.FromUtc(2026, 11, 23, 6, 30);
        await index.AddAsync("t|p", at, Clock.GetUtcNow(), Cancel);
        var old = (await index.FindAsync("t|p", at, Cancel))!;
        await index.AddAsync("t|p", at, Clock.GetUtcNow(), Cancel);
        await index.RemoveAsync("t|p", old, Cancel);
        Assert.NotNull(await index.FindAsync("t|p", at, Cancel));
    }

    [Theory]
    [InlineData(0, "2026-11-23T06:30:00Z")]
    [InlineData(1, "2026-11-23T06:30:01Z")]
    [InlineData(10_000_000, "2026-11-23T06:30:01Z")]
    public void A_row_is_never_due_before_its_reminder(long ticks, string time)
    {
        var at = NodaTime.Instant.FromUtc(2026, 11, 23, 6, 30).PlusTicks(ticks);
        var key = DueKey.Of(at, "t|p");
        Assert.Equal(time + "|t|p", key);
        Assert.True(DueKey.TimeOf(key) >= at);
        Assert.True(string.CompareOrdinal(key, DueKey.Until(DueKey.TimeOf(key)!.Value).To) < 0);
        Assert.True(string.CompareOrdinal(key, DueKey.Until(at.PlusTicks(-1)).To) >= 0);
        Assert.Equal("t|p", DueKey.PersonOf(key));
        Assert.True(string.CompareOrdinal(DueKey.AfterTenant(key), key) > 0);
        Assert.True(string.CompareOrdinal(DueKey.AfterTenant(key), time + "|u|a") < 0);
    }

    [Fact]
    public void Shards_are_the_same_everywhere_and_even()
    {
        var index = new DueIndex(Memory);
        Assert.Equal("shard-0d", index.ShardOf("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e001|7f3c2a10-5b64-4c8e-9a11-2d40c0f7e101"));
        var counts = Enumerable.Range(0, 16_000).CountBy(number => index.ShardOf($"tenant-{number % 20}|person-{number}")).ToDictionary();
        Assert.Equal(index.Shards.Order(), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 800, 1200));
    }

    [Fact]
    public async Task Operators_see_what_would_go_out_and_make_the_index_anew()
    {
        using var folder = new TemporaryFolder();
        var person = new PersonKey("tenant", "person");
        using (var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8)))
        {
            await store.PrepareAsync(Cancel);
            await new BotOnStore(store, new TestClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))).SetUpAsync(person, "secret");
        }

        Assert.Contains("0 would go out at 2026-11-23T06:29:59Z", await RunAsync("reminders", "preview", "--at", "2026-11-23T06:29:59Z"), StringComparison.Ordinal);
        var listed = await RunAsync("reminders", "preview", "--at", "2026-11-23T06:30:00Z");
        Assert.Contains("2026-11-23T06:30:00Z  Morning  2026-11-23  tenant|person\n1 would go out", listed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", listed, StringComparison.Ordinal);
        Assert.Contains("--at is no time", await RunAsync("reminders", "preview", "--at", "soon"), StringComparison.Ordinal);
        Assert.Contains("There is no command 'reminders'", await RunAsync("reminders"), StringComparison.Ordinal);

        using (var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8)))
        {
            await foreach (var (shard, row) in store.ScanAsync(StoreTable.Due, Cancel))
                await store.WriteAsync(StoreTable.Due, shard, [new RowChange.Delete(row.Key)], Cancel);
        }

        Assert.Contains("1 people looked at, 1 of them", await RunAsync("reminders", "index"), StringComparison.Ordinal);
        using var after = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        Assert.Single(await after.ScanAsync(StoreTable.Due, Cancel).ToListAsync(Cancel));

        async Task<string> RunAsync(params string[] args)
        {
            using var output = new StringWriter();
            await OperatorCommands.RunAsync([.. args, $"--Store:Folder={folder.Path}"], output, output, Cancel);
            return output.ToString();
        }
    }

    [Theory]
    [InlineData("Production", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("Production", "key", null, HttpStatusCode.Unauthorized)]
    [InlineData("Production", "key", "Bearer kex", HttpStatusCode.Unauthorized)]
    [InlineData("Production", "key", "Basic key", HttpStatusCode.Unauthorized)]
    [InlineData("Production", "key", "Bearer key", HttpStatusCode.OK)]
    [InlineData("Development", null, null, HttpStatusCode.OK)]
    [InlineData("Development", "key", null, HttpStatusCode.Unauthorized)]
    public async Task The_operators_page_is_for_operators(string environment, string? key, string? header, HttpStatusCode status)
    {
        var settings = new List<(string, string)> { ("environment", environment) };
        if (key is not null)
            settings.Add(("Ops:Key", key));
        if (environment == "Production")
            settings.AddRange([("MicrosoftAppId", Guid.NewGuid().ToString()), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", Guid.NewGuid().ToString()), ("MicrosoftAppPassword", "p")]);
        var host = await StartAsync([.. settings]);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Endpoint, "/ops/reminders"));
        if (header is not null)
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(header);
        using var response = await client.SendAsync(request, Cancel);
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
            Assert.Contains("\"oldestDue\":null", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await client.GetAsync(new Uri(host.Endpoint, "/nothing"), Cancel);
    }
}
