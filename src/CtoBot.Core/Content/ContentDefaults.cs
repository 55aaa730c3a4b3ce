using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>Lists that an author left out become empty ones, so that nothing behind this has to ask.</summary>
internal static class ContentDefaults
{
    public static PlanContent Fill(PlanContent plan) => plan with
    {
        Phases = [.. plan.Phases.Select(phase => phase with
        {
            Tips = Or(phase.Tips),
            Steps = [.. phase.Steps.Select(step => step with
            {
                Ask = Or(step.Ask),
                Bring = Or(step.Bring),
                After = Or(step.After),
                Messages = Or(step.Messages),
                Dialog = Or(step.Dialog),
                TickedBy = Or(step.TickedBy),
            })],
        })],
    };

    public static Flow Fill(Flow flow) => flow with
    {
        Pages = [.. flow.Pages.Select(page => page with
        {
            Questions = [.. page.Questions.Select(question => question with
            {
                Options = [.. Or(question.Options).Select(Fill)],
                Columns = [.. Or(question.Columns).Select(column => column with { Options = [.. Or(column.Options).Select(Fill)] })],
                When = question.When is { } when ? when with { Is = Or(when.Is), Not = Or(when.Not) } : null,
            })],
        })],
    };

    public static FiveContent Fill(FiveContent five) => five with
    {
        Questions = [.. five.Questions.Select(question => question with { FollowUps = Or(question.FollowUps) })],
    };

    private static ChoiceOption Fill(ChoiceOption option) => option with { Aliases = Or(option.Aliases) };

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
