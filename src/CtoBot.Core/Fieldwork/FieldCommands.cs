using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>What is typed about customers, visits, debriefs and meetings.</summary>
internal static class FieldCommands
{
    /// <summary>Runs the command; null if it is none of these.</summary>
    public static Outcome? Run(Scene scene, PersonState state, string name, string argument)
    {
        if (name is not ("customers" or "visits" or "visit" or "debrief" or "brief" or "notes" or "verdict"))
            return null;
        if (PersonalPlan.Of(scene.Content.Plan, state) is null)
            return Typed.NotYet(scene, state);
        argument = argument.TrimEnd('?', ' ');
        return name switch
        {
            "customers" => argument.Length == 0 ? Show(scene, state, Views.Customers) : About(scene, state, argument, id => Show(scene, state, Views.Customer(id))),
            "visits" => Show(scene, state, Views.Visits),
            "visit" when state.Customers.IsEmpty => Show(scene, state, Views.Visits),
            "visit" => argument.Length == 0 ? Open(scene, state, VisitRules.Plan(state, "")) : About(scene, state, argument, id => Open(scene, state, VisitRules.Plan(state, id))),
            "debrief" => Debrief(scene, state, argument),
            "brief" => Brief(scene, state, argument),
            "notes" => Notes(scene, state, argument),
            _ => Show(scene, state, Views.Verdict),
        };
    }

    /// <summary>Notes a visit of today to a customer, and opens its debrief. Null if there is no such customer.</summary>
    public static Outcome? Visited(Scene scene, PersonState state, string customer)
    {
        if (!state.Customers.ContainsKey(customer) || state.Visits.Count >= VisitRules.Most)
            return null;
        // Pressed on two devices, it is one visit.
        if (Latest(scene, state, customer) is { } waiting)
            return Open(scene, state, DebriefRules.Opens(waiting));
        var (made, id) = VisitRules.Made(scene, state, customer);
        return Open(scene, made, DebriefRules.Opens(id));
    }

    private static Outcome Show(Scene scene, PersonState state, string view) => CardViews.Show(scene, state, view, null) ?? Typed.NotYet(scene, state);

    private static Outcome Open(Scene scene, PersonState state, CardAction action) =>
        Dialogs.Find(scene, state, action) is { } dialog ? Dialogs.Open(dialog) : Typed.NotYet(scene, state);

    private static Outcome Debrief(Scene scene, PersonState state, string argument)
    {
        if (argument.Length == 0)
            return VisitTimes.Waiting(scene, state).FirstOrDefault() is { Key: { } next } ? Open(scene, state, DebriefRules.Opens(next)) : Show(scene, state, Views.Debriefs);
        return About(scene, state, argument, id => Latest(scene, state, id) is { } visit
            ? Open(scene, state, DebriefRules.Opens(visit))
            : new Outcome(state, [NoVisit(scene, state, id)]));
    }

    /// <summary>The visit to a customer that waits to be written down: the latest that is over.</summary>
    private static string? Latest(Scene scene, PersonState state, string customer) =>
        VisitTimes.Waiting(scene, state).LastOrDefault(visit => visit.Value.Customer == customer).Key;

    private static Reply.Note NoVisit(Scene scene, PersonState state, string customer)
    {
        var texts = scene.Texts;
        return new Reply.Note(
            texts.Say("debrief.noVisit", ("customer", state.Customers[customer].Name)),
            [texts["debrief.noVisitText"]],
            [
                new Button(texts["debrief.visitedToday"], CardAction.Of(Verbs.Visited, (DataKeys.Subject, customer))),
                new Button(texts["customers.plan"], VisitRules.Plan(state, customer)),
                new Button(texts["debrief.listButton"], CardAction.Show(Views.Debriefs)),
            ]);
    }

