using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.Partners;
using CtoBot.Core.Plan;
using CtoBot.Core.Readout;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>Shows a view by its name.</summary>
internal static class CardViews
{
    /// <summary>The view, or null if there is none of that name for this person, for example no plan before the setup.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="view">See <see cref="Views"/>.</param>
    /// <param name="notice">What just happened, or null.</param>
    public static Outcome? Show(Scene scene, PersonState state, string view, Notice? notice)
    {
        var (name, argument) = Views.Split(view);
        var plan = PersonalPlan.Of(scene.Content.Plan, state);
        if (name == Views.Sharing)
            return plan is null ? null : ShareViews.Preview(scene, state, notice?.Text);
        Reply? reply = name switch
        {
            Views.Help => Lists.Help(scene, state),
            Views.Five => Pairs.Current(scene) is { } seat ? PairViews.Board(scene, state, seat, notice?.Text) : Lists.Five(scene, state),
            Views.Guide => Lists.Five(scene, state),
            Views.Messages => SetupAnswers.IsCmo(state) ? null : Lists.Messages(scene, state),
            Views.Dialogs => Lists.Waiting(scene, state),
            Views.Setup => Setup(scene, state, notice),
            "message" => MessageRules.Card(scene, state, argument),
            "pair" or "question" or "ledger" or "offer" or "agreement" or "document" or "checkin" => PairViews.Show(scene, state, name, argument, notice?.Text),
            _ when plan is null => null,
            Views.Morning => MorningCard.Of(scene, state, plan, notice),
            Views.Evening => EveningCard.Of(scene, state, plan, notice),
            Views.Reminders => RemindersCard.Of(scene, state, notice),
            Views.Customers => CustomerCards.List(scene, state, argument, notice),
            "customer" => CustomerCards.Detail(scene, state, argument, notice),
            "about" => CustomerCards.Answers(scene, state, argument, notice),
            Views.Visits => VisitCards.List(scene, state, argument, notice),
            "visit" => VisitCards.Detail(scene, state, argument, notice),
            "debrief" => DebriefCards.Answers(scene, state, argument, notice),
            "history" => DebriefCards.History(scene, state, argument),
            Views.Meetings => MeetingCards.List(scene, state, notice),
            "notes" => MeetingCards.Notes(scene, state, argument, notice),
            "brief" => BriefCards.Show(new Finding(scene, state, view, notice), argument),
            Views.Verdict => VerdictCards.Show(new Finding(scene, state, view, notice)),
            Views.Readout or Views.ReadoutFiles or Views.ReadoutParts or "part" or "save" or Views.Quotes => ReadoutViews.Show(new Finding(scene, state, view, notice), plan, name, argument),
            Views.Shares => ListPage.Number(argument) is { } page ? ShareViews.List(scene, state, page, notice?.Text) : null,
            Views.Today => Checklists.Today(scene, state, plan, notice),
            Views.Plan => Checklists.Overview(scene, plan, notice),
            Views.Week => Checklists.Week(scene, plan, notice),
            "day" => Checklists.Day(scene, plan, argument, notice),
            "step" => StepCards.Detail(scene, plan, state, argument, notice),
            _ => FindingViews.Show(scene, state, view, notice),
        };
        return reply is null ? null : new Outcome(state, [reply]);
    }

    private static Reply? Setup(Scene scene, PersonState state, Notice? notice) =>
        SetupAnswers.Draft(state) is { } draft && scene.Content.Flows.GetValueOrDefault(FlowIds.Setup) is { } flow
            ? DialogCards.Summary(new DialogContext(scene, state, flow, draft), notice?.Text, Lists.Home(scene, state), SpokenLanguage.Button(scene, Views.Setup))
            : null;
}
