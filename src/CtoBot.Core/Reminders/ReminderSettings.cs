using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>When a person wants to be told what, read from their answers whenever it is needed.</summary>
/// <param name="Home">The zone of the setup.</param>
/// <param name="Workdays">Working days; empty for every day.</param>
/// <param name="Morning">When the morning's card comes, or null for never.</param>
/// <param name="Evening">When the wrap-up comes, or null for never.</param>
/// <param name="Brief">How long before a visit it is announced, or null for not at all.</param>
/// <param name="Debrief">Whether the end of a visit is told.</param>
/// <param name="Follow">Whether the clock on a journey is that of the city.</param>
/// <param name="Cutoff">How late a reminder may come.</param>
internal sealed record ReminderSettings(
    DateTimeZone Home,
    ImmutableHashSet<IsoDayOfWeek> Workdays,
    LocalTime? Morning,
    LocalTime? Evening,
    Duration? Brief,
    bool Debrief,
    bool Follow,
    Duration Cutoff)
{
    public const string MorningId = "morning";
    public const string EveningId = "evening";
    public const string EveningTime = "eveningTime";
    public const string BriefId = "brief";
    public const string BriefMinutes = "briefMinutes";
    public const string DebriefId = "debrief";
    public const string FollowId = "follow";
    public const string Late = "late";

    private static readonly LocalTime UsualEvening = new(17, 30);
    private const int UsualBrief = 60;
    private const int UsualLate = 6;

    /// <summary>
    /// The settings, or null as long as there is nothing to tell: without a plan no day holds anything, and without a time and a
    /// zone there is no morning. A setup that was put aside behind these is enough.
    /// </summary>
    public static ReminderSettings? Of(PersonState state)
    {
        var setup = SetupAnswers.Draft(state);
        if (!SetupAnswers.IsCto(state)
            || SetupAnswers.StartOf(setup) is null
            || setup?.Value<AnswerValue.Time>(SetupAnswers.Reminder)?.OfDay is not { } morning
            || setup.Value<AnswerValue.Zone>(SetupAnswers.ZoneId)?.Id is not { } zone)
        {
            return null;
        }

        var answers = state.Drafts.GetValueOrDefault(FlowIds.Reminders);
        return new ReminderSettings(
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc,
            SetupAnswers.WorkdaysOf(setup),
            Says(answers, MorningId, true) ? morning : null,
            Says(answers, EveningId, false) ? answers?.Value<AnswerValue.Time>(EveningTime)?.OfDay ?? UsualEvening : null,
            Says(answers, BriefId, false) ? Duration.FromMinutes((int)(answers?.Value<AnswerValue.Number>(BriefMinutes)?.Value ?? UsualBrief)) : null,
            Says(answers, DebriefId, true),
            Says(answers, FollowId, false),
            Duration.FromHours((int)(answers?.Value<AnswerValue.Number>(Late)?.Value ?? UsualLate)));
    }

    private static bool Says(Draft? answers, string question, bool usual) => answers?.Value<AnswerValue.YesNo>(question)?.Value ?? usual;
}