    private static Outcome Brief(Scene scene, PersonState state, string argument)
    {
        if (argument.Length == 0)
            return Which(scene, state, "brief.which", Meetings(scene, state).Append((BookFlows.Report, OwnTeam(scene))).Concat(Customers(state)).Select(named => (named.Item2, Lists.Says($"brief {named.Item2}"))));
        if (ClosestMatch.Find(argument, [BriefCards.OwnTeam, OwnTeam(scene)]) is not null)
            return Show(scene, state, Views.Brief(BriefCards.OwnTeam));
        if (Meeting(scene, state, argument) is var (flow, subject))
            return Show(scene, state, Views.Brief(MeetingCards.BriefOf(flow, subject)));
        return About(scene, state, argument, id =>
        {
            var next = state.Visits.Where(visit => visit.Value.Customer == id).OrderBy(visit => visit.Value.IsOver(scene)).ThenBy(visit => visit.Value.Start).Select(visit => visit.Key).FirstOrDefault();
            return next is null ? Show(scene, state, Views.Customer(id)) : Show(scene, state, Views.Brief(next));
        });
    }

    private static string OwnTeam(Scene scene) => scene.Texts["meeting." + BriefCards.OwnTeam];

    private static Outcome Notes(Scene scene, PersonState state, string argument)
    {
        if (argument.Length == 0)
            return Show(scene, state, Views.Meetings);
        return Meeting(scene, state, argument) is var (flow, subject)
            ? Open(scene, state, MeetingCards.Opens(flow, subject))
            : Which(scene, state, "meeting.unknown", Meetings(scene, state).Select(named => (named.Name, Lists.Says($"notes {named.Name}"))), argument);
    }

    /// <summary>Does something about the customer that is meant, or asks which.</summary>
    private static Outcome About(Scene scene, PersonState state, string said, Func<string, Outcome> act)
    {
        if (state.Customers.IsEmpty)
            return Show(scene, state, Views.Customers);
        var names = ClosestMatch.FindAll(said, state.Customers.Values.Select(customer => customer.Name));
        string[] ids = [.. state.Customers.Where(customer => names.Contains(customer.Value.Name)).OrderBy(customer => customer.Value.Archived).ThenBy(customer => customer.Value.Order).Select(customer => customer.Key)];
        return ids.Length == 1 ? act(ids[0])
            : Which(scene, state, ids.Length == 0 ? "customers.unknown" : "customers.which", Customers(state).Where(named => ids.Length == 0 || ids.Contains(named.Id)).Select(named => (named.Name, CardAction.Show(Views.Customer(named.Id)))), said);
    }

    private static Outcome Which(Scene scene, PersonState state, string question, IEnumerable<(string Name, CardAction Action)> choices, string said = "") =>
        new(state,
        [
            new Reply.Menu(
                scene.Texts.Say(question, ("said", said)), null, null, null,
                [new MenuGroup("", null, [.. choices.Select(choice => new MenuEntry(choice.Name, "", choice.Action))])],
                [Lists.Home(scene, state)]),
        ]);

    private static IEnumerable<(string Id, string Name)> Customers(PersonState state) =>
        state.Customers.Where(customer => !customer.Value.Archived).OrderBy(customer => customer.Value.Order).Select(customer => (customer.Key, customer.Value.Name));

    private static IEnumerable<(string Id, string Name)> Meetings(Scene scene, PersonState state) =>
    [
        .. MeetingCards.All.Select(meeting => (meeting.Flow, scene.Texts["meeting." + meeting.Name])),
        .. SetupAnswers.Names(state, "reports").Select(name => (BookFlows.Report, name)),
    ];

    /// <summary>The meeting that is meant: by its function, its short name, or whom it is with.</summary>
    private static (string Flow, string Subject)? Meeting(Scene scene, PersonState state, string said)
    {
        var names = new Dictionary<string, (string Flow, string Subject)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, flow, setup) in MeetingCards.All)
        {
            names.TryAdd(name, (flow, ""));
            names.TryAdd(scene.Texts["meeting." + name], (flow, ""));
            foreach (var person in SetupAnswers.Names(state, setup))
                names.TryAdd(person, (flow, ""));
        }

        foreach (var person in SetupAnswers.Names(state, "reports"))
            names.TryAdd(person, (BookFlows.Report, MeetingRules.SlugOf(person)));
        return ClosestMatch.Find(said, names.Keys) is { } found ? names[found] : null;
    }
}
