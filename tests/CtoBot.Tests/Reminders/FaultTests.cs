using System.Diagnostics;
using CtoBot.Reminders;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Reminders;

/// <summary>What the connector may do to a reminder.</summary>
public sealed class FaultTests : SweepTest
{
    [Theory]
    [InlineData(403, "ConversationBlockedByUser", "ConversationBlockedByUser")]
    [InlineData(403, "BotNotInConversationRoster", "BotNotInConversationRoster")]
    [InlineData(403, "SomethingNew", "403")]
    public async Task Who_does_not_want_it_is_left_alone_until_they_write_again(int status, string code, string reason)
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.Parse(TeamsClient.Tenant)))[0];
        Clock.Set(Morning);
        Connector.Fail(new ConnectorFault(status, Code: code));
        await SweepAsync(host);
        Assert.Equal(reason, (await StateAsync(host, person)).Reminders.Suspended?.Reason);
        Assert.Null((await StateAsync(host, person)).DueAt);
        Assert.Equal(1, host.Services.GetRequiredService<ReminderMetrics>().Counts.Suspended);
        var calls = Connector.Calls.Count;
        Clock.Jump(TimeSpan.FromDays(1));
        await SweepAsync(host);
        Assert.Equal(calls, Connector.Calls.Count);
        Assert.Empty(await DueAsync());

        var client = new TeamsClient(host.Endpoint, Connector, Guid.Parse(person.UserId));
        await client.SayAsync("today", Cancel);
        Assert.Null((await StateAsync(host, person)).Reminders.Suspended);
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task A_chat_that_is_lost_is_made_again_once_and_who_is_not_found_then_is_left_alone()
    {
        var host = await StartAsync();
        var tenant = Guid.NewGuid();
        var found = (await PeopleAsync(host, 1, tenant))[0];
        Clock.Set(Morning);
        Connector.Fail(new ConnectorFault(404));
        await SweepAsync(host);
        Assert.Equal(1, Got(found));

        var lost = (await PeopleAsync(host, 1, tenant))[0];
        Clock.Set(Morning + TimeSpan.FromDays(1));
        Connector.Faults = call => call.ToString().Contains(lost.UserId, StringComparison.Ordinal) ? new ConnectorFault(404, Code: "ConversationNotFound") : null;
        await SweepAsync(host);
        var state = await StateAsync(host, lost);
        Assert.Equal(("ConversationNotFound", null), (state.Reminders.Suspended?.Reason, state.Chat?.ConversationId));
        Assert.Equal(2, Got(found));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_that_passes_delays_a_reminder_and_it_comes_once(int status)
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning);
        Connector.Fail(new ConnectorFault(status));
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
        Assert.Equal(Morning, (await StateAsync(host, person)).DueAt!.Value.ToDateTimeOffset().AddDays(-1));
    }

    [Fact]
    public async Task A_fault_that_stays_is_tried_again_later_each_time()
    {
        var host = await StartAsync();
        var person = (await PeopleAsync(host, 1, Guid.NewGuid()))[0];
        Clock.Set(Morning);
        Connector.Faults = _ => new ConnectorFault(500);
        await SweepAsync(host);
        await SweepAsync(host);
        Assert.Single(Connector.Calls, call => call.ConversationId == "a:" + person.UserId);
        Assert.Equal(1, host.Services.GetRequiredService<ReminderMetrics>().Counts.Reported);
        Assert.Single(host.Logs.Errors);
        Connector.Faults = _ => null;
        Clock.Jump(TimeSpan.FromMinutes(2));
        await SweepAsync(host);
        Assert.Equal(1, Got(person));
    }

    [Fact]
    public async Task A_tenant_that_is_told_to_wait_waits_and_no_other_does()
    {
        var host = await StartAsync();
        var throttled = Guid.NewGuid();
        var waiting = await PeopleAsync(host, 20, throttled);
        var others = await PeopleAsync(host, 20, Guid.NewGuid());
        Connector.Faults = call => waiting.Exists(person => (string?)call["recipient"]?["id"] == "29:" + person.UserId) ? new ConnectorFault(429, RetryAfter: 120) : null;
        Clock.Set(Morning);
        var clock = Stopwatch.StartNew();
        var sweep = host.Services.GetRequiredService<Sweep>();
        await sweep.RunAsync(Cancel);
        while (!others.TrueForAll(person => Got(person) == 1))
            await Connector.NextAsync(Cancel);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(host.Services.GetRequiredService<IOutreach>().HeldFor(throttled.ToString("D")), TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(120));
        // Not more than were on their way when the first was refused.
        Assert.InRange(Connector.Calls.Count(call => call.Status == 429), 1, 8);
    }

    [Fact]
    public async Task Who_waits_for_a_place_until_the_claim_is_over_has_not_failed_and_is_next()
    {
        var host = await StartAsync(("Sending:TenantInFlight", "1"), ("Sending:TenantRate", "0"), ("Reminders:Claim", "00:00:10"));
        var people = await PeopleAsync(host, 5, Guid.NewGuid());
        Clock.Set(Morning);
        Connector.Fail(ConnectorFault.Hangs);
        var sweep = host.Services.GetRequiredService<Sweep>();
        var before = Connector.Calls.Count;
        await sweep.RunAsync(Cancel);
        while (Connector.Calls.Count == before)
            await Connector.NextAsync(Cancel);
        // Five seconds before the claim ends, the one that hangs is given up, and so are those behind it.
        await sweep.IdleAsync(Cancel);
        Assert.Equal(0, people.Sum(Got));
        var tries = (await DueAsync()).FindAll(row => row.Columns.ContainsKey("tries"));
        Assert.Single(tries, row => Equals(row.Columns["tries"], 1));
        Assert.Equal(1, host.Services.GetRequiredService<ReminderMetrics>().Counts.Retried);
        Clock.Jump(TimeSpan.FromSeconds(20));
        await SweepAsync(host);
        Assert.All(people, person => Assert.Equal(1, Got(person)));
    }

    [Fact]
    public async Task What_waits_for_a_place_when_the_process_ends_is_left_to_others_at_once()
    {
        var host = await StartAsync(("Sending:TenantInFlight", "1"), ("Sending:TenantRate", "0"), ("Reminders:Claim", "00:00:10"));
        var people = await PeopleAsync(host, 5, Guid.NewGuid());
        Clock.Set(Morning);
        Connector.Fail(ConnectorFault.Hangs);
        using var stopping = new CancellationTokenSource();
        var sweep = host.Services.GetRequiredService<Sweep>();
        var before = Connector.Calls.Count;
        await sweep.RunAsync(stopping.Token);
        while (Connector.Calls.Count == before)
            await Connector.NextAsync(Cancel);
        await stopping.CancelAsync();
        await sweep.IdleAsync(Cancel);
        Assert.Equal(0, people.Sum(Got));
        // Without those of tomorrow, which are written before anything is sent.
        var rows = (await DueAsync()).FindAll(row => row.Key.StartsWith("2026-11-23", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Columns.GetValueOrDefault("tries") is 1);
        Assert.Equal(4, rows.Count(row => Claim.IsFree(row, Clock.GetUtcNow())));
        // The one that hung waits before it is tried again; the others are sent at once.
        var other = await StartAsync();
        await SweepAsync(other);
        Assert.Equal(4, people.Sum(Got));
    }

    [Fact]
    public async Task No_tenant_gets_more_than_its_rate_in_any_second()
    {
        var host = await StartAsync(("Sending:TenantRate", "20"));
        var tenants = new List<List<PersonKey>>();
        for (var tenant = 0; tenant < 3; tenant++)
            tenants.Add(await PeopleAsync(host, 45, Guid.NewGuid()));
        Clock.Set(Morning);
        await SweepAsync(host);
        foreach (var people in tenants)
        {
            Assert.All(people, person => Assert.Equal(1, Got(person)));
            var ids = people.ConvertAll(person => "a:" + person.UserId).ToHashSet();
            long[] times = [.. Connector.Calls.Where(call => ids.Contains(call.ConversationId)).Select(call => call.At).Order()];
            Assert.All(times, from => Assert.InRange(times.Count(at => at >= from && at < from + Stopwatch.Frequency), 1, 30));
        }
    }

    [Fact]
    public async Task Whatever_the_connector_does_everybody_gets_it_once_or_is_left_alone()
    {
        var host = await StartAsync();
        var random = new Random(7);
        var people = new List<PersonKey>();
        for (var tenant = 0; tenant < 12; tenant++)
            people.AddRange(await PeopleAsync(host, 15, Guid.NewGuid()));
        var hangs = 4;
        Connector.Faults = _ =>
        {
            lock (random)
            {
                return random.Next(12) switch
                {
                    0 => new ConnectorFault(429, RetryAfter: 1),
                    1 => new ConnectorFault(500),
                    2 => new ConnectorFault(502),
                    3 => ConnectorFault.Resets,
                    4 when random.Next(3) == 0 => new ConnectorFault(403, Code: "ConversationBlockedByUser"),
                    5 when hangs-- > 0 => ConnectorFault.Hangs,
                    _ => null,
                };
            }
        };
        Clock.Set(Morning);
        for (var round = 0; round < 20 && (await DueAsync()).Exists(row => row.Key.StartsWith("2026-11-23", StringComparison.Ordinal)); round++)
        {
            await SweepAsync(host);
            Clock.Jump(TimeSpan.FromMinutes(15));
        }

        var suspended = 0;
        foreach (var person in people)
        {
            var isSuspended = (await StateAsync(host, person)).Reminders.Suspended is not null;
            Assert.Equal(isSuspended ? 0 : 1, Got(person));
            suspended += isSuspended ? 1 : 0;
        }

        Assert.InRange(suspended, 1, people.Count / 2);
    }
}
