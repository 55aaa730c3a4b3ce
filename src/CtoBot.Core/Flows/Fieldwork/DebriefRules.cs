using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Plan;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>What was heard at a visit. The subject is the visit's id.</summary>
internal static class DebriefRules
{
    /// <summary>How long a visit that was written down stays in the state.</summary>
    private static readonly Period Kept = Period.FromDays(14);

    public static FlowRules Rules { get; } = new()
    {
        Placeholders = context => [("subject", CustomerName(context.Scene, context.State, context.Draft.Subject))],
        HasSubject = (scene, state, id) => state.Visits.ContainsKey(id) || scene.Records.Find(state, BookFlows.Visit, id) is { Filed: true },
        IsNew = (state, id) => state.Visits.GetValueOrDefault(id) is { Debriefed: false },
        Index = Index,
        Unindex = (state, id) => state.Visits.TryGetValue(id, out var visit) ? state with { Visits = state.Visits.SetItem(id, visit with { Debriefed = false }) } : state,
        End = End,
    };

    /// <summary>Opens the debrief of a visit.</summary>
    public static CardAction Opens(string visit) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, visit));

    /// <summary>Whom a visit was to; empty if nobody knows any more.</summary>
    public static string CustomerName(Scene scene, PersonState state, string visit)
    {
        var customer = state.Visits.GetValueOrDefault(visit)?.Customer
            ?? scene.Records.Find(state, BookFlows.Visit, visit)?.Value<AnswerValue.Choice>("customer")?.Value;
        return customer is null ? "" : state.Customers.GetValueOrDefault(customer)?.Name ?? "";
    }

    private static PersonState Index(PersonState state, Draft draft)
    {
        if (!state.Visits.TryGetValue(draft.Subject, out var visit))
            return state;
        var old = state.Visits.Where(other => other.Value.Debriefed && other.Value.Start < visit.Start.Minus(Kept)).Select(other => other.Key);
        return state with { Visits = state.Visits.RemoveRange(old).SetItem(draft.Subject, visit with { Debriefed = true }) };
    }

    private static Outcome End(DialogContext context, Ended ended)
    {
        var (scene, state, id) = (context.Scene, context.State, context.Draft.Subject);
        if (!ended.First)
        {
            var kept = ended.Changed ? scene.Texts.Say("debrief.saved", ("customer", CustomerName(scene, state, id))) : ended.Notice;
            return Conversation.ShowAfter(scene, state, Views.Debrief(id), Notice.Change(kept ?? "", ended.Changed ? state with { Undo = [] } : state, state));
        }

        var said = DebriefCards.Said(scene, state, id);
        state = Ticks.After(scene, state, BookFlows.Debrief, ref said, state.Visits.GetValueOrDefault(id)?.Start.Date ?? scene.Today);
        return new Outcome(state, [DebriefCards.Ended(scene, state, id, Notice.Change(said, context.State, state))]);
    }
}
