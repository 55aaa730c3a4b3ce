using CtoBot.Core.State;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>States in memory: only ever what the store's own row says.</summary>
public sealed class StateCacheTests : IDisposable
{
    private static readonly PersonKey Person = new("tenant", "person");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private readonly StateCache states = new();

    [Fact]
    public void What_was_read_once_is_not_read_again()
    {
        var row = RowOf(new PersonState { Revision = 1, Focus = "setup" });
        var read = states.Read(Person, row);
        Assert.Equal("setup", read.Focus);
        Assert.Same(read, states.Read(Person, row));
        // The same words at another ETag, as after a write that changed nothing.
        Assert.Same(read, states.Read(Person, row with { ETag = "another" }));
    }

    [Fact]
    public void A_document_that_another_instance_wrote_is_read_even_if_nothing_but_a_character_differs()
    {
        states.Read(Person, RowOf(new PersonState { Revision = 1, Focus = "setup" }));
        Assert.Equal("setuq", states.Read(Person, RowOf(new PersonState { Revision = 1, Focus = "setuq" })).Focus);
        Assert.Equal("setup", states.Read(Person, RowOf(new PersonState { Revision = 1, Focus = "setup" })).Focus);
    }

    [Fact]
    public void What_was_written_of_somebody_who_is_here_is_found()
    {
        states.Read(Person, RowOf(new PersonState { Revision = 1 }));
        var after = new PersonState { Revision = 2, Focus = "setup" };
        var change = StateRow.Change(after, RowOf(new PersonState { Revision = 1 }) with { ETag = "1" }, Now);
        states.Written(Person, [change], after);

        var found = states.Read(Person, Assert.IsType<RowChange.Replace>(change).Row);
        Assert.Equal(2, found.Revision);
        Assert.Same(after, found);
    }

    [Fact]
    public void What_is_written_of_somebody_who_is_not_here_is_not_kept_nor_what_was_forgotten()
    {
        var state = new PersonState { Revision = 1, Client = new ClientFacts("Alex", "en", "Etc/UTC") };
        var row = RowOf(state);
        states.Written(Person, [new RowChange.Add(row)], state);
        Assert.NotSame(state.Client, states.Read(Person, row).Client);

        states.Forget(Person);
        states.Written(Person, [new RowChange.Add(row)], state);
        Assert.NotSame(state.Client, states.Read(Person, row).Client);
    }

    [Fact]
    public void Two_people_with_the_same_words_stay_two()
    {
        var row = RowOf(new PersonState { Revision = 1 });
        Assert.NotSame(states.Read(Person, row), states.Read(new("another", "person"), row));
    }

    public void Dispose() => states.Dispose();

    private static Row RowOf(PersonState state) => Assert.IsType<RowChange.Add>(StateRow.Change(state, null, Now)).Row;
}
