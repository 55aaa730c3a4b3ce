using System.Collections.Concurrent;
using System.Collections.Immutable;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using CtoBot.Tests.Cards;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Partners;

/// <summary>Instances of the bot on their stores, and the people who speak to them.</summary>
internal sealed class PairBot : IOutreach
{
    public static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    private readonly TurnRunner[] instances;
    private readonly ConcurrentDictionary<string, Someone> people = new(StringComparer.Ordinal);

    /// <summary>One instance a store; stores of several instances hold the same rows.</summary>
    public PairBot(TimeProvider clock, params IStore[] stores)
    {
        Clock = clock;
        Store = stores[0];
        instances = [.. stores.Select(store => new TurnRunner(store, Library, clock, new SentTurns(), NullLogger<TurnRunner>.Instance, outreach: this))];
    }

    public TimeProvider Clock { get; }

    public IStore Store { get; }

    /// <summary>Somebody in a tenant.</summary>
    public Someone Person(string user, string name, string tenant = "tenant-1") =>
        people.GetOrAdd($"{tenant}|{user}", _ => new Someone(this, new PersonKey(tenant, user), name));

    public IChannel To(PersonKey person, SendWindow? window) => people[$"{person.TenantId}|{person.UserId}"].Inbox;

    /// <summary>What was said unasked in a group chat.</summary>
    public ImmutableArray<Reply> Announced => [.. people.Values.SelectMany(person => person.Inbox.InGroups)];

    public TimeSpan HeldFor(string tenantId) => TimeSpan.Zero;

    public TurnRunner Instance(int index) => instances[index % instances.Length];

    /// <summary>The partnership of two people, as it is kept, or that of an id; null for none.</summary>
    public async Task<PartnershipState?> PairAsync(string? id = null)
    {
        await foreach (var (_, row) in Store.ScanAsync(StoreTable.CtoBot, CancellationToken.None))
        {
            if (row.Key == PairKey.PairRow && PairStore.Read(row) is var pair && (id is null || pair.Id == id))
                return pair;
        }

        return null;
    }

    /// <summary>Every row that is kept, as one text.</summary>
    public async Task<string> KeptAsync(Func<string, bool>? ofPartition = null)
    {
        var kept = new List<string>();
        await foreach (var (partition, row) in Store.ScanAsync(StoreTable.CtoBot, CancellationToken.None))
        {
            if (ofPartition?.Invoke(partition) != false)
                kept.Add($"{partition} {row.Key} {string.Join(' ', row.Columns.Select(column => $"{column.Key}={column.Value}"))}");
        }

        return string.Join('\n', kept);
    }

    /// <summary>A CMO and a CTO who have begun.</summary>
    public static async Task<(PairBot Bot, Someone Cmo, Someone Cto)> BegunAsync(TimeProvider clock, string mode = "apart", params IStore[] stores)
    {
        var bot = new PairBot(clock, stores);
        var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
        var cto = await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto");
        await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)));
        await cmo.AnswerAsync(("who", "Tom Berg"), ("mode", mode));
        var code = (await bot.PairAsync())!.Invitation.Code;
        await cto.SayAsync("accept " + code);
        return (bot, cmo, cto);
    }
}

/// <summary>Somebody who speaks to the bot.</summary>
internal sealed class Someone(PairBot bot, PersonKey key, string name)
{
    private readonly ClientFacts client = new(name, "en-GB", "Europe/Berlin");
    private int inputs;
    private int before;

    public PersonKey Key { get; } = key;

    public Inbox Inbox { get; } = new();

    /// <summary>Whether the channel says that the person is a guest of the organisation.</summary>
    public bool IsGuest { get; set; }

    /// <summary>Where the channel says that the person's private chat is; null if it does not say.</summary>
    public ChatReference? Chat { get; set; }

    /// <summary>What the person was shown last, by an answer.</summary>
    public ImmutableArray<Reply> Shown { get; private set; } = [];

    /// <summary>How often the person wrote or pressed something.</summary>
    public int Sends => inputs - before;

    /// <summary>Everything that the person was ever shown, as text.</summary>
    public string Everything => string.Join('\n', Inbox.All.Concat(answered).Select(Text));

    private readonly List<Reply> answered = [];

    public string Last => string.Join('\n', Shown.Select(Text));

