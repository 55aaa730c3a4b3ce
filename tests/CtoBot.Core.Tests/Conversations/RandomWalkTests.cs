using FsCheck;
using FsCheck.Fluent;

namespace CtoBot.Core.Tests.Conversations;

public sealed class RandomWalkTests
{
    private const int Sequences = 10_000;

    [Fact]
    public void Random_inputs_with_crashes_repeats_and_reordering_lose_nothing_and_never_throw()
    {
        var turns = 0L;
        var happenings =
            from kind in ArbMap.Default.GeneratorFor<byte>()
            from choice in Gen.Choose(0, ushort.MaxValue)
            from filling in Gen.Choose(0, ushort.MaxValue)
            from delivery in ArbMap.Default.GeneratorFor<byte>()
            select new Happening(kind, (ushort)choice, (ushort)filling, delivery);
        Prop.ForAll(
                Arb.From(happenings.ArrayOf().Resize(40), Shorter),
                sequence =>
                {
                    var walk = new RandomWalk();
                    walk.Walk(sequence);
                    Interlocked.Add(ref turns, walk.Turns);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));
        TestContext.Current.TestOutputHelper!.WriteLine($"{Sequences} sequences, {turns} turns");
        Assert.True(turns > Sequences * 10L, $"only {turns} turns");
    }

    private static IEnumerable<Happening[]> Shorter(Happening[] sequence) =>
        Enumerable.Range(0, sequence.Length).Select(left => sequence.Where((_, index) => index != left).ToArray());
}
