using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Flows.Setup;

/// <summary>What the setup needs beyond its content.</summary>
internal static class SetupRules
{
    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    public static FlowRules Rules { get; } = new()
    {
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$zone"] = context => DateTimeZoneProviders.Tzdb.GetZoneOrNull(context.State.Client.Zone)?.Id ?? "",
            ["$start"] = context => LocalDatePattern.Iso.Format(Workdays.NextLastOfWeek(context.Scene.Today, SetupAnswers.WorkdaysOf(context.Draft))),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Options = new Dictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>(StringComparer.Ordinal)
        {
            ["starts"] = Starts,
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Tests = new Dictionary<string, Func<DialogContext, bool>>(StringComparer.Ordinal)
        {
            // Where only the given day is left to choose, because the better ones are past, there is nothing to ask.
            ["notLastWorkingDay"] = context =>
                Given(context.Draft) is { } start && !Workdays.IsLastOfWeek(start, SetupAnswers.WorkdaysOf(context.Draft)) && Starts(context).Length > 1,
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Refuse = Refuse,
        Changed = (draft, question) => question is SetupAnswers.Start or SetupAnswers.WorkdaysId
            ? draft with { Answers = draft.Answers.Remove(SetupAnswers.StartKeep) }
            : draft,
        End = End,
    };

    private static LocalDate? Given(Draft draft) => draft.Value<AnswerValue.Date>(SetupAnswers.Start)?.Day;

    /// <summary>The last working day of a week before and after the given date, unless it is past and was not chosen before, and the date itself.</summary>
    private static ImmutableArray<ChoiceOption> Starts(DialogContext context)
    {
        if (Given(context.Draft) is not { } start)
            return [];
        var texts = context.Scene.Texts;
        var workdays = SetupAnswers.WorkdaysOf(context.Draft);
        var chosen = context.Draft.Value<AnswerValue.Choice>(SetupAnswers.StartKeep)?.Value;
        LocalDate[] better = [Workdays.PreviousLastOfWeek(start, workdays), Workdays.NextLastOfWeek(start, workdays)];
        return
        [
            .. better.Where(date => date >= context.Scene.Today || LocalDatePattern.Iso.Format(date) == chosen).Order()
                .Select(date => new ChoiceOption(LocalDatePattern.Iso.Format(date), texts.Say("setup.better", ("date", texts.Day(date))))),
            new ChoiceOption(SetupAnswers.KeepValue, texts.Say("setup.keep", ("date", texts.Day(start)))),
        ];
    }

    private static Problem? Refuse(DialogContext context, Question question, AnswerValue value)
    {
        if (question.Id != SetupAnswers.Start || value is not AnswerValue.Date(var day))
            return null;
        var limits = new DateLimits(context.Scene.Today.PlusDays(-DaysBack), context.Scene.Today.PlusDays(DaysAhead));
        return limits.Check(day, context.Scene.Content.Words);
    }

    private static Outcome End(DialogContext context, Ended ended)
    {
        var texts = context.Scene.Texts;
        var state = context.State;
        if (SetupAnswers.IsCmo(state))
        {
            var five = new Button(texts["five.button"], CardAction.Show(Views.Five));
            return new Outcome(state, [DialogCards.Summary(context, ended.First ? texts["setup.doneCmo"] : ended.Changed ? texts["dialog.saved"] : ended.Notice, five)]);
        }

        if (!ended.First && context.Draft.View.Length > 0)
        {
            // A setting that was changed from another card leads back to that card, this once.
            state = state.Put(context.Draft with { View = "" });
            if (CardViews.Show(context.Scene, state, context.Draft.View, ended.Changed ? texts["dialog.saved"] : ended.Notice) is { } back)
                return back;
        }

        if (!ended.First)
        {
            var saved = SetupAnswers.StartOf(context.Draft) is { } date ? texts.Say("setup.replanned", ("date", texts.Day(date))) : texts["dialog.saved"];
            return new Outcome(state, [DialogCards.Summary(context, ended.Changed ? saved : ended.Notice, new Button(texts["plan.button"], CardAction.Show(Views.Plan)))]);
        }

        Reply.Summary summary = DialogCards.Summary(context, texts["setup.done"]);
        return CardViews.Show(context.Scene, state, Views.Today, null) is { } today
            ? today with { Replies = [summary, .. today.Replies] }
            : new Outcome(state, [summary]);
    }
}
