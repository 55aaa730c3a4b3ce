using System.Collections.Immutable;
using CtoBot.Core.Plan;

namespace CtoBot.Core.Tests.Content;

public sealed class PlanFileTests
{
    private readonly PlanContent _plan = ContentOnDisk.Plan();

    /// <summary>The article, a row a thing to do: when, which, in which part of the day, with whom.</summary>
    private static readonly (string Phase, string Days, string Step, DayPart Part, string? With)[] Article =
    [
        ("day-one", "0", "meet-team", DayPart.Morning, "reports"),
        ("day-one", "0", "lunch-apology", DayPart.Lunch, "reports"),
        ("day-one", "0", "sales-revenue", DayPart.Afternoon, "salesHead"),
        ("day-one", "0", "critical-customers", DayPart.Afternoon, "salesHead"),
        ("day-one", "0", "phone-introductions", DayPart.Afternoon, "salesHead"),
        ("day-one", "0", "travel", DayPart.Evening, null),
        ("road", "1 2 3 4 5", "usage", DayPart.Any, null),
        ("road", "1 2 3 4 5", "bugs", DayPart.Any, null),
        ("road", "1 2 3 4 5", "flight-risk", DayPart.Any, null),
        ("road", "1 2 3 4 5", "service", DayPart.Any, null),
        ("road", "1 2 3 4 5", "unabridged", DayPart.Evening, null),
        ("second-monday", "6", "sales-pipeline", DayPart.Morning, "salesHead"),
        ("second-monday", "6", "support", DayPart.Morning, "supportHead"),
        ("second-monday", "6", "services", DayPart.Afternoon, "servicesHead"),
        ("second-monday", "6", "cfo", DayPart.Afternoon, "cfo"),
        ("second-monday", "6", "own-team", DayPart.Afternoon, "reports"),
        ("second-monday", "6", "verdict", DayPart.Evening, null),
    ];

    /// <summary>What a step opens, and what ends with it.</summary>
    private static readonly (string Step, string Opens, string TickedBy)[] Dialogs =
    [
        ("critical-customers", "flow customers, view customers", "customers"),
        ("phone-introductions", "view customers, view visits", "visit"),
        ("travel", "view visits", ""),
        ("usage", "view debriefs, view visits", "debrief"),
        ("bugs", "view debriefs, view bugs", "debrief"),
        ("flight-risk", "view debriefs, view risks", "debrief"),
        ("service", "view debriefs, view service", "debrief"),
        ("unabridged", "view debriefs, view promises", "debrief"),
        ("sales-pipeline", "view brief:sales, flow meeting-sales, view deals", "meeting-sales"),
        ("support", "view brief:support, flow meeting-support", "meeting-support"),
        ("services", "view brief:services, flow meeting-services", "meeting-services"),
        ("cfo", "view brief:cfo, flow meeting-cfo, view room", "meeting-cfo"),
        ("own-team", "view brief:own-team", "meeting-report"),
        ("verdict", "flow verdict, view risks, view room", "verdict"),
    ];

    private IEnumerable<StepContent> Steps => _plan.Phases.SelectMany(phase => phase.Steps);

    [Fact]
    public void Every_step_of_the_article_is_there_in_its_order()
    {
        var written = _plan.Phases.SelectMany(phase => phase.Steps.Select(step =>
            (phase.Id, string.Join(' ', phase.Days), step.Id, step.Part, step.With)));

        Assert.Equal("first-two-weeks", _plan.Id);
        Assert.Equal(Article, written);
    }

    [Fact]
    public void The_own_team_comes_after_all_others_and_the_verdict_after_the_own_team()
    {
        var after = Steps.Where(step => !step.After.IsDefaultOrEmpty).ToDictionary(step => step.Id, step => step.After);

        Assert.Equal(["own-team", "verdict"], after.Keys.Order());
        Assert.Equal(["sales-pipeline", "support", "services", "cfo"], after["own-team"]);
        Assert.Equal(["own-team"], after["verdict"]);
    }

    [Fact]
    public void Messages_stand_with_the_steps_that_send_them()
    {
        var offered = Steps.Where(step => !step.Messages.IsDefaultOrEmpty).ToDictionary(step => step.Id, step => step.Messages);

        Assert.Equal(["lunch-apology", "phone-introductions"], offered.Keys.Order());
        Assert.Equal(["apology", "decline"], offered["lunch-apology"]);
        Assert.Equal(["introduction", "alone", "visit"], offered["phone-introductions"]);
        Assert.Equal(offered.Values.SelectMany(ids => ids).Order(), _plan.Messages.Keys.Order());
    }

    [Fact]
    public void Steps_open_the_dialogs_that_tick_them()
    {
        var linked =
            from step in Steps
            let opens = OrEmpty(step.Dialog).Select(offer => offer.Flow is { } flow ? $"flow {flow}" : $"view {offer.View}")
            let tickedBy = OrEmpty(step.TickedBy)
            where opens.Any() || tickedBy.Length > 0
            select (step.Id, string.Join(", ", opens), string.Join(", ", tickedBy));

        Assert.Equal(Dialogs, linked);
        Assert.All(Steps.SelectMany(step => OrEmpty(step.Dialog)), offer => Assert.InRange(offer.Label.Length, 1, 20));
    }

    [Fact]
    public void Ids_are_unique_and_steps_to_come_first_are_written_earlier()
    {
        Assert.Distinct(_plan.Phases.Select(phase => phase.Id));
        Assert.Distinct(Steps.Select(step => step.Id));

        var earlier = new HashSet<string>();
        foreach (var step in Steps)
        {
            Assert.Subset(earlier, OrEmpty(step.After).ToHashSet());
            earlier.Add(step.Id);
        }
    }

    [Fact]
    public void Whom_to_meet_is_asked_in_the_setup()
    {
        var setup = ContentOnDisk.Flow("setup");

        foreach (var step in Steps.Where(step => step.With is not null))
            Assert.Equal(Flows.QuestionKind.People, setup.Find(step.With!)?.Kind);
    }

    [Fact]
    public void Every_step_says_what_why_what_to_ask_and_what_to_bring_away()
    {
        foreach (var step in Steps)
        {
            Assert.InRange(Sentences(step.Do), 2, 4);
            Assert.InRange(Sentences(step.Why), 1, 2);
            Assert.InRange(OrEmpty(step.Ask).Length, 3, 6);
            Assert.All(step.Ask, question => Assert.EndsWith("?", question, StringComparison.Ordinal));
            Assert.InRange(OrEmpty(step.Bring).Length, 2, 4);
        }
    }

    [Fact]
    public void Titles_fit_beside_a_tick_on_a_phone()
    {
        Assert.All(
            [.. _plan.Phases.Select(phase => phase.Title), .. Steps.Select(step => step.Title), .. _plan.Messages.Values.Select(message => message.Title)],
            title => Assert.InRange(title.Length, 1, 40));
    }

    [Fact]
    public void Every_phase_has_a_tip_a_day()
    {
        Assert.All(_plan.Phases, phase => Assert.Equal(phase.Days.Length, phase.Tips.Length));
    }

    private static int Sentences(string text) => text.Count(letter => letter is '.' or '?' or '!');

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
