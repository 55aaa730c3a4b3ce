using CtoBot.Core.Content;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// Plays scripts to two instances of the bot, as Teams would: an activity that was not taken in is delivered again until it is, some
/// are delivered to both at once, and some once more much later.
/// </summary>
internal sealed class Instances(IStore first, IStore second, ContentLibrary library)
{
    private const int Late = 20;
    private readonly SentTurns[] sent = [new(), new()];
    private int redeliveries;
    private int copies;

    /// <summary>Deliveries after one that ended with the store unavailable.</summary>
    public int Redeliveries => redeliveries;

    /// <summary>Deliveries of what another instance took in at the same time, or what had been taken in before.</summary>
    public int Copies => copies;

    /// <summary>Plays the script of one person, in order.</summary>
    public async Task PlayAsync(PersonKey person, IReadOnlyList<ScriptedTurn> script, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var clock = new TestClock(script[0].At);
        TurnRunner[] runners = [.. new[] { first, second }.Select((store, instance) => new TurnRunner(store, library, clock, sent[instance], NullLogger<TurnRunner>.Instance))];
        var known = 0;
        for (var turn = 0; turn < script.Count; turn++)
        {
            clock.Advance(script[turn].At - clock.GetUtcNow());
            var one = random.Next(2);
            var deliveries = new List<Task> { DeliverAsync(runners[one], person, script[turn], cancellationToken) };
            if (random.Next(8) == 0)
            {
                deliveries.Add(DeliverAsync(runners[1 - one], person, script[turn], cancellationToken));
                Interlocked.Increment(ref copies);
            }
            await Task.WhenAll(deliveries);
            // Who was forgotten is a stranger, also to what they did before: that it was done is forgotten as well.
            if (script[turn].Forgot)
                known = turn + 1;
            if (random.Next(12) == 0 && known <= turn)
            {
                await DeliverAsync(runners[random.Next(2)], person, script[Math.Max(known, turn - random.Next(Late))], cancellationToken);
                Interlocked.Increment(ref copies);
            }
        }
    }

    private async Task DeliverAsync(TurnRunner runner, PersonKey person, ScriptedTurn turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await runner.RunAsync(person, turn.Input, new Replies(), cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is StoreUnavailableException or ErasureInterruptedException)
            {
                Interlocked.Increment(ref redeliveries);
            }
        }
    }
}
