using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using CtoBot.Turns;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Operations;

/// <summary>Shows which reminders would go out: times, kinds and ids, and nothing that a person said.</summary>
internal static class PreviewCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "reminders preview", "[--at TIME]", "Lists what would go out at a time, e.g. 2026-11-23T06:30:00Z; now if none is given. Sends and changes nothing.", RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var at = TimeOf(context.Arguments["at"], context.Time).ToInstant();
        var store = context.Services.GetRequiredService<IStore>();
        await store.PrepareAsync(cancellationToken);
        var holidays = context.Services.GetRequiredService<ContentLibrary>().Holidays;
        var due = 0;
        var unconfirmed = 0;
        foreach (var shard in context.Services.GetRequiredService<DueIndex>().Shards)
        {
            await foreach (var row in store.QueryAsync(StoreTable.Due, shard, DueKey.Until(at), cancellationToken))
            {
                if (DueKey.PersonOf(row.Key) is not { } person)
                    continue;
                if (await NextAsync(store, row.Key, person, at, holidays, cancellationToken) is { } next)
                {
                    await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{next.At}  {next.Kind,-8} {next.Day:uuuu-MM-dd}  {person}"));
                    due++;
                }
                else
                {
                    unconfirmed++;
                }
            }
        }

        await context.Output.WriteLineAsync($"{due} would go out at {at}; {unconfirmed} other rows are due, of which nothing would come.");
        return true;
    }

    private static async Task<Due?> NextAsync(IStore store, string key, string person, Instant at, ImmutableSortedSet<LocalDate> holidays, CancellationToken cancellationToken) =>
        await store.ReadAsync(StoreTable.CtoBot, person, PersonKey.StateRow, cancellationToken) is { } row && !StateRow.IsErasing(row)
        && StateRow.Read(row) is { DueAt: { } dueAt } state && DueKey.Of(dueAt, person) == key
        && Schedule.Next(state, at, holidays) is { } next && next.At <= at
            ? next
            : null;

    private static DateTimeOffset TimeOf(string? value, TimeProvider time) =>
        value is null ? time.GetUtcNow()
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new OperatorException("--at is no time: write it as 2026-11-23T06:30:00Z.");
}
