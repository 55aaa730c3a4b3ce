using System.Collections.Frozen;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Partners;
using CtoBot.Core.Plan;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>Cards to choose from or to read: help, drafted messages, waiting dialogs, the five questions.</summary>
internal static class Lists
{
    /// <summary>What can be said. An entry does what it says.</summary>
    public static Reply Help(Scene scene, PersonState state)
    {
        var texts = scene.Texts;
        var isCmo = SetupAnswers.IsCmo(state);
        var reminded = ReminderSettings.Of(state) is not null;
        CommandContent[] commands = [.. scene.Content.Commands.All.Where(command => command.Help is not null && !(isCmo && OfThePlan.Contains(command.Name)) && (reminded || !OfReminders.Contains(command.Name)))];
        MenuGroup aboutSteps = new(texts["help.steps"], texts["help.stepsText"],
            [.. commands.Where(command => command is { Argument: not null, Group: null }).Select(command => new MenuEntry($"{command.Says[0]} {command.Argument}", command.Help!, CardAction.Show(Views.Today)))]);
        var grouped =
            from command in commands
            where command.Group is not null
            group new MenuEntry($"{command.Says[0]} {command.Argument}".TrimEnd(), command.Help!, Says(command.Says[0])) by command.Group into entries
            select new MenuGroup(texts[HelpGroup(entries.Key)], null, [.. entries]);
        return new Reply.Menu(
            texts["help.title"],
            null,
            texts["help.lead"],
            null,
            [
                new MenuGroup(texts["help.ask"], null,
                    [.. commands.Where(command => command is { Argument: null, Group: null }).Select(command => new MenuEntry(command.Says[0], command.Help!, Says(command.Says[0])))]),
                .. grouped,
                .. aboutSteps.Entries.IsEmpty ? [] : new[] { aboutSteps },
            ],
            [Home(scene, state)]);
    }

    /// <summary>Commands that are of use only to who is reminded.</summary>
    private static readonly FrozenSet<string> OfReminders = FrozenSet.Create(
        StringComparer.Ordinal, "reminders", "pause", "resume", "snooze", "afternoon", "skip-tomorrow", "now");

    /// <summary>The key of the heading above a group of commands.</summary>
    public static string HelpGroup(string group) => "help." + group;

    /// <summary>Commands that a CMO has no use for.</summary>
    private static readonly FrozenSet<string> OfThePlan = FrozenSet.Create(
        StringComparer.Ordinal, "today", "plan", "week", "messages", "done", "undone", "step", "note", "move", "skip", "day",
        "customers", "visits", "visit", "debrief", "risks", "bugs", "service", "promises", "deals", "room", "brief", "notes", "verdict", "readout", "files", "quotes", "share", "shares");

    /// <summary>Where most people want to go: the steps of today, the five questions, or the setup as long as there are neither.</summary>
    public static Button Home(Scene scene, PersonState state) =>
        SetupAnswers.IsCmo(state) ? new Button(scene.Texts["five.button"], CardAction.Show(Views.Five))
        : PersonalPlan.Of(scene.Content.Plan, state) is not null ? new Button(scene.Texts["today.button"], CardAction.Show(Views.Today))
        : new Button(scene.Texts["setup.begin"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup)));

    /// <summary>The drafted messages.</summary>
    public static Reply Messages(Scene scene, PersonState state) => new Reply.Menu(
        scene.Texts["message.title"],
        null,
        scene.Texts["message.listLead"],
        null,
        [
            new MenuGroup("", null, [.. scene.Content.Plan.Phases
                .SelectMany(phase => phase.Steps)
                .SelectMany(step => step.Messages.Select(id => new MenuEntry(scene.Content.Plan.Messages[id].Title, step.Title, CardAction.Show(Views.Message(id)))))]),
        ],
        [Home(scene, state)]);

    /// <summary>The dialogs that wait for answers.</summary>
    public static Reply Waiting(Scene scene, PersonState state)
    {
        var waiting = Dialogs.Waiting(scene, state);
        return waiting.IsEmpty
            ? new Reply.Note(scene.Texts["dialogs.title"], [scene.Texts["dialogs.none"]], [Home(scene, state), new Button(scene.Texts["help.button"], CardAction.Show(Views.Help))])
            : new Reply.Menu(
                scene.Texts["dialogs.title"],
                null,
                scene.Texts["dialogs.lead"],
                null,
                [new MenuGroup("", null, [.. waiting.Select(context => new MenuEntry(context.Fill(context.Flow.Title), scene.Texts.Say("dialogs.answered", ("count", scene.Texts.Number(context.Draft.Answers.Count))), Dialogs.OpenAction(context.Draft)))])],
                [Home(scene, state)]);
    }

    /// <summary>The CMO's five questions, to read.</summary>
    public static Reply Five(Scene scene, PersonState state)
    {
        var five = scene.Content.Five;
        return new Reply.Guide(
            five.Title,
            five.Lead,
            [.. five.Questions.Select(question => new GuideSection(
                question.Title,
                [question.Purpose, scene.Texts.Say("five.opening", ("opening", question.Opening)), scene.Texts.Say("five.result", ("result", question.Result))],
                question.FollowUps))],
            [
                new Button(scene.Texts["pair.invite"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite))),
                SetupAnswers.IsCmo(state) ? new Button(scene.Texts["help.button"], CardAction.Show(Views.Help)) : Home(scene, state),
            ]);
    }

    /// <summary>A button that does what typing these words does.</summary>
    public static CardAction Says(string words) => CardAction.Of(Verbs.Say, (DataKeys.Words, words));
}
