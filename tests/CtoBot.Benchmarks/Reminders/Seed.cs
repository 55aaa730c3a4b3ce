using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>People who set the bot up, all alike, written into a store as fast as it takes them: a million in a few minutes.</summary>
internal sealed class Seed(IStore store, PersonState template)
{
    private const int AtOnce = 256;

    /// <summary>The conversation of a person: it says the tenant, so that the connector need not read what it is sent.</summary>
    public static string Conversation(PersonKey person) => $"{person.TenantId}:{person.UserId}";

    /// <summary>The partition of the person of a conversation.</summary>
    public static string Partition(string conversation) => new PersonKey(conversation.Split(':')[0], conversation.Split(':')[1]).Partition;

    /// <summary>A person of a number.</summary>
    public static PersonKey Person(int number, int tenants, string kind) => new(
        string.Create(CultureInfo.InvariantCulture, $"tenant-{number % tenants:d5}"), string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:d7}"));

    /// <summary>Somebody who said when they want to be reminded, every day of the week.</summary>
    public static async Task<PersonState> TemplateAsync(TimeProvider time, string serviceUrl, TimeOnly reminder)
    {
        var store = new OneRow();
        var turns = new TurnRunner(store, ContentLibrary.BuiltIn, time, new SentTurns(), NullLogger<TurnRunner>.Instance);
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
    public async Task WriteAsync(IReadOnlyCollection<PersonKey> people, Instant at)
    {
        var index = new DueIndex(store);
        var made = new Made(template, at);
        await ForEachAsync(people, (person, cancellationToken) => AddAsync(StoreTable.CtoBot, person.Partition, [made.Of(person)], cancellationToken));
        await ForEachAsync(
            people.GroupBy(person => index.ShardOf(person.Partition)).SelectMany(shard => shard.Chunk(IStore.MaxChanges).Select(some => (Shard: shard.Key, People: some))),
            (some, cancellationToken) => AddAsync(StoreTable.Due, some.Shard, [.. some.People.Select(person => DueIndex.RowOf(person.Partition, at, at.ToDateTimeOffset()))], cancellationToken));
    }

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> write) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, write);

    private async ValueTask AddAsync(StoreTable table, string partition, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        if (!(await store.WriteAsync(table, partition, [.. rows.Select(row => new RowChange.Add(row))], cancellationToken)).Saved)
            throw new InvalidOperationException("There was such a row already.");
    }

    /// <summary>The state row of a person: that of the template, with the person's ids in its JSON.</summary>
    private sealed class Made(PersonState template, Instant at)
    {
        private readonly Row row = ((RowChange.Add)StateRow.Change(
            template with { DueAt = at, Chat = template.Chat! with { TenantId = "{tenant}", UserId = "{user}", ConversationId = "{chat}" } }, null, at.ToDateTimeOffset())).Row;

        public Row Of(PersonKey person) => row with
        {
            Columns = row.Columns.SetItem("json", StateRow.Document(row)!
                .Replace("{tenant}", person.TenantId, StringComparison.Ordinal).Replace("{user}", person.UserId, StringComparison.Ordinal).Replace("{chat}", Conversation(person), StringComparison.Ordinal)),
        };
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
