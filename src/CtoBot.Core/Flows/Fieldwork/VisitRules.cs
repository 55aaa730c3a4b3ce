using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Customers;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>The dialog about one visit. Its subject is the visit's id, and it is opened about a customer's.</summary>
internal static class VisitRules
{
    /// <summary>More planned visits are not kept.</summary>
    public const int Most = 400;

    private const int UsualMinutes = 60;
    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    public static FlowRules Rules { get; } = new()
    {
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$customerZone"] = context => CustomerOf(context)?.Zone is { Length: > 0 } zone ? zone : context.Scene.Zone.Id,
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Options = new Dictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>(StringComparer.Ordinal)
        {
            ["customers"] = context =>
            [
                .. context.State.Customers.Where(entry => !entry.Value.Archived || entry.Key == CustomerIdOf(context.Draft))
                    .OrderBy(entry => entry.Value.Order).Select(entry => new ChoiceOption(entry.Key, entry.Value.Name)),
            ],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Placeholders = context => [("subject", CustomerOf(context)?.Name ?? context.Scene.Texts["visits.noCustomer"])],
        Refuse = (context, _, value) => value is AnswerValue.Date(var day)
            ? new DateLimits(context.Scene.Today.PlusDays(-DaysBack), context.Scene.Today.PlusDays(DaysAhead)).Check(day, context.Scene.Content.Words)
            : null,
        HasSubject = (scene, state, id) =>
            state.Visits.ContainsKey(id) || state.Drafts.ContainsKey(Draft.IdOf(BookFlows.Visit, id)) || IsNext(state, id)
            || scene.Records.Find(state, BookFlows.Visit, id) is not null,
        Meant = Meant,
        IsNew = IsNext,
        Begin = (scene, state, draft, customer) => state.Customers.ContainsKey(customer)
            ? draft with { Answers = draft.Answers.SetItem("customer", new Answer(new AnswerValue.Choice(customer), state.Revision, scene.Now)) }
            : draft,
        Index = Index,
        Unindex = (state, id) => state with { Visits = state.Visits.Remove(id) },
        End = End,
    };

    /// <summary>The id of the next visit that is made. One that is being planned has its own already.</summary>
    public static string NextId(PersonState state)
    {
        var planned = state.Drafts.Values.Where(draft => draft.Flow == BookFlows.Visit).Select(draft => NumberOf(draft.Subject)).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"v{Math.Max(state.Made, planned) + 1}");
    }