    public async Task<Someone> SetUpAsync(string hat)
    {
        await TakeAsync(new Input.Installed(NextId(), client));
        await PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, "setup")));
        await AnswerAsync(("hat", hat), ("company", "Contoso"));
        await AnswerAsync(("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        if (hat == "cto")
        {
            await AnswerAsync(("start", "2026-11-27"));
            await AnswerAsync(("salesHead", "Dana Kim"), ("reports", "Ann Lee"));
        }
        else
        {
            await AnswerAsync(("cto", "Tom Berg"));
        }

        before = inputs;
        return this;
    }

    public Task SayAsync(string words, int instance = 0, string? id = null) => TakeAsync(new Input.Said(id ?? NextId(), client, words), instance);

    /// <summary>Writes words that mention people.</summary>
    public Task MentionAsync(string words, params ImmutableArray<Person> people) => TakeAsync(new Input.Said(NextId(), client, words) { Mentions = people });

    public Task PressAsync(CardAction action, params (string Question, string Value)[] fields) => PressAsync(0, action, fields);

    /// <summary>Presses a button as a client does: what its data says comes back as JSON.</summary>
    public Task PressAsync(int instance, CardAction action, params (string Question, string Value)[] fields)
    {
        var sent = JObject.FromObject(CardData.Write(action));
        foreach (var (question, value) in fields)
            sent[CardData.InputId(question)] = value;
        var (read, given) = CardData.Read(action.Verb, sent)!.Value;
        return TakeAsync(new Input.Submitted(NextId(), client, read, given), instance);
    }

    /// <summary>Presses the button of this label on what was shown last, or on the latest message.</summary>
    public Task PressAsync(string label, params (string Question, string Value)[] fields) => PressAsync(
        Shown.Concat(Inbox.All.Reverse()).SelectMany(ReplyButtons.Of).FirstOrDefault(button => button.Label == label)?.Action
            ?? throw new InvalidOperationException($"There is no '{label}' in:\n{Last}\n--\n{string.Join('\n', Inbox.All.Select(Text))}"),
        fields);

    /// <summary>Fills the card that asks, and sends it.</summary>
    public Task AnswerAsync(params (string Question, string Value)[] fields) =>
        PressAsync(Shown.OfType<Reply.Ask>().LastOrDefault()?.Submit.Action ?? throw new InvalidOperationException("Nothing is asked in:\n" + Last), fields);

    /// <summary>Says something to the bot in a group chat.</summary>
    public Task<GroupTurn> SayInAsync(GroupInbox group, string words) => bot.Instance(0).RunInGroupAsync(Key, new Input.Said(NextId(), client, words), group, TestContext.Current.CancellationToken);

    /// <summary>Presses a button in a group chat.</summary>
    public Task<GroupTurn> PressInAsync(GroupInbox group, CardAction action, params (string Question, string Value)[] fields) =>
        bot.Instance(0).RunInGroupAsync(Key, Press(action, fields), group, TestContext.Current.CancellationToken);

    /// <summary>Presses the button of this label on the latest card of a group chat.</summary>
    public Task<GroupTurn> PressInAsync(GroupInbox group, string label, params (string Question, string Value)[] fields) =>
        PressInAsync(group, ReplyButtons.Of(group.All[^1]).First(button => button.Label == label).Action, fields);

    public async Task<PersonState> StateAsync() =>
        await bot.Store.ReadAsync(StoreTable.CtoBot, Key.Partition, PersonKey.StateRow, CancellationToken.None) is { } row ? StateRow.Read(row) : new PersonState();

    public async Task TakeAsync(Input input, int instance = 0)
    {
        var channel = new Inbox { IsGuest = IsGuest, Chat = Chat };
        await bot.Instance(instance).RunAsync(Key, input, channel, TestContext.Current.CancellationToken);
        Shown = channel.All;
        lock (answered)
            answered.AddRange(Shown);
    }

    public Input Press(CardAction action, params (string Question, string Value)[] fields) =>
        new Input.Submitted(NextId(), client, action, fields.ToImmutableDictionary(field => field.Question, field => field.Value));

    /// <summary>A reply as its card says it.</summary>
    public static string Text(Reply reply) => CardRenderer.Render(reply, PairBot.Library.TextsFor("en-GB")) is { } card
        ? Newtonsoft.Json.Linq.JObject.FromObject(card).ToString(Newtonsoft.Json.Formatting.None)
        : ((Reply.Say)reply).Text;

    private string NextId() => $"{Key.UserId}-{Interlocked.Increment(ref inputs)}";
}

/// <summary>A chat that keeps what it was sent.</summary>
internal sealed class Inbox : IChannel
{
    private ImmutableArray<Reply> all = [];
    private ImmutableArray<Reply> inGroups = [];

    public ImmutableArray<Reply> All => all;

    /// <summary>What went to a group chat by this way.</summary>
    public ImmutableArray<Reply> InGroups => inGroups;

    public bool IsClosed { get; set; }

    /// <summary>What the channel says instead of taking a message; null for nothing.</summary>
    public ChannelException? Refusal { get; set; }

    public bool IsGuest { get; init; }

    public ChatReference? Chat { get; init; }

    public bool AnswersRepeats => true;

    public Task<bool> IsGuestAsync(CancellationToken cancellationToken) => Task.FromResult(IsGuest);

    public Task SendAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (IsClosed)
            throw new ChannelException("The chat is closed.");
        if (Refusal is not null)
            throw Refusal;
        if (turn.State.Chat?.ConversationId?.StartsWith("19:", StringComparison.Ordinal) == true)
            ImmutableInterlocked.Update(ref inGroups, earlier => earlier.AddRange(turn.Replies));
        else
            ImmutableInterlocked.Update(ref all, earlier => earlier.AddRange(turn.Replies));
        return Task.CompletedTask;
    }
}

/// <summary>A group chat that keeps what it was sent.</summary>
internal sealed class GroupInbox(params string[] members) : IGroupChannel
{
    private ImmutableArray<Reply> all = [];

    public ImmutableArray<Reply> All => all;

    public string Everything => string.Join('\n', all.Select(Someone.Text));

    public bool IsGroup => true;

    public bool AnswersRepeats => true;

    public ChatReference? Group { get; init; } = new("https://connector", "msteams", "28:bot", "29:somebody", "tenant-1", "19:group@thread.v2", Trusted: true) { IsGroup = true };

    public string Name { get; init; } = "";

    /// <summary>Who in it is a guest; null if the roster does not answer.</summary>
    public ImmutableList<string>? Guests { get; init; } = [];

    public Task<ImmutableList<string>> GuestsAsync(CancellationToken cancellationToken) =>
        Guests is { } guests ? Task.FromResult(guests) : Task.FromException<ImmutableList<string>>(new ChannelException("no roster"));

    public Task<bool> HasAsync(string personId, CancellationToken cancellationToken) => Task.FromResult(members.Contains(personId));

    public Task SendAsync(Turn turn, CancellationToken cancellationToken)
    {
        all = all.AddRange(turn.Replies);
        return Task.CompletedTask;
    }
}
