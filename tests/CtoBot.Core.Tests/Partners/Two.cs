using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Tests.Partners;

/// <summary>A CMO and a CTO without a chat: their states, and the partnership between them.</summary>
internal sealed class Two
{
    public const string Id = "pair1";
    public const string Cmo = "cmo-id";
    public const string Cto = "cto-id";

    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 27, 9, 0);

    public Dictionary<string, PersonState> People { get; } = new(StringComparer.Ordinal) { [Cmo] = new(), [Cto] = new() };

    public PartnershipState? Pair { get; set; }

    public PartnershipState Held => Pair!;

    public ImmutableArray<PairIntent> Refused { get; private set; } = [];

    /// <summary>Two who have begun.</summary>
    public static Two Begun(HoldingMode mode = HoldingMode.Apart)
    {
        var two = new Two();
        two.Do(Cmo, new PairAct.Create("Mia Kern", PartnerRole.Cmo, "CODE", two.Now + Duration.FromDays(14), "Tom Berg", null, mode));
        two.Do(Cto, new PairAct.Accept("Tom Berg"));
        return two;
    }

    /// <summary>Somebody wants something; it is not taken in yet.</summary>
    public void Want(string person, PairAct act) =>
        People[person] = People[person] with { Pairs = (People[person].Pairs ?? PersonPairs.None).Want(Id, Now, act) };

    /// <summary>Somebody answers a question in private; nobody else knows yet.</summary>
    public void Answer(string person, string question, string words, DraftStatus status = DraftStatus.Done)
    {
        var state = People[person];
        var draft = new Draft(FiveIds.FlowOf(question), Id, Now, Answers(words).ToImmutableDictionary(answer => answer.Key, answer => new Answer(answer.Value, state.Revision + 1, Now)), status);
        People[person] = state with { Revision = state.Revision + 1, Drafts = state.Drafts.SetItem(draft.Id, draft) };
    }

    public Two Do(string person, PairAct act)
    {
        Want(person, act);
        return Sync(person);
    }

    public Two Sync(string? actor = null)
    {
        var synced = PartnershipSync.Run(Pair, Id, People, actor, Now);
        Refused = synced.Refused;
        Pair = synced.Pair is null ? null : PartnershipJson.Read(PartnershipJson.Write(synced.Pair));
        return this;
    }

    /// <summary>Settles all five, and leaves no message behind.</summary>
    public Two SettleAll()
    {
        foreach (var question in FiveIds.Questions)
            Do(Cmo, new PairAct.Settle(question, Answers("we agree on " + question), Held.Question(question).Joint?.Revision ?? 0));
        return Delivered();
    }

    public Two Delivered()
    {
        Pair = Held with { Outbox = [] };
        return this;
    }

    public IEnumerable<(int To, PairNews News, string About)> News => Held.Outbox.Select(message => (message.To, message.News, message.About));

    public static ImmutableDictionary<string, AnswerValue> Answers(string words) =>
        ImmutableDictionary<string, AnswerValue>.Empty.Add("words", new AnswerValue.Text(words));
}
