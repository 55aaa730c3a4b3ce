using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>Cards to choose from or to read: help, drafted messages, waiting dialogs, the five questions.</summary>
internal static class Lists
{
    /// <summary>What can be said. An entry does what it says.</summary>
    public static Reply Help(Scene scene)
    {
        var texts = scene.Texts;
        return new Reply.Menu(
            texts["help.title"],
            null,
            texts["help.lead"],
            null,
            [
                new MenuGroup(texts["help.ask"], null,
                    [.. scene.Content.Commands.All.Where(command => command is { Help: not null, Argument: null }).Select(command => new MenuEntry(command.Says[0], command.Help!, Says(command.Says[0])))]),
                new MenuGroup(texts["help.steps"], texts["help.stepsText"],
                    [.. scene.Content.Commands.All.Where(command => command is { Help: not null, Argument: not null }).Select(command => new MenuEntry($"{command.Says[0]} {command.Argument}", command.Help!, CardAction.Show(Views.Today)))]),
            ],
            [new Button(texts["today.button"], CardAction.Show(Views.Today))]);
    }

    /// <summary>The drafted messages.</summary>
    public static Reply Messages(Scene scene) => new Reply.Menu(
        scene.Texts["message.title"],
        null,
        scene.Texts["message.listLead"],
        null,
        [
            new MenuGroup("", null, [.. scene.Content.Plan.Phases
                .SelectMany(phase => phase.Steps)
                .SelectMany(step => step.Messages.Select(id => new MenuEntry(scene.Content.Plan.Messages[id].Title, step.Title, CardAction.Show(Views.Message(id)))))]),
        ],
        [new Button(scene.Texts["today.button"], CardAction.Show(Views.Today))]);

    /// <summary>The dialogs that wait for answers.</summary>
    public static Reply Waiting(Scene scene, PersonState state)
    {
        var waiting = Dialogs.Waiting(scene, state);
        return waiting.IsEmpty
            ? new Reply.Note(scene.Texts["dialogs.title"], [scene.Texts["dialogs.none"]], [new Button(scene.Texts["today.button"], CardAction.Show(Views.Today))])
            : new Reply.Menu(
                scene.Texts["dialogs.title"],
                null,
                scene.Texts["dialogs.lead"],
                null,
                [new MenuGroup("", null, [.. waiting.Select(context => new MenuEntry(context.Fill(context.Flow.Title), scene.Texts.Say("dialogs.answered", ("count", scene.Texts.Number(context.Draft.Answers.Count))), Dialogs.OpenAction(context.Draft)))])],
                [new Button(scene.Texts["today.button"], CardAction.Show(Views.Today))]);
    }

    /// <summary>The CMO's five questions, to read.</summary>
    public static Reply Five(Scene scene)
    {
        var five = scene.Content.Five;
        return new Reply.Guide(
            five.Title,
            five.Lead,
            [.. five.Questions.Select(question => new GuideSection(
                question.Title,
                [question.Purpose, scene.Texts.Say("five.opening", ("opening", question.Opening)), scene.Texts.Say("five.result", ("result", question.Result))],
                question.FollowUps))],
            []);
    }

    /// <summary>A button that does what typing these words does.</summary>
    public static CardAction Says(string words) => CardAction.Of(Verbs.Say, (DataKeys.Words, words));
}
