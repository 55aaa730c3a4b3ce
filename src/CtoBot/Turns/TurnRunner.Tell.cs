using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using CtoBot.Telemetry;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>What became of a row of the due index.</summary>
public enum Telling
{
    /// <summary>The person's state does not name this row.</summary>
    Unconfirmed,

    /// <summary>There was nothing to say now; the person's row is another one.</summary>
    Moved,

    /// <summary>It was said, and that is recorded; the person's row is another one.</summary>
    Told,

    /// <summary>It was said, and that is recorded; something else is due at the same time, by the same row.</summary>
    ToldOne,

    /// <summary>What is due stayed due. That is a bug of the rules, and the row must not be tried again at once.</summary>
    Stuck,
}

/// <summary>What became of a row of the due index, and what it was about.</summary>
/// <param name="Telling">What became of it.</param>
/// <param name="Due">The reminder; null if none was due.</param>
public readonly record struct Told(Telling Telling, Due? Due);

/// <remarks>
/// A reminder is sent first and recorded after. No order gives exactly one: the channel and the store know nothing of each other, and
/// the process may die between the two. Recorded first, a reminder would be lost then, and nobody would know; sent first, it comes
/// once more. An alarm clock that rings twice is a good one. Who may send at all is decided before, by the claim on the row of the due index: so under
/// normal running it is one process, once. A crash repeats at most what that process was sending at the time: a message keeps its place among those in flight until it is recorded.
/// <see cref="SentTurns"/> sees to it that a process which sent, and could not record, does not send again but only records.
/// </remarks>
public sealed partial class TurnRunner
{
    /// <summary>How long recording may take: the message is out, and nothing but the end of the process shall keep it from being recorded.</summary>
    private static readonly TimeSpan RecordTime = TimeSpan.FromSeconds(10);

    /// <summary>Tells a person what is due, if it is. The row itself is left to the caller, who removes it or puts it back.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="key">The row of the due index, which the caller has claimed.</param>
    /// <param name="channel">Where it goes.</param>
    /// <param name="sending">Ends the sending, as the claim does; what was sent is recorded all the same.</param>
    /// <exception cref="ChannelException">It did not go out, and nothing was recorded.</exception>
    /// <exception cref="StoreUnavailableException">It may have gone out. Called again on this process, it is only recorded then.</exception>
    /// <exception cref="NewerSchemaException">A newer program wrote the person's state.</exception>
    /// <exception cref="OperationCanceledException">It did not begin to go out.</exception>
    public async Task<Told> TellAsync(PersonKey person, string key, IChannel channel, CancellationToken sending)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(channel);
        var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, sending);
        if (row is null || StateRow.IsErasing(row))
            return new(Telling.Unconfirmed, null);
        var state = StateRow.Read(row);
        if (state.DueAt is not { } at || DueKey.Of(at, person.Partition) != key)
            return new(Telling.Unconfirmed, null);
        var now = time.GetUtcNow().ToInstant();
        if (Schedule.Next(state, now, library.Holidays) is not { } next || next.At > now)
        {
            await KeepAsync(person, same => same, sending);
            return new(Telling.Moved, null);
        }

        var tick = new Input.Tick("", ClientFacts.Unknown, next.Kind, next.Day);
        // What two share is looked at for its check-ins only.
        var shared = next.Kind == DueKind.CheckIn ? (await keeper.SyncAsync(person, state, null, sending)).Shared : Shared.None;
        var turn = await StepAsync(person, state, tick, shared, sending);
        // What is due next was asked to name the row: only if that is at the same time may it be the same.
        if (turn.State.DueAt == next.At && Schedule.Next(turn.State, now, library.Holidays) == next)
            return new(Telling.Stuck, next);
        var id = string.Create(CultureInfo.InvariantCulture, $"{next.Kind} {next.Day:uuuu-MM-dd} {next.At.ToUnixTimeTicks()}");
        // Before it is sent, so that what is left to do after is one write: whoever dies until then says it twice.
        var added = turn.State.DueAt != state.DueAt ? turn.State.DueAt : null;
        if (added is { } following)
            await due.AddAsync(person.Partition, following, time.GetUtcNow(), sending);
        try
        {
            if (!turn.Replies.IsEmpty && sent.Begin(person, id))
                await SendAsync(person, turn, id, channel, sending);
            using var limit = new CancellationTokenSource(RecordTime, time);
            await RecordAsync(person, tick, turn, state, row, channel.Chat, added, shared, limit.Token);
        }
        finally
        {
            channel.Settled();
        }

        sent.Forget(person, id);
        return new(turn.State.DueAt == state.DueAt ? Telling.ToldOne : turn.Replies.IsEmpty ? Telling.Moved : Telling.Told, next);
    }

    /// <summary>Sees to it that a person's next reminder is in the due index, even if the state says that it is.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    internal async Task<bool> PlanAsync(PersonKey person, CancellationToken cancellationToken)
    {
        await KeepAsync(person, same => same, cancellationToken);
        var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
        if (row is null || StateRow.IsErasing(row) || StateRow.Read(row).DueAt is not { } at)
            return false;
        if (await due.FindAsync(person.Partition, at, cancellationToken) is null)
            await due.AddAsync(person.Partition, at, time.GetUtcNow(), cancellationToken);
        return true;
    }

    private async Task SendAsync(PersonKey person, Turn turn, string id, IChannel channel, CancellationToken sending)
    {
        using var span = Spans.Start("send");
        try
        {
            await channel.SendAsync(turn, sending);
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            sent.Forget(person, id);
            if (channel.Chat is { } chat && chat != turn.State.Chat)
                await KeepAsync(person, state => state with { Chat = chat }, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Records what was sent, whatever the person did meanwhile.</summary>
    private async Task RecordAsync(PersonKey person, Input.Tick tick, Turn turn, PersonState before, Row? row, ChatReference? chat, Instant? added, Shared shared, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("record");
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (chat is not null)
                turn = turn with { State = turn.State with { Chat = chat } };
            if (turn.State == before || await SaveAsync(person, turn, before, row, heardOf: false, cancellationToken, added))
                return;
            LogConflict(log, attempt);
            row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
            if (row is null || StateRow.IsErasing(row))
                return;
            before = StateRow.Read(row);
            turn = await StepAsync(person, before, tick, shared, cancellationToken);
            // Whoever was first may have removed the row that was added.
            added = null;
        }

        throw Beaten();
    }
}
