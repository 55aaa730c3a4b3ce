using System.Text.Json;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>What of the content is the same in every language: ids, kinds, values, conditions and limits, and no word that a person reads. As JSON, to compare.</summary>
internal static class ContentShape
{
    /// <summary>The shape of a dialog.</summary>
    public static string Of(Flow flow) => JsonSerializer.Serialize(
        flow with
        {
            Title = "",
            Intro = null,
            Pages = [.. flow.Pages.Select(page => page with { Lead = null, Questions = [.. page.Questions.Select(Bare)] })],
        },
        ContentFormat.Strict.Flow);

    /// <summary>The shape of the plan.</summary>
    public static string Of(PlanContent plan) => JsonSerializer.Serialize(
        plan with
        {
            Title = "",
            Messages = plan.Messages.Clear().AddRange(plan.Messages.Keys.Order(StringComparer.Ordinal).Select(id => KeyValuePair.Create(id, new MessageContent("", "")))),
            Phases = [.. plan.Phases.Select(phase => phase with
            {
                Title = "",
                Lead = "",
                Tips = [],
                Steps = [.. phase.Steps.Select(step => step with
                {
                    Title = "",
                    Do = "",
                    Why = "",
                    Ask = [],
                    Bring = [],
                    Dialog = [.. step.Dialog.Select(offer => offer with { Label = "" })],
                })],
            })],
        },
        ContentFormat.Strict.PlanContent);

    /// <summary>The shape of the five questions.</summary>
    public static string Of(FiveContent five) => string.Join(' ', five.Questions.Select(question => question.Id));

    private static Question Bare(Question question) => question with
    {
        Ask = "",
        Hint = null,
        Label = null,
        Options = [.. question.Options.Select(Bare)],
        Columns = [.. question.Columns.Select(column => column with { Label = "", Options = [.. column.Options.Select(Bare)] })],
    };

    private static ChoiceOption Bare(ChoiceOption option) => option with { Label = "", Aliases = [] };
}
