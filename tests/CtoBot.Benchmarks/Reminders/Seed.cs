using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>People who set the bot up, all alike, written into a store as fast as it takes them.</summary>
internal sealed class Seed(IStore store, PersonState template)
{
    private const int AtOnce = 256;

    /// <summary>The conversation of a person: it says the tenant, so that the connector need not read what it is sent.</summary>
    public static string Conversation(PersonKey person) => $"{person.TenantId}:{person.UserId}";

    /// <summary>A person of a number.</summary>
    public static PersonKey Person(int number, int tenants, string kind) => new(
        string.Create(CultureInfo.InvariantCulture, $"tenant-{number % tenants:d5}"), string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:d7}"));

    /// <summary>Somebody who said when they want to be reminded, every day of the week.</summary>
    public static async Task<PersonState> TemplateAsync(TimeProvider time, string serviceUrl, TimeOnly reminder)
    {
        var store = new OneRow();
        var turns = new TurnRunner(store, ContentLibrary.Load(ContentFiles.BuiltIn()), time, new SentTurns(), NullLogger<TurnRunner>.Instance);
        var channel = new Kept();
        var person = new PersonKey("template", "template");
        var start = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await turns.RunAsync(person, new Input.Installed("0", new ClientFacts("", "en-US", "Etc/UTC")), channel, default);
        await PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, "setup")));
        await AnswerAsync(("hat", "cto"), ("company", "Example"));
        await AnswerAsync(("zone", "Etc/UTC"), ("reminder", reminder.ToString("HH:mm", CultureInfo.InvariantCulture)), ("workdays", "mon,tue,wed,thu,fri,sat,sun"));
        await AnswerAsync(("start", start));
        if (channel.Last.FirstOrDefault() is Reply.Ask { Fields: [{ Question.Id: "startKeep" }, ..] })
            await AnswerAsync(("startKeep", "keep"));
        var state = store.State ?? throw new InvalidOperationException("The setup was not kept.");
        return state with { Chat = new ChatReference(serviceUrl, "msteams", "28:bot", "", "", null, Trusted: false), Seen = [] };

        Task PressAsync(CardAction action, params (string Question, string Value)[] fields) => turns.RunAsync(
            person, new Input.Submitted(Guid.NewGuid().ToString(), ClientFacts.Unknown, action, fields.ToImmutableDictionary(field => field.Question, field => field.Value)), channel, default);

        Task AnswerAsync(params (string Question, string Value)[] fields) =>
            channel.Last.OfType<Reply.Ask>().FirstOrDefault() is { } ask ? PressAsync(ask.Submit.Action, fields) : Task.CompletedTask;
    }

    /// <summary>Writes people whose next reminder is at a time.</summary>
    public async Task WriteAsync(IEnumerable<PersonKey> people, Instant at)
    {
        var index = new DueIndex(store);
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancellationToken) =>
        {
            var state = template with
            {
                DueAt = at,
                Chat = template.Chat! with { TenantId = person.TenantId, UserId = person.UserId, ConversationId = Conversation(person) },
            };
            await index.AddAsync(person.Partition, at, at.ToDateTimeOffset(), cancellationToken);
            await store.WriteAsync(StoreTable.CtoBot, person.Partition, [StateRow.Change(state, null, at.ToDateTimeOffset())], cancellationToken);
        });
    }

    private sealed class Kept : IChannel
    {
        public ImmutableArray<Reply> Last { get; private set; } = [];

        public bool AnswersRepeats => true;

        public Task SendAsync(Turn turn, CancellationToken cancellationToken)
        {
            Last = turn.Replies;
            return Task.CompletedTask;
        }
    }

    /// <summary>Keeps the state of the one person there is.</summary>
    private sealed class OneRow : IStore
    {
        private Row? row;

        public string Name => "one row";

        public PersonState? State => row is null ? null : StateRow.Read(row);

        public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(table == StoreTable.CtoBot && key == PersonKey.StateRow ? row : null);

        public IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken) => AsyncEnumerable.Empty<Row>();

        public ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
        {
            row = changes.Select(change => change switch { RowChange.Add add => add.Row, RowChange.Replace replace => replace.Row, _ => null })
                .FirstOrDefault(changed => table == StoreTable.CtoBot && changed?.Key == PersonKey.StateRow) ?? row;
            return ValueTask.FromResult(new WriteResult(true, ImmutableDictionary<string, string>.Empty));
        }

        public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken) => AsyncEnumerable.Empty<(string, Row)>();
    }
}
