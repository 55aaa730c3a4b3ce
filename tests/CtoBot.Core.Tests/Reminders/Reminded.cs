using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Tests.Reminders;

/// <summary>A person with reminders, and a host that ticks when something is due.</summary>
internal sealed class Reminded
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    public Reminded(string zone = "Europe/Berlin", string time = "08:00", string workdays = "mon,tue,wed,thu,fri", string now = "2026-11-22T09:00:00Z", string start = "2026-11-27")
    {
        Now = InstantPattern.General.Parse(now).Value;
        Submit(Verbs.Answer, FlowIds.Setup, ("hat", "cto"), ("company", "Contoso"));
        Submit(Verbs.Answer, FlowIds.Setup, ("zone", zone), ("reminder", time), ("workdays", workdays));
        Submit(Verbs.Answer, FlowIds.Setup, ("start", start));
        Submit(Verbs.Answer, FlowIds.Setup, ("startKeep", "keep"));
        Submit(Verbs.Skip, FlowIds.Setup);
    }

    public Instant Now { get; set; }

    public PersonState State { get; set; } = new() { WelcomedAt = Instant.FromUnixTimeSeconds(0) };

    /// <summary>What was told: which, about what day, when.</summary>
    public List<Due> Told { get; } = [];

    /// <summary>What is due next.</summary>
    public Due? Next => Schedule.Next(State, Now);

    public Reminded At(string instant)
    {
        Now = InstantPattern.General.Parse(instant).Value;
        return this;
    }

    public Turn Step(Input input)
    {
        var turn = Conversation.Step(Library, State, input, Now, ImmutableDictionary<string, Draft>.Empty);
        State = turn.State;
        return turn;
    }

    public Reminded Say(string words)
    {
        Step(new Input.Said("", ClientFacts.Unknown, words));
        return this;
    }

    /// <summary>Gives answers to a dialog as it stands, whatever its page.</summary>
    public Reminded Submit(string verb, string flow, params (string Question, string Value)[] fields)
    {
        var draft = State.Drafts.GetValueOrDefault(flow);
        var seen = string.Join(' ', fields.Select(field => $"{field.Question}:{draft?.Answers.GetValueOrDefault(field.Question)?.Revision ?? 0}"));
        Step(new Input.Submitted("", ClientFacts.Unknown, CardAction.Of(verb, (DataKeys.Flow, flow), (DataKeys.Seen, seen)), fields.ToImmutableDictionary(field => field.Question, field => field.Value)));
        return this;
    }

    public Reminded Set(params (string Question, string Value)[] settings) =>
        Submit(Verbs.Open, FlowIds.Reminders).Submit(Verbs.Answer, FlowIds.Reminders, settings);

    public Reminded Visit(string id, string start, string zone, int minutes = 60)
    {
        var visit = new VisitEntry("c1", LocalDateTimePattern.GeneralIso.Parse(start).Value, zone, minutes);
        var before = State;
        State = Schedule.Settle(before, before with { Customers = before.Customers.SetItem("c1", new CustomerEntry("Fabrikam", "Munich")), Visits = before.Visits.SetItem(id, visit) }, Now, ImmutableSortedSet<LocalDate>.Empty);
        return this;
    }

    public Turn Tick(DueKind kind, LocalDate day)
    {
        var turn = Step(new Input.Tick("", ClientFacts.Unknown, kind, day));
        if (!turn.Replies.IsEmpty)
            Told.Add(new Due(Now, day, kind));
        return turn;
    }

    /// <summary>Runs the host until <paramref name="until"/>: it ticks at the moment that something is due, or at once if that is past.</summary>
    public Reminded RunUntil(Instant until)
    {
        while (Next is { } due && due.At < until)
        {
            Now = Instant.Max(Now, due.At);
            var before = State;
            Tick(due.Kind, due.Day);
            Assert.False(ReferenceEquals(before, State), $"{due} was due, and nothing came of it.");
        }

        Now = Instant.Max(Now, until);
        return this;
    }

    public Reminded RunUntil(string until) => RunUntil(InstantPattern.General.Parse(until).Value);

    /// <summary>What was told, as "Morning 2026-11-23 at 2026-11-23T07:00:00Z".</summary>
    public string[] Log => [.. Told.Select(due => $"{due.Kind} {LocalDatePattern.Iso.Format(due.Day)} at {InstantPattern.General.Format(due.At)}")];
}
