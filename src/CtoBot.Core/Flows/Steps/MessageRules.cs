using System.Collections.Frozen;
using CtoBot.Core.Content;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows.Steps;

/// <summary>The drafted messages and the person's own wording of them. The subject is the message's id, or <see cref="To"/> one customer.</summary>
internal static class MessageRules
{
    public static FlowRules Rules { get; } = new()
    {
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$text"] = context => Drafted(context.Scene, context.State, context.Draft.Subject) ?? "",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        HasSubject = (scene, state, subject) => Find(scene, state, subject) is not null,
        Placeholders = context => [("subject", Title(context.Scene, context.State, context.Draft.Subject) ?? "")],
        End = (context, _) => new Outcome(context.State, [Card(context.Scene, context.State, context.Draft.Subject)!]),
    };

    /// <summary>The message as it should be sent: the person's own wording, or the draft. Null if there is no such message.</summary>
    public static string? Text(Scene scene, PersonState state, string id) =>
        state.Drafts.GetValueOrDefault($"{FlowIds.Message}:{id}")?.Value<AnswerValue.Text>("text")?.Words ?? Drafted(scene, state, id);

    /// <summary>The message with what can be done with it, or null if there is no such message.</summary>
    public static Reply.Message? Card(Scene scene, PersonState state, string id) =>
        Title(scene, state, id) is { } title && Text(scene, state, id) is { } text
            ? new Reply.Message(
                title,
                scene.Texts["message.lead"],
                text,
                [
                    new Button(scene.Texts["message.copy"], CardAction.Of(Verbs.Copy, (DataKeys.Subject, id))),
                    new Button(scene.Texts["message.edit"], CardAction.Of(Verbs.Edit, (DataKeys.Flow, FlowIds.Message), (DataKeys.Subject, id), (DataKeys.Page, "text"))),
                    new Button(scene.Texts["today.button"], CardAction.Show(Views.Today)),
                ])
            : null;

    private static string? Drafted(Scene scene, PersonState state, string subject) =>
        Find(scene, state, subject) is { } message ? Texts.Fill(message.Text, MessageWords.Of(scene, state, CustomerOf(subject))) : null;

    /// <summary>The subject of the message to one customer, e.g. "visit@c1".</summary>
    public static string To(string message, string customer) => $"{message}@{customer}";

    /// <summary>The message, or null if there is no such message or no such customer.</summary>
    private static MessageContent? Find(Scene scene, PersonState state, string subject)
    {
        var at = subject.IndexOf('@', StringComparison.Ordinal);
        return at < 0 || state.Customers.ContainsKey(CustomerOf(subject))
            ? scene.Content.Plan.Messages.GetValueOrDefault(at < 0 ? subject : subject[..at])
            : null;
    }

    private static string CustomerOf(string subject)
    {
        var at = subject.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? "" : subject[(at + 1)..];
    }

    /// <summary>What the message is, and to whom if it is to one customer.</summary>
    private static string? Title(Scene scene, PersonState state, string subject) =>
        Find(scene, state, subject) is not { } message ? null
        : state.Customers.GetValueOrDefault(CustomerOf(subject)) is { } customer ? $"{message.Title} · {customer.Name}"
        : message.Title;
}