    /// <summary>Opens the dialog of a new visit to a customer, or goes on with the one that was begun.</summary>
    public static CardAction Plan(PersonState state, string customer)
    {
        var begun = state.Drafts.Values.Where(draft => draft is { Flow: BookFlows.Visit, Filed: false } && (CustomerIdOf(draft) ?? "") == customer).MinBy(draft => NumberOf(draft.Subject));
        return CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Visit), (DataKeys.Subject, begun?.Subject ?? NextId(state)), (DataKeys.About, customer));
    }

    /// <summary>A visit of today that was never planned, filed at once.</summary>
    public static (PersonState State, string Id) Made(Scene scene, PersonState state, string customer)
    {
        var id = NextId(state);
        var zone = state.Customers[customer].Zone is { Length: > 0 } known ? known : scene.Zone.Id;
        var begun = scene.Now.Minus(Duration.FromMinutes(UsualMinutes)).InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? scene.Zone).LocalDateTime;
        var revision = state.Revision + 1;
        Answer Of(AnswerValue value) => new(value, revision, scene.Now);
        var draft = new Draft(BookFlows.Visit, id, scene.Now, ImmutableDictionary<string, Answer>.Empty
            .Add("customer", Of(new AnswerValue.Choice(customer)))
            .Add("date", Of(new AnswerValue.Date(begun.Date)))
            .Add("time", Of(new AnswerValue.Time(new LocalTime(begun.Hour, begun.Minute))))
            .Add("zone", Of(new AnswerValue.Zone(zone))));
        var made = (state with { Revision = revision }).File(draft).Remember(new UndoEntry(
            "undo.visit",
            state.Customers[customer].Name,
            ImmutableDictionary<string, StepState?>.Empty,
            [Changes.NotThere(draft), Changes.NotThere(draft with { Flow = BookFlows.Debrief })]));
        return (made, id);
    }

    /// <summary>
    /// Pressed on two devices, a card plans one visit. But one that is outdated, because its visit is to somebody else, was cancelled or is long over, plans a visit of its own.
    /// </summary>
    private static string Meant(PersonState state, string id, string customer)
    {
        if (!state.Customers.ContainsKey(customer))
            return id;
        var present = state.Drafts.GetValueOrDefault(Draft.IdOf(BookFlows.Visit, id)) is { } draft ? CustomerIdOf(draft)
            : state.Visits.GetValueOrDefault(id) is { Debriefed: false } visit ? visit.Customer
            : null;
        return present == customer ? id : NextId(state);
    }

    private static int NumberOf(string id) =>
        id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsNext(PersonState state, string id) => id == NextId(state) && state.Visits.Count < Most && !state.Customers.IsEmpty;

    private static string? CustomerIdOf(Draft draft) => draft.Value<AnswerValue.Choice>("customer")?.Value;

    private static CustomerEntry? CustomerOf(DialogContext context) =>
        CustomerIdOf(context.Draft) is { } id ? context.State.Customers.GetValueOrDefault(id) : null;

    private static PersonState Index(PersonState state, Draft draft)
    {
        // One that was written down long ago does not come back: it would wait for its debrief again.
        if (draft.Filed && !state.Visits.ContainsKey(draft.Subject))
            return state;
        var made = Math.Max(state.Made, NumberOf(draft.Subject));
        if (CustomerIdOf(draft) is not { } customer || draft.Value<AnswerValue.Date>("date") is not { } date || draft.Value<AnswerValue.Time>("time") is not { } time)
            return state with { Made = made };
        var zone = draft.Value<AnswerValue.Zone>("zone")?.Id ?? state.Customers.GetValueOrDefault(customer)?.Zone ?? "";
        var minutes = (int)(draft.Value<AnswerValue.Number>("minutes")?.Value ?? UsualMinutes);
        var entry = new VisitEntry(customer, date.Day.At(time.OfDay), zone, minutes, state.Visits.GetValueOrDefault(draft.Subject)?.Debriefed ?? false);
        return state with { Made = made, Visits = state.Visits.SetItem(draft.Subject, entry) };
    }

    private static Outcome End(DialogContext context, Ended ended)
    {
        var scene = context.Scene;
        var (texts, state, id) = (scene.Texts, context.State, context.Draft.Subject);
        if (!state.Visits.TryGetValue(id, out var visit))
            return Conversation.ShowAfter(scene, state, Views.Visits, ended.Notice);
        var customer = state.Customers.GetValueOrDefault(visit.Customer)?.Name ?? "";
        var said = !ended.Changed && !ended.First ? ended.Notice ?? "" : texts.Say(
            ended.First ? "visits.saved" : "visits.moved",
            ("customer", customer), ("date", texts.Day(visit.Start.Date)), ("time", texts.Time(visit.Start.TimeOfDay)));
        if (ended.Changed && Clash(scene, state, id) is { } other)
        {
            var until = other.Start.PlusMinutes(other.Minutes).TimeOfDay;
            said += " " + texts.Say("visits.clash", ("customer", state.Customers.GetValueOrDefault(other.Customer)?.Name ?? ""), ("until", texts.Time(until)));
        }

        if (ended.First && visit.IsOver(scene))
            said += " " + texts["visits.past"];
        if (ended.First)
            state = Ticks.After(scene, state, BookFlows.Visit, ref said);
        return Conversation.ShowAfter(scene, state, Views.Visit(id), said.Length > 0 ? Notice.Change(said, context.State, state) : null);
    }

    /// <summary>Another visit at the same time.</summary>
    private static VisitEntry? Clash(Scene scene, PersonState state, string id)
    {
        var (start, end) = state.Visits[id].Span(scene);
        return state.Visits.Where(other => other.Key != id).OrderBy(other => other.Key, StringComparer.Ordinal).Select(other => other.Value).FirstOrDefault(other =>
        {
            var (from, until) = other.Span(scene);
            return from < end && start < until;
        });
    }
}
