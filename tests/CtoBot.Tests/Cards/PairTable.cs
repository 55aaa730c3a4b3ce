using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Tests.Cards;

/// <summary>A CMO and a CTO with the core and nothing else, so that ids and codes are the same in every run.</summary>
internal sealed class PairTable(string locale)
{
    public const string Id = "PARTNERSHIP";
    public const string Code = "ABCDE-FGHJK";
    public const string Cmo = "cmo-id";
    public const string Cto = "7f3c2a10-5b64-4c8e-9a11-2d40c0f7e101";

    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    private static readonly ChatReference Group = new("https://connector", "msteams", "28:bot", "29:user", "tenant", "19:group@thread.v2", Trusted: true);

    private readonly Dictionary<string, PersonState> people = new(StringComparer.Ordinal) { [Cmo] = new(), [Cto] = new() };
    private readonly Dictionary<string, Reply> shown = new(StringComparer.Ordinal);

    public Instant Now { get; private set; } = At("2026-11-30T09:00");

    public PartnershipState? Pair { get; private set; }

    /// <summary>Whether what is said and pressed is in the group chat of both.</summary>
    public bool InGroup { get; set; }

    public string Locale => locale;

    public Texts Texts { get; } = Library.TextsFor(locale);

    public PairTable Later(string time)
    {
        Now = At(time);
        return this;
    }

    public Reply Say(string person, string words) => Step(person, new Input.Said("", Client(person), words));

    public Reply Press(string person, CardAction action, params (string Question, string Value)[] fields)
    {
        var sent = JObject.FromObject(CardData.Write(action));
        foreach (var (question, value) in fields)
            sent[CardData.InputId(question)] = value;
        var (read, given) = CardData.Read(action.Verb, sent)!.Value;
        return Step(person, new Input.Submitted("", Client(person), read, given));
    }

    /// <summary>Presses the button that an English card calls so.</summary>
    public Reply Press(string person, string label)
    {
        var meant = Meanings(label).ToHashSet(StringComparer.Ordinal);
        return Press(person, ReplyButtons.Of(shown[person]).First(button => meant.Contains(button.Label)).Action);
    }

    /// <summary>What an English text says in the language of the two.</summary>
    private IEnumerable<string> Meanings(string label)
    {
        var english = Library.TextsFor("en-GB");
        foreach (var key in english.Keys)
        {
            var filled = Regex.Match(label, "^" + Regex.Replace(Regex.Escape(english[key]), @"\\\{(\w+)}", "(?<$1>.+)") + "$");
            if (filled.Success)
                yield return Texts.Say(key, [.. filled.Groups.Values.Skip(1).Select(group => (group.Name, group.Value))]);
        }
    }

    public Reply Answer(string person, params (string Question, string Value)[] fields) => Press(person, ((Reply.Ask)shown[person]).Submit.Action, fields);

    public Reply Show(string person, string view) => Press(person, CardAction.Show(view));

    /// <summary>Something of today comes due.</summary>
    public Reply Tick(string person, DueKind kind) => Step(person, new Input.Tick("", ClientFacts.Unknown, kind, Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date));

    /// <summary>The latest message that waits for one of the two, as it is sent.</summary>
    public Reply News(string person)
    {
        var slot = Pair!.SlotOf(person) ?? 1;
        var message = Pair.Outbox.Last(waiting => waiting.To == slot);
        Pair = Pair with { Outbox = [] };
        return shown[person] = PairNewsCards.Write(Library, people[person], SharedOf(person), Pair, message, Now)!.Replies[0];
    }

    /// <summary>What the group chat is told.</summary>
    public Reply Announced()
    {
        var message = Pair!.Outbox.Last(waiting => waiting.To == PairMessage.Group);
        return PairNewsCards.Announce(Library, Pair, message, Now)!.Replies[0];
    }

    public void SetUp(string person, string hat)
    {
        Say(person, "setup");
        Answer(person, ("hat", hat), ("company", "Contoso"));
        Answer(person, ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        if (hat == "cto")
            Answer(person, ("start", "2026-11-27"));
        Answer(person);
    }

    private Reply Step(string person, Input input)
    {
        var turn = Conversation.Step(Library, people[person], input, Now, ImmutableDictionary<string, Core.Flows.Draft>.Empty, SharedOf(person));
        if (turn.Wants is not null)
            turn = Conversation.Step(Library, people[person], input, Now, ImmutableDictionary<string, Core.Flows.Draft>.Empty, SharedOf(person) with { Invitation = Pair, Looked = true });
        people[person] = turn.State;
        Pair = PartnershipSync.Run(Pair, Id, people, turn.After is null ? null : person, Now).Pair;
        if (turn.After is not null)
            turn = Conversation.Finish(Library, turn, SharedOf(person), refused: false, Now);
        foreach (var id in people.Keys.Where(_ => Pair is not null).ToArray())
            people[id] = CheckIns.Remember(people[id], id, Pair!);
        return shown[person] = turn.Replies[^1];
    }

    private Shared SharedOf(string person) => new(person, Pair?.SlotOf(person) is null ? [] : [Pair], Id, Code) { Group = InGroup ? new GroupRef(Id, Group) : null };

    private ClientFacts Client(string person) => new(person == Cmo ? "Mia Kern" : "Tom Berg", locale, "Europe/Berlin");

    private static Instant At(string time) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(time).Value.InUtc().ToInstant();
}
