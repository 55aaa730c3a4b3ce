using CtoBot.Core.State;

namespace CtoBot.Core.Flows.Setup;

/// <summary>The language that the bot speaks with a person: that of their client, or another that they chose.</summary>
public static class SpokenLanguage
{
    /// <summary>The question of the dialog of this name, and of the answer in it.</summary>
    private const string Question = "language";

    /// <summary>The answer of someone who leaves it to their client.</summary>
    private const string AsClient = "client";

    /// <summary>The dialog in which a person chooses. Its answer is kept, and holds until they choose again or take it back.</summary>
    internal static FlowRules Rules { get; } = new()
    {
        End = (context, ended) =>
        {
            var scene = context.Scene.SpokenWith(context.State);
            var said = ended.First || ended.Changed ? scene.Texts["language.changed"] : ended.Notice;
            return Conversation.ShowAfter(scene, context.State, context.Draft.View, said);
        },
    };

    /// <summary>The BCP-47 tag of how to speak with a person, e.g. "de-AT": the language they chose, as it is spoken where their client is from.</summary>
    public static string LocaleOf(PersonState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return LocaleOf(Chosen(state), state.Client.Locale);
    }

    /// <summary>The same from what is known of a person.</summary>
    /// <param name="chosen">The language they chose, e.g. "de"; null, empty or "client" if they leave it to their client.</param>
    /// <param name="client">The tag that their client tells; may be empty.</param>
    public static string LocaleOf(string? chosen, string client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (chosen is null or "" or AsClient)
            return client;
        var dash = client.IndexOf('-', StringComparison.Ordinal);
        var isOfClient = client.AsSpan(0, dash < 0 ? client.Length : dash).Equals(chosen, StringComparison.OrdinalIgnoreCase);
        var region = client[(client.LastIndexOf('-') + 1)..];
        return isOfClient ? client : dash > 0 && region.Length == 2 ? $"{chosen}-{region}" : chosen;
    }

    /// <summary>What a person chose, or null before they did.</summary>
    private static string? Chosen(PersonState state) =>
        state.Drafts.GetValueOrDefault(FlowIds.Language)?.Value<AnswerValue.Choice>(Question)?.Value;

    /// <summary>Asks which language it shall be, or takes one that was named.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="named">As typed, e.g. "deutsch"; empty for none.</param>
    internal static Outcome? Choose(Scene scene, PersonState state, string named)
    {
        if (Dialogs.Find(scene, state, Action("")) is not { } context)
            return null;
        return named.Length > 0
            ? Dialogs.Hear(context with { Draft = context.Draft with { Asked = Question } }, named)
            : Dialogs.Edit(context, Question);
    }

    /// <summary>A button that asks for the language, and leads back to a view.</summary>
    internal static Button Button(Scene scene, string view) => new(scene.Texts["language.button"], Action(view));

    /// <summary>The language of the bot as a person reads it, in that language; null where there is nothing to choose.</summary>
    internal static MenuEntry? Setting(Scene scene, PersonState state, string view) =>
        scene.Content.Flows.GetValueOrDefault(FlowIds.Language)?.Find(Question) is { } question
        && question.Options.FirstOrDefault(option => option.Value == (Chosen(state) ?? AsClient)) is { } now
            ? new MenuEntry(question.Name, now.Label, Action(view))
            : null;

    private static CardAction Action(string view) =>
        CardAction.Of(Verbs.Edit, (DataKeys.Flow, FlowIds.Language), (DataKeys.Page, Question), (DataKeys.View, view));
}
