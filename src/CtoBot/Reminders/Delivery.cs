using System.Diagnostics;
using CtoBot.Core;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using CtoBot.Telemetry;
using CtoBot.Turns;

namespace CtoBot.Reminders;

/// <summary>Deals with one claimed row of the due index. Nothing that goes wrong leaves here: the row stays, and is tried again.</summary>
internal sealed partial class Delivery(DueIndex index, TurnRunner turns, IOutreach outreach, ReminderMetrics metrics, TimeProvider time, ILogger<Delivery> log)
{
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>A turn writes its row before its state, and lasts no longer than this: a row younger than that may yet be confirmed.</summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstReportedWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Deals with it.</summary>
    /// <param name="claim">The row.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="stopping">The process ends: what has begun to go out is ended, and the rest is left to other instances at once.</param>
    public async Task RunAsync(Claim claim, PersonKey person, CancellationToken stopping)
    {
        var end = claim.Until - ReminderOptionsValidator.Margin;
        var window = new SendWindow(end - ReminderOptionsValidator.LeastSending, stopping);
        var left = end - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return;
        using var span = Spans.Start("reminder deliver");
        using var limit = new CancellationTokenSource(left, time);
        try
        {
            if (window.IsOver(time.GetUtcNow()))
                await ReleaseAsync(claim);
            else
                await TellAsync(claim, person, outreach.To(person, window), span, limit.Token);
        }
        catch (OperationCanceledException) when (!limit.IsCancellationRequested && window.IsOver(time.GetUtcNow()))
        {
            // It waited for its place: nothing began to go out.
            await ReleaseAsync(claim);
        }
        catch (StoreUnavailableException failure)
        {
            // The claim ends by itself.
            span.Fail(failure);
            LogStore(log);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // It did not come to be sent in time; the claim ends by itself.
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            // Without the exception itself: its message may hold what a person wrote.
            LogBroken(log, failure.GetType().Name, failure.StackTrace ?? "");
            metrics.Reported();
        }
    }

    private async Task TellAsync(Claim claim, PersonKey person, IChannel channel, Activity? span, CancellationToken cancellationToken)
    {
        try
        {
            var told = await turns.TellAsync(person, claim.Row.Key, channel, cancellationToken);
            span?.SetTag("ctobot.reminder", told.Due?.Kind.ToString()).SetTag("ctobot.outcome", told.Telling.ToString());
            await EndAsync(claim, told);
        }
        catch (ChannelException failure)
        {
            span?.SetTag("ctobot.outcome", failure.Fault.ToString());
            span.Fail(failure);
            await FailAsync(claim, person, channel, failure);
        }
    }

    private async Task EndAsync(Claim claim, Told told)
    {
        if (told is { Telling: Telling.Told or Telling.ToldOne, Due: { } due })
            metrics.Sent(isLate: time.GetUtcNow() - due.At.ToDateTimeOffset() > LateAfter);
        switch (told.Telling)
        {
            case Telling.ToldOne:
                await PutAsync(claim, TimeSpan.Zero, tries: 0);
                break;
            case Telling.Stuck:
                LogStuck(log, told.Due!.Kind);
                metrics.Reported();
                await PutAsync(claim, LongestWait, claim.Tries + 1);
                break;
            case Telling.Unconfirmed when time.GetUtcNow() - claim.MadeAt < TurnTime && claim.MadeAt <= time.GetUtcNow():
                await PutAsync(claim, TurnTime, claim.Tries);
                break;
            case Telling.Unconfirmed:
                metrics.Dropped();
                await RemoveAsync(claim);
                break;
            default:
                await RemoveAsync(claim);
                break;
        }
    }

    private async Task FailAsync(Claim claim, PersonKey person, IChannel channel, ChannelException failure)
    {
        switch (failure.Fault)
        {
            case ChannelFault.Blocked or ChannelFault.Lost:
                LogSuspended(log, failure.Code);
                metrics.Suspended();
                await turns.RunAsync(person, new Input.Undeliverable("", ClientFacts.Unknown, failure.Code), channel, CancellationToken.None);
                break;
            case ChannelFault.Passing or ChannelFault.Throttled:
                metrics.Retried();
                var held = outreach.HeldFor(person.TenantId);
                var wait = Wait(FirstWait, claim.Tries);
                await PutAsync(claim, held > wait ? Shorter(held, LongestWait) : wait, claim.Tries + 1);
                break;
            default:
                LogReported(log, failure.Message);
                metrics.Reported();
                await PutAsync(claim, Wait(FirstReportedWait, claim.Tries), claim.Tries + 1);
                break;
        }
    }

    /// <summary>Leaves the row to whoever looks next, as if it had never been claimed. If the store does not take that, the claim ends by itself.</summary>
    private async Task ReleaseAsync(Claim claim)
    {
        try
        {
            await PutAsync(claim, TimeSpan.Zero, claim.Tries);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            LogStore(log);
        }
    }

    private async Task RemoveAsync(Claim claim)
    {
        using var limit = new CancellationTokenSource(ReminderOptionsValidator.Margin, time);
        await index.ChangeAsync(claim.Shard, new RowChange.Delete(claim.Row.Key, claim.Row.ETag), limit.Token);
    }

    /// <summary>Leaves the row to whoever finds it after a time. If it is another one by now, that is as well.</summary>
    private async Task PutAsync(Claim claim, TimeSpan wait, int tries)
    {
        using var limit = new CancellationTokenSource(ReminderOptionsValidator.Margin, time);
        await index.ChangeAsync(claim.Shard, claim.Put(time.GetUtcNow() + wait, tries), limit.Token);
    }

    private static TimeSpan Wait(TimeSpan first, int tries) =>
        Shorter(first * Math.Pow(2, Math.Min(tries, 16)), LongestWait) * (0.75 + (Random.Shared.NextDouble() / 2));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders: the store did not answer; the reminder is tried again when its claim has ended")]
    private static partial void LogStore(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders: a {Kind} stayed due after it was dealt with")]
    private static partial void LogStuck(ILogger logger, DueKind kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminders: a person is left alone until they write ({Reason})")]
    private static partial void LogSuspended(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders: one did not go out, and is tried again: {Reason}")]
    private static partial void LogReported(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders: a bug: {Type}\n{Stack}")]
    private static partial void LogBroken(ILogger logger, string type, string stack);
}
