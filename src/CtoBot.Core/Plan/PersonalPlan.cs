using System.Collections.Immutable;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Plan;

/// <summary>The plan of one person, computed from the content, day one, the working days and what was done so far.</summary>
/// <param name="Content">The plan's content.</param>
/// <param name="Start">Day one.</param>
/// <param name="Items">Every step on every day, in the order of the plan.</param>
public sealed record PersonalPlan(PlanContent Content, LocalDate Start, ImmutableArray<PlanItem> Items)
{
    /// <summary>The plan of a CTO, or null as long as day one is not known or the person is no CTO.</summary>
    internal static PersonalPlan? Of(PlanContent content, PersonState state)
    {
        var setup = SetupAnswers.Draft(state);
        return SetupAnswers.IsCto(state) && SetupAnswers.StartOf(setup) is { } start
            ? Build(content, start, SetupAnswers.WorkdaysOf(setup), state.Steps)
            : null;
    }

    /// <summary>Lays the steps out over the calendar.</summary>
    public static PersonalPlan Build(
        PlanContent content,
        LocalDate start,
        ImmutableHashSet<IsoDayOfWeek> workdays,
        ImmutableDictionary<string, StepState> steps)
    {
        var items =
            from phase in content.Phases
            from day in phase.Days
            let date = Workdays.After(start, day, workdays)
            from step in phase.Steps
            let key = phase.Days.Length == 1 ? step.Id : FormattableString.Invariant($"{step.Id}@{day}")
            select new PlanItem(key, day, date, phase, step, steps.GetValueOrDefault(key));
        return new PersonalPlan(content, start, [.. items]);
    }

    /// <summary>Steps done or skipped.</summary>
    public int Settled => Items.Count(item => item.IsSettled);

    /// <summary>The last planned day.</summary>
    public LocalDate End => Items.Max(item => item.Planned);

    /// <summary>The step with this key, or null.</summary>
    public PlanItem? Find(string key) => Items.FirstOrDefault(item => item.Key == key);

    /// <summary>What stands on a date, moves included, by part of the day.</summary>
    public ImmutableArray<PlanItem> On(LocalDate date) => [.. Items.Where(item => item.Date == date).OrderBy(item => item.Step.Part)];

    /// <summary>Open steps of earlier dates, and those of them that were settled on <paramref name="today"/>.</summary>
    public ImmutableArray<PlanItem> Overdue(LocalDate today, DateTimeZone zone) =>
        [.. Items.Where(item => item.Date < today && (!item.IsSettled || item.SettledAt?.InZone(zone).Date == today)).OrderBy(item => item.Date).ThenBy(item => item.Day)];

    /// <summary>The steps that should come before <paramref name="item"/> and are still open.</summary>
    public ImmutableArray<PlanItem> Before(PlanItem item) => [.. Items.Where(other => item.Step.After.Contains(other.Step.Id) && !other.IsSettled)];

    /// <summary>The next date from <paramref name="date"/> on with an open step, or null if all is settled.</summary>
    public LocalDate? NextOpen(LocalDate date) =>
        Items.Where(item => item.Date >= date && !item.IsSettled).Select(item => (LocalDate?)item.Date).Min();
}

/// <summary>A step on a day.</summary>
/// <param name="Key">The step's id, with "@day" where its phase has several days. Progress is kept under it.</param>
/// <param name="Day">Working days from day one, which is 0.</param>
/// <param name="Planned">The day's date.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Step">Its content.</param>
/// <param name="State">What was done with it, or null.</param>
public sealed record PlanItem(string Key, int Day, LocalDate Planned, Phase Phase, StepContent Step, StepState? State)
{
    /// <summary>Where it stands now: where the person moved it to, or the planned date.</summary>
    public LocalDate Date => State?.MovedTo ?? Planned;

    /// <summary>Done or skipped.</summary>
    public bool IsSettled => State?.IsSettled ?? false;

    /// <summary>When it was done or skipped, or null.</summary>
    public Instant? SettledAt => State?.DoneAt ?? State?.SkippedAt;
}
