using BenchmarkDotNet.Attributes;
using CtoBot.Benchmarks.Turns;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Teams;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace CtoBot.Benchmarks.Stages;

/// <summary>What a ticked step of the plan costs, part by part, and the whole of it on SQLite.</summary>
[MemoryDiagnoser]
public class Stages
{
    private const int Warming = 100;
    private const string ServiceUrl = "http://127.0.0.1:9";
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;
    private readonly string folder = Directory.CreateTempSubdirectory("ctobot-stages-").FullName;
    private readonly Instant now = SystemClock.Instance.GetCurrentInstant();
    private Host host = null!;
    private Func<int, byte[]> ticks = null!, messages = null!, received = null!;
    private Row row = null!;
    private PersonState state = null!;
    private Input.Submitted input = null!;
    private Turn turn = null!;
    private Answering answering = null!;
    private IReadOnlyList<RowChange> changes = null!;
    private IStore tables = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var script = await Script.MakeAsync();
        await Crowd.WriteAsync(folder, script, 0, 3);
        host = await Host.StartAsync(folder);
        (ticks, received) = (script.Ticks(ServiceUrl, 0), script.Ticks(ServiceUrl, 2));
        messages = script.Ticks(ServiceUrl, 1, execute: false);
        var start = (await script.Start.StateAsync()).Revision;
        for (var warm = 0; warm < Warming; warm++)
            await TickAsync();
        row = (await host.Store.ReadAsync(StoreTable.CtoBot, ActivityTemplate.Person(0).Partition, PersonKey.StateRow, default))!;
        state = StateRow.Read(row);
        // A turn that is refused would be quick.
        if (state.Revision - start != Warming)
            throw new InvalidOperationException($"Of {Warming} ticks {state.Revision - start} were taken in.");
        input = script.Ticking(state);
        turn = StepOnce();
        answering = new(Outgoing.Card(CardRenderer.Write(turn.Replies[0], turn.Texts)!, turn.Replies[0]));
        changes = StateRow.Changes(turn, state, row, ActivityTemplate.Person(0), now.ToDateTimeOffset())
            .Select(change => change is RowChange.Replace(var replaced, _) ? new RowChange.Upsert(replaced) : change).ToArray();
        tables = StubTable.Of(changes.Count);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Description = "receive an activity")]
    public Task<int> ReceiveAsync() => host.PostAsync(received(0), Silent.Bot);

    [Benchmark(Description = "read the state")]
    public PersonState ReadState() => StateRow.Read(row);

    [Benchmark(Description = "step")]
    public Turn StepOnce() => Conversation.Step(Library, state, input, now);

    [Benchmark(Description = "rows to save")]
    public object SaveState() => StateRow.Changes(turn, state, row, ActivityTemplate.Person(0), now.ToDateTimeOffset());

    [Benchmark(Description = "render the card")]
    public object Render() => CardRenderer.Write(turn.Replies[0], turn.Texts)!;

    [Benchmark(Description = "receive, and send a rendered card")]
    public Task<int> SendAsync() => host.PostAsync(received(0), answering);

    [Benchmark(Description = "build a table transaction, and read its answer")]
    public Task TransactAsync() => tables.WriteAsync(StoreTable.CtoBot, ActivityTemplate.Person(0).Partition, changes, default).AsTask();

    [Benchmark(Description = "whole turn by invoke, SQLite")]
    public Task<int> TickAsync() => host.PostAsync(ticks(0));

    [Benchmark(Description = "whole turn by message, SQLite")]
    public Task<int> MessageAsync() => host.PostAsync(messages(0));

    private sealed class Silent : IBot
    {
        public static readonly Silent Bot = new();

        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class Answering(Activity card) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync(MessageFactory.Attachment(card.Attachments[0]), cancellationToken);
    }
}
