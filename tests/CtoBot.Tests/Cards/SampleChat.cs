using System.Collections.Immutable;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Tests.Cards;

/// <summary>A chat with the core, through the data that the cards carry.</summary>
internal sealed class SampleChat(string name = "Ann Lee", string locale = "en-GB", ContentLibrary? library = null)
{
    private static readonly ContentLibrary BuiltIn = ContentLibrary.BuiltIn;

    private readonly ContentLibrary _library = library ?? BuiltIn;

    private readonly ClientFacts _client = new(name, locale, "Europe/Berlin");
    private readonly RecordShelf _records = new();
    private PersonState _state = new();

    public Instant Now { get; private set; } = At("2026-11-25T09:00");

    public ImmutableArray<Reply> Replies { get; private set; } = [];

    public Texts Texts { get; private set; } = null!;

    public Reply Last => Replies[^1];

    /// <summary>What is known beyond the person's own state.</summary>
    public Shared? Shared { get; set; }

    /// <summary>Changes the state as the host does.</summary>
    public void Change(Func<PersonState, PersonState> change) => _state = change(_state);

    /// <summary>Moves the clock; the time is UTC.</summary>
    public SampleChat Later(string time)
    {
        Now = At(time);
        return this;
    }

    public Reply Install() => Step(new Input.Installed("", _client));

    public Reply Say(string words) => Step(new Input.Said("", _client, words));

    /// <summary>Asks in a group chat to share there.</summary>
    public Reply ShareInto(ShareChat chat) => Step(new Input.ShareInto("", _client, chat));

    /// <summary>Something of today comes due.</summary>
    public Reply Tick(DueKind kind) => Step(new Input.Tick("", _client, kind, Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date));

    /// <summary>Presses a button as a client does: what its data says comes back as JSON, with the inputs among it.</summary>
    public Reply Press(CardAction action, params (string Question, string Value)[] fields)
    {
        var sent = JObject.FromObject(CardData.Write(action));
        foreach (var (question, value) in fields)
            sent[CardData.InputId(question)] = value;
        var (read, given) = CardData.Read(action.Verb, sent)!.Value;
        return Step(new Input.Submitted("", _client, read, given));
    }

    /// <summary>What a step of the plan is called in the person's language.</summary>
    public string TitleOf(string step) => _library.For(locale).Plan.Phases.SelectMany(phase => phase.Steps).First(candidate => candidate.Id == step).Title;

    /// <summary>Gives the answers of the page that was asked last.</summary>
    public Reply Answer(params (string Question, string Value)[] fields) => Press(((Reply.Ask)Last).Submit.Action, fields);

    /// <summary>The lines of the checklist that was shown last.</summary>
    public ImmutableArray<StepLine> Lines => [.. ((Reply.Checklist)Last).Sections.SelectMany(section => section.Steps)];

    /// <summary>Files what was answered elsewhere, and puts its customers on the person's list.</summary>
    public void File(ImmutableArray<Draft> drafts)
    {
        foreach (var draft in drafts)
            _records.Put(draft with { Filed = true });
        var customers = drafts.Where(draft => draft.Flow == BookFlows.Customer).Select((draft, order) => KeyValuePair.Create(draft.Subject, new CustomerEntry(draft.Value<AnswerValue.Text>("name")!.Words, Order: order)));
        _state = _state with { Customers = _state.Customers.SetItems(customers) };
    }

    private Reply Step(Input input)
    {
        var turn = _records.Step(_library, _state, input, Now, Shared);
        _records.Keep(turn);
        (_state, Replies, Texts) = (turn.State, turn.Replies, turn.Texts);
        return Last;
    }

    private static Instant At(string time) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(time).Value.InUtc().ToInstant();
}
