using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using CtoBot.Telemetry;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <remarks>
/// What a person shares is written down as waiting, with the turn that sends it; then it goes out; then what became of it is noted. A process that dies
/// between leaves it waiting, and a turn of the person after <see cref="ShareLog.Grace"/> claims it and sends it, if it is still what they saw. So
/// nothing is lost in silence, and a crash repeats a message at most once.
/// </remarks>
public sealed partial class TurnRunner
{
    /// <summary>How long what is shared may take to go out.</summary>
    private static readonly TimeSpan HandOutTime = TimeSpan.FromSeconds(4);

    /// <summary>Delivers what the turn sends, and has it say what became of that.</summary>
    private async Task<Turn> HandOutAsync(PersonKey person, Turn turn, CancellationToken cancellationToken)
    {
        var became = await HandOutAsync(person, turn.State, turn.Loaded, turn.Sends!.Value, cancellationToken);
        return ShareDelivery.Told(library, turn, became, time.GetUtcNow().ToInstant());
    }

    /// <summary>Delivers what an earlier turn left. Somebody of whom nothing waits costs nothing.</summary>
    private async Task HandOutLeftAsync(PersonKey person, PersonState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        if (ShareLog.Left(state, now) is not { } left)
            return;
        PersonState? claimed = null;
        try
        {
            await KeepAsync(
                person,
                before =>
                {
                    var after = ShareLog.Claim(before, left.Number, now);
                    // Only who writes the claim has it: of two, the second reads that there is nothing to claim.
                    claimed = ReferenceEquals(after, before) ? null : after;
                    return after;
                },
                cancellationToken);
            if (claimed is not null)
                await HandOutAsync(person, claimed, null, left.Number, cancellationToken);
        }
        catch (StoreUnavailableException failure)
        {
            // The person's own turn is answered: it must not look as if it had failed.
            LogWaits(log, failure.GetType().Name);
        }
    }

    private async Task<ImmutableDictionary<string, ShareStatus>> HandOutAsync(PersonKey person, PersonState state, ImmutableDictionary<string, Draft>? filed, int number, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("hand out");
        using var limit = new CancellationTokenSource(HandOutTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var became = ImmutableDictionary<string, ShareStatus>.Empty;
        try
        {
            became = await post.DeliverAsync(person, state, filed, ShareLog.Find(state, number)!, limited.Token);
            using var noting = new CancellationTokenSource(RecordTime, time);
            await KeepAsync(person, kept => ShareLog.Note(kept, number, became), noting.Token);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            // It stays waiting: what went out is remembered by this process and not sent again by it.
            span.Fail(failure);
            LogWaits(log, failure.GetType().Name);
        }

        return became;
    }
}
