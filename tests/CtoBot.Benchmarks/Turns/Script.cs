using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.State;

namespace CtoBot.Benchmarks.Turns;

/// <summary>What people who are all in the same state press: the same on every target, and as often as a load needs it.</summary>
internal sealed class Script
{
    private readonly Press tick, untick;
    private readonly ImmutableArray<Press> debrief;

    private Script(Walk start, Press tick, Press untick, ImmutableArray<Press> debrief)
    {
        Start = start;
        (this.tick, this.untick) = (tick, untick);
        this.debrief = debrief;
    }

    /// <summary>The rows of everybody at the start: set up, a debrief before its first answer.</summary>
    public Walk Start { get; }

    /// <summary>How many sends a debrief takes; the last one files it.</summary>
    public int Sends => debrief.Length;

    /// <summary>Of somebody who has given about so many answers before.</summary>
    /// <param name="answers">How many.</param>
    /// <param name="daysAgo">How long ago their first day was: at least <see cref="DaysOf"/>.</param>
    public static async Task<Script> MakeAsync(int answers = 0, int daysAgo = 0)
    {
        var (start, press, _) = await BeginAsync(answers, daysAgo);
        // The same again, and on: the buttons carry nothing that differs.
        var (walk, _, _) = await BeginAsync(answers, daysAgo);
        return new(start, press.Tick, press.Untick, await walk.AnswerAsync());
    }

    /// <summary>Each client ticks and unticks a step of their own person's.</summary>
    /// <param name="serviceUrl">The connector.</param>
    /// <param name="first">The person of the first client.</param>
    /// <param name="execute">Whether by an invoke, or else by a message.</param>
    public Func<int, byte[]> Ticks(string serviceUrl, int first, bool execute = true)
    {
        var make = execute ? (Func<Press, string, ActivityTemplate>)ActivityTemplate.Execute : ActivityTemplate.Submit;
        ActivityTemplate[] both = [make(tick, serviceUrl), make(untick, serviceUrl)];
        var pressed = new int[Clients];
        return client => both[pressed[client] % 2].Make(first + client, Unique(first, pressed[client]++));
    }

    /// <summary>The same, by a person chosen at random each time; everybody ticks once before anybody unticks.</summary>
    public Func<int, byte[]> TicksOf(string serviceUrl, int people, int seed)
    {
        ActivityTemplate[] both = [ActivityTemplate.Execute(tick, serviceUrl), ActivityTemplate.Execute(untick, serviceUrl)];
        // A step that no person count shares a factor with visits everybody, far from the one before.
        const long stride = 7_368_787;
        var turn = (long)seed - 1;
        return _ =>
        {
            var now = Interlocked.Increment(ref turn);
            return both[now / people % 2].Make((int)(now * stride % people), now);
        };
    }

    /// <summary>Each client answers the debriefs of one person after the other.</summary>
    /// <param name="serviceUrl">The connector.</param>
    /// <param name="first">The first of these people.</param>
    /// <param name="filing">Whether the last send of a debrief belongs to it.</param>
    public Func<int, byte[]> Answers(string serviceUrl, int first, bool filing = true)
    {
        ActivityTemplate[] sends = [.. debrief.Take(filing ? Sends : Sends - 1).Select(press => ActivityTemplate.Execute(press, serviceUrl))];
        var person = new int[Clients];
        var sent = new int[Clients];
        var next = first - 1;
        return client =>
        {
            if (sent[client] % sends.Length == 0)
                person[client] = Interlocked.Increment(ref next);
            return sends[sent[client]++ % sends.Length].Make(person[client], Unique(person[client], sent[client]));
        };
    }

    /// <summary>Ticks the step, or unticks it, whichever can be done.</summary>
    public Input.Submitted Ticking(PersonState state)
    {
        var press = state.Steps.GetValueOrDefault(tick.Action[DataKeys.Step])?.DoneAt is null ? tick : untick;
        return new("a new one", ClientFacts.Unknown, press.Action, press.Fields);
    }

    /// <summary>The most clients at once.</summary>
    public const int Clients = 16;

    private static long Unique(int person, int turn) => (person * 1_000_003L + turn) % 9_999_999_967;

    /// <summary>On how many days so many answers are given, a visit a day: no debrief has more than 60, nor fewer than 20.</summary>
    public static int DaysOf(int answers) => answers / 20;

    private static async Task<(Walk Walk, (Press Tick, Press Untick) Press, int Answers)> BeginAsync(int answers, int daysAgo)
    {
        var walk = await Walk.BeginAsync(daysAgo);
        var kept = await walk.CollectAsync(answers);
        var press = await walk.TickAsync();
        await walk.VisitAsync();
        return (walk, press, kept);
    }
}
