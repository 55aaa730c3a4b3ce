using System.Collections.Frozen;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>The dialogs about reminders: which come, days off, a pause. Each ends on the card of the reminders.</summary>
internal static class ReminderRules
{
    private const int LongestPause = 400;
    private const string Days = "days";
    private const string Until = "until";

    public static FlowRules Settings { get; } = new()
    {
        HasSubject = HasSubject,
        End = (context, ended) => Show(context, context.State, ended.First || ended.Changed ? context.Scene.Texts["dialog.saved"] : ended.Notice),
    };

    public static FlowRules Holidays { get; } = new()
    {
        HasSubject = HasSubject,
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$days"] = context => HolidayReader.Write(context.State.Reminders.Holidays.Where(day => day >= context.Scene.Today)),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Refuse = (context, _, value) => value is AnswerValue.Text text ? HolidayReader.Read(text.Words, context.Scene).Problem : null,
        End = (context, _) =>
        {
            var words = context.Draft.Value<AnswerValue.Text>(Days)?.Words ?? "";
            return Show(
                context,
                context.State with { Reminders = context.State.Reminders with { Holidays = HolidayReader.Read(words, context.Scene).Value } },
                context.Scene.Texts["dialog.saved"]);
        },
    };

    public static FlowRules Pause { get; } = new()
    {
        HasSubject = HasSubject,
        Refuse = (context, _, value) => value is AnswerValue.Date(var day)
            ? new DateLimits(context.Scene.Today.PlusDays(1), context.Scene.Today.PlusDays(LongestPause)).Check(day, context.Scene.Content.Words)
            : null,
        End = (context, _) => Show(
            context,
            context.State with { Reminders = context.State.Reminders with { Paused = new Pause(context.Draft.Value<AnswerValue.Date>(Until)?.Day) } },
            null),
    };

    private static bool HasSubject(Scene scene, PersonState state, string subject) => subject.Length == 0 && ReminderSettings.Of(state) is not null;

    private static Outcome Show(DialogContext context, PersonState state, string? notice) =>
        CardViews.Show(context.Scene, state, Views.Reminders, notice)!;
}
