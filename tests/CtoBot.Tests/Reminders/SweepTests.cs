using CtoBot.Core.Content;
using CtoBot.Reminders;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtoBot.Tests.Reminders;

public sealed class SweepTests : SweepTest
{
    [Fact]
    public async Task A_reminder_comes_once_when_it_is_due_and_the_next_row_is_that_of_the_next_day()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Assert.Equal([Key("2026-11-23T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
        Clock.Set(Morning - TimeSpan.FromSeconds(20));
        await SweepAsync(host);
        Assert.Equal(0, Got(person));

        Clock.Set(Morning);
        await SweepAsync(host);
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
        Assert.NotNull(Connector.Delivered[^1].Card);
        Assert.Equal([Key("2026-11-24T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
        var counts = host.Services.GetRequiredService<ReminderMetrics>().Counts;
        Assert.Equal((1, 1, 0, 0, 0), (counts.Due, counts.Sent, counts.Late, counts.Retried, counts.InFlight));
    }

    [Fact]
    public async Task With_nobody_due_a_look_is_one_query_for_each_shard_and_nothing_else()
    {
        var host = await StartAsync();
        await PeopleAsync(host, 40, Guid.NewGuid());
        var (reads, writes, others) = (host.Store.Reads, host.Store.Writes, host.Store.Others);
        await SweepAsync(host);
        Assert.Equal((reads, writes, others + DueIndex.UsualShards), (host.Store.Reads, host.Store.Writes, host.Store.Others));
    }

    [Fact]
    public async Task The_service_sweeps_by_itself_and_stops_in_time()
    {
        var host = await StartAsync(("Reminders:Enabled", "true"), ("Reminders:Every", "00:00:01"));
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning);
        while (Got(person) == 0)
            await Connector.NextAsync(Cancel);
        Assert.Equal(1, Got(person));
    }

    [Fact]
    public async Task Two_instances_that_look_at_once_send_each_reminder_once()
    {
        var first = await StartAsync(("Sending:TenantRate", "0"));
        var second = await StartAsync(("Sending:TenantRate", "0"));
        var people = new List<PersonKey>();
        for (var tenant = 0; tenant < 10; tenant++)
            people.AddRange(await PeopleAsync(first, 30, Guid.NewGuid()));
        Clock.Set(Morning);
        await Task.WhenAll(SweepAsync(first), SweepAsync(second), SweepAsync(first), SweepAsync(second));
        Assert.All(people, person => Assert.Equal(1, Got(person)));
        Assert.Equal(people.Count, (await DueAsync()).Count(row => row.Key.StartsWith("2026-11-24T06:30:00Z|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_sent_and_could_not_be_recorded_is_only_recorded_by_the_same_process()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning);
        host.Store.BeforeWrite = token => Got(person) > 0 ? WatchedStore.Unreachable(token) : Task.CompletedTask;
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
        host.Store.Mend();
        await SweepAsync(host);
        Clock.Jump(TimeSpan.FromMinutes(1));
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
        Assert.Equal([Key("2026-11-24T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
    }

    [Fact]
    public async Task What_a_process_sent_before_it_died_unrecorded_comes_once_more_after_its_claim_and_never_again()
    {
        var dead = await StartAsync();
        var other = await StartAsync();
        var person = (await PeopleAsync(dead, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning);
        dead.Store.BeforeWrite = token => Got(person) > 0 ? WatchedStore.Unreachable(token) : Task.CompletedTask;
        await SweepAsync(dead);
        await SweepAsync(other);
        Assert.Equal(1, Got(person));
        Clock.Jump(TimeSpan.FromMinutes(1));
        await SweepAsync(other);
        Clock.Jump(TimeSpan.FromMinutes(1));
        await SweepAsync(other);
        Assert.Equal(2, Got(person));
    }

    [Fact]
    public async Task A_row_that_no_state_names_is_dropped_but_not_while_a_turn_may_be_writing_it()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        var stray = new PersonKey(person.TenantId, Guid.NewGuid().ToString("D"));
        var index = host.Services.GetRequiredService<DueIndex>();
        Clock.Set(Morning);
        await index.AddAsync(person.Partition, NodaTime.Instant.FromUtc(2026, 11, 23, 6, 0), Clock.GetUtcNow(), Cancel);
        await index.AddAsync(stray.Partition, NodaTime.Instant.FromUtc(2026, 11, 23, 6, 0), Clock.GetUtcNow(), Cancel);
        await SweepAsync(host);
        Assert.Equal((1, 0), (Got(person), Got(stray)));
        Assert.Equal(3, (await DueAsync()).Count);
        Clock.Jump(TimeSpan.FromMinutes(3));
        await SweepAsync(host);
        Assert.Equal([Key("2026-11-24T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
        Assert.Null(await host.StateOfAsync(stray, Cancel));
    }

    [Fact]
    public async Task A_reminder_is_no_sign_of_life()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        var before = await RowAsync();
        Clock.Set(Morning);
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
        Assert.Equal(before.Columns["updated"], (await RowAsync()).Columns["updated"]);

        async Task<Row> RowAsync() => (await host.Store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, Cancel))!;
    }

    [Fact]
    public async Task Days_that_were_missed_are_not_made_up_for_and_what_is_not_too_late_comes_once()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning + TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        await SweepUntilNothingIsDueAsync(host);
        Assert.Equal(1, Got(person));
        Assert.Equal([Key("2026-11-27T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
        Assert.Equal(1, host.Services.GetRequiredService<ReminderMetrics>().Counts.Late);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_repeats_nothing_and_one_that_was_far_ahead_holds_nothing_up()
    {
        var host = await StartAsync();
        var tenant = Guid.NewGuid();
        var person = (await PeopleAsync(host, 1, tenant))[0];
        Clock.Set(Morning);
        await SweepAsync(host);
        Clock.Jump(TimeSpan.FromHours(-3));
        await SweepAsync(host);
        Clock.Jump(TimeSpan.FromHours(3));
        await SweepAsync(host);
        Assert.Equal(1, Got(person));

        // An instance whose clock is a day ahead claims, and dies; its claim would hold for a day.
        var other = (await PeopleAsync(host, 1, tenant))[0];
        Clock.Set(Morning + TimeSpan.FromDays(1));
        var row = (await DueAsync()).Single(row => DueKey.PersonOf(row.Key) == other.Partition);
        var claimed = Claim.Taken(row, Clock.GetUtcNow() + TimeSpan.FromDays(1));
        Assert.True((await Memory.WriteAsync(StoreTable.Due, host.Services.GetRequiredService<DueIndex>().ShardOf(other.Partition), [new RowChange.Replace(claimed, row.ETag)], Cancel)).Saved);
        await SweepAsync(host);
        Assert.Equal((2, 1), (Got(person), Got(other)));
    }

    [Fact]
    public async Task A_full_backlog_is_worked_off_in_parts()
    {
        var host = await StartAsync(("Reminders:Backlog", "7"), ("Reminders:TenantBacklog", "3"), ("Sending:TenantRate", "0"));
        var people = await PeopleAsync(host, 25, Guid.NewGuid());
        people.AddRange(await PeopleAsync(host, 25, Guid.NewGuid()));
        Clock.Set(Morning);
        await SweepUntilNothingIsDueAsync(host);
        Assert.All(people, person => Assert.Equal(1, Got(person)));
    }

    [Theory]
    [InlineData("Reminders:Shards", "0")]
    [InlineData("Reminders:Shards", "257")]
    [InlineData("Reminders:Every", "00:00:00")]
    [InlineData("Reminders:Claim", "00:00:09")]
    [InlineData("Reminders:Backlog", "0")]
    [InlineData("Sending:TenantRate", "51")]
    [InlineData("Sending:TenantRate", "NaN")]
    [InlineData("Sending:Instances", "0")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start(string name, string value) =>
        Assert.Contains(name.Split(':')[1], (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task On_a_public_holiday_nobody_is_told_anything_even_if_it_was_not_known_before()
    {
        var first = await StartAsync();
        var person = (await PeopleAsync(first, 1, Guid.NewGuid()))[0];
        var host = await StartAsync(("Reminders:Holidays", await FileAsync("2026-11-23 Labour Thanksgiving Day")));
        Clock.Set(Morning);
        await SweepAsync(host);
        Assert.Equal(0, Got(person));
        Assert.Equal([Key("2026-11-24T06:30:00Z", person)], (await DueAsync()).Select(row => row.Key));
        Clock.Jump(TimeSpan.FromDays(1));
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
    }

    [Fact]
    public async Task A_list_of_public_holidays_that_cannot_be_read_stops_the_start_with_file_line_and_reason()
    {
        var file = await FileAsync("2026-11-23\nChristmas");
        var wrong = await Assert.ThrowsAsync<ContentException>(() => StartAsync(("Reminders:Holidays", file)));
        Assert.Contains($"Reminders:Holidays: {file}: line 2: 'Christmas' does not begin with a date", wrong.Message, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<ContentException>(() => StartAsync(("Reminders:Holidays", file + ".ics")));
        Assert.Contains($"Reminders:Holidays: {file}.ics: ", missing.Message, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(Folder, "holidays.txt");
        await File.WriteAllTextAsync(path, text, Cancel);
        return path;
    }

    private async Task SweepUntilNothingIsDueAsync(BotHost host)
    {
        while ((await DueAsync()).Exists(row => DueKey.TimeOf(row.Key) <= NodaTime.Instant.FromDateTimeOffset(Clock.GetUtcNow())))
            await SweepAsync(host);
    }
}
