using System.Collections.Frozen;
using CtoBot.Core.Content;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows.Steps;

/// <summary>The drafted messages and the person's own wording of them. The subject is the message's id.</summary>
internal static class MessageRules
{
    public static FlowRules Rules { get; } = new()
    {
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$text"] = context => Drafted(context.Scene, context.State, context.Draft.Subject) ?? "",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        HasSubject = (scene, _, id) => scene.Content.Plan.Messages.ContainsKey(id),
        Placeholders = context => [("subject", context.Scene.Content.Plan.Messages.GetValueOrDefault(context.Draft.Subject)?.Title ?? "")],
        End = (context, _) => new Outcome(context.State, [Card(context.Scene, context.State, context.Draft.Subject)!]),
    };

    /// <summary>The message as it should be sent: the person's own wording, or the draft. Null if there is no such message.</summary>
    public static string? Text(Scene scene, PersonState state, string id) =>
        state.Drafts.GetValueOrDefault($"{FlowIds.Message}:{id}")?.Value<AnswerValue.Text>("text")?.Words ?? Drafted(scene, state, id);

    /// <summary>The message with what can be done with it, or null if there is no such message.</summary>
    public static Reply.Message? Card(Scene scene, PersonState state, string id) =>
        Text(scene, state, id) is { } text
            ? new Reply.Message(
                scene.Content.Plan.Messages[id].Title,
                scene.Texts["message.lead"],
                text,
                [
                    new Button(scene.Texts["message.copy"], CardAction.Of(Verbs.Copy, (DataKeys.Subject, id))),
                    new Button(scene.Texts["message.edit"], CardAction.Of(Verbs.Edit, (DataKeys.Flow, FlowIds.Message), (DataKeys.Subject, id), (DataKeys.Page, "text"))),
                    new Button(scene.Texts["today.button"], CardAction.Show(Views.Today)),
                ])
            : null;

    private static string? Drafted(Scene scene, PersonState state, string id)
    {
        if (!scene.Content.Plan.Messages.TryGetValue(id, out var message))
            return null;
        var texts = scene.Texts;
        var plan = PersonalPlan.Of(scene.Content.Plan, state);
        return Texts.Fill(
            message.Text,
            ("me", Or(state.Client.Name, texts["message.me"])),
            ("company", Or(SetupAnswers.Draft(state)?.Value<AnswerValue.Text>(SetupAnswers.Company)?.Words, texts["message.company"])),
            ("team", Or(texts.List(SetupAnswers.Names(state, "reports")), texts["message.team"])),
            ("salesHead", Or(texts.List(SetupAnswers.Names(state, "salesHead")), texts["message.salesHead"])),
            ("customers", texts["message.customers"]),
            ("customer", texts["message.customer"]),
            ("contact", texts["message.contact"]),
            ("when", texts["message.when"]),
            ("from", plan is null ? texts["message.from"] : texts.Day(plan.Start)),
            ("until", plan is null ? texts["message.until"] : texts.Day(plan.End)));
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value;
}
