using System.Collections.Frozen;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Partners;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>What typed words mean: a command, an answer, small talk, or something to help with.</summary>
internal static class Typed
{
    /// <summary>The commands that the content may name.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "today", "plan", "week", "messages", "dialogs", "help", "five", "setup", "undo", "back", "later", "cancel", "continue", "edit", "day",
        "done", "undone", "step", "note", "move", "skip",
        "customers", "visits", "visit", "debrief", "risks", "bugs", "service", "promises", "deals", "room", "brief", "notes", "verdict", "readout", "files", "quotes", "share", "shares",
        "export", "forget", "erase", "keep",
        "invite", "accept", "agreement", "ledger", "offer", "checkIn",
        "reminders", "pause", "resume", "snooze", "afternoon", "skip-tomorrow", "now", "language");

    /// <summary>Hears what a person wrote.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="words">As written.</param>
    /// <param name="stranger">Whether nothing was kept about the person before these words.</param>
    public static Outcome Hear(Scene scene, PersonState state, string words, bool stranger)
    {
        if (Dialogs.Focused(scene, state) is not { } focused)
        {
            return scene.Content.Commands.Read(words, bare: false) is not { } told ? Unknown(scene, state, words)
                : stranger && OwnData.IsForgetting(told) ? OwnData.NothingKept(scene)
                : Run(scene, state, told, null);
        }

        if (string.IsNullOrWhiteSpace(words))
            return Dialogs.Open(focused);
        var target = Dialog.Target(focused, Dialog.Next(focused)!);
        var kind = target.IsEntry && target.Columns.Any(column => column.Kind == ColumnKind.LongText) ? QuestionKind.LongText : target.Kind;
        if (Quoted(scene, words, kind) is { } literal)
            return Dialogs.Hear(focused, literal);
        var takesAnyWords = kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.People or QuestionKind.Rows;
        return scene.Content.Commands.Read(words, bare: takesAnyWords && !state.Away) is { } command
            ? Run(scene, state, command, focused)
            : Dialogs.Hear(focused, words);
    }

    /// <summary>Takes in what came with a file, and says that the file was not read.</summary>
    public static Outcome HearBesideFiles(Scene scene, PersonState state, string words, bool stranger)
    {
        var heard = string.IsNullOrWhiteSpace(words) && Dialogs.Focused(scene, state) is null ? new Outcome(state, []) : Hear(scene, state, words, stranger);
        return heard with { Replies = heard.Replies.Insert(0, new Reply.Say(scene.Texts["unknown.files"])) };
    }

    /// <summary>
    /// What stands between quotation marks is an answer even if it is also a command. In a long text they are the person's own,
    /// and stay, unless what they hold is a command.
    /// </summary>
    private static string? Quoted(Scene scene, string words, QuestionKind kind) =>
        words.Trim() is ['"' or '“' or '„', .. { Length: > 0 } inner, '"' or '”' or '“']
        && (kind != QuestionKind.LongText || scene.Content.Commands.Read(inner, bare: false) is not null)
            ? inner
            : null;

    private static Outcome Run(Scene scene, PersonState state, Command command, DialogContext? focused)
    {
        if (command.Content.Talk is { } talk)
            return Talk(scene, state, talk, focused);
        return command.Content.Name switch
        {
            "today" or "plan" or "week" or "messages" or "dialogs" or "help" or "five" => Show(scene, state, command.Content.Name),
            "reminders" => Show(scene, state, Views.Reminders),
            "pause" => Pause(scene, state, command.Argument),
            "resume" when state.Reminders is { Paused: not null } or { Skipped: not null } => Remind(scene, state, ReminderActs.Resume),
            "snooze" or "afternoon" or "skip-tomorrow" or "now" => Remind(scene, state, command.Content.Name),
            "setup" => OpenSetup(scene, state),
            "language" => SpokenLanguage.Choose(scene, state, command.Argument) ?? NotYet(scene, state),
            "invite" or "accept" or "agreement" or "ledger" or "offer" or "checkIn" => PairActions.Typed(scene, state, command),
            "export" => OwnData.Export(scene, state),
            "forget" => OwnData.Ask(scene, state),
            "erase" => OwnData.Forget(scene, state),
            "keep" => OwnData.Keep(scene, state),
            "undo" => Conversation.Undo(scene, state, Views.Today),
            "back" => focused is null ? NoDialog(scene, state) : Dialogs.Back(focused, ""),
            "later" => focused is null ? NoDialog(scene, state) : Dialogs.Later(focused),
            "cancel" => focused is null ? NoDialog(scene, state) : Dialogs.Cancel(focused),
            "continue" or "resume" => Dialogs.Waiting(scene, state) is [var latest, ..] ? Dialogs.Open(latest) : NoDialog(scene, state),
            "edit" => Edit(scene, state, command.Argument, focused),
            "skip" when focused is not null && command.Argument.Length == 0 => Dialogs.Skip(focused, ""),
            "risks" or "bugs" or "service" or "promises" or "deals" or "room" => Found(scene, state, command),
            "share" => Dialogs.Find(scene, state, ShareActions.Open("", Views.Readout)) is { } share ? Dialogs.Open(share) : NotYet(scene, state),
            "readout" or "files" or "quotes" or "shares" => Show(scene, state, command.Content.Name),
            "day" => Show(scene, state, int.TryParse(Normalise.ForCompare(command.Argument), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? Views.Day(day - 1) : Views.Plan),
            _ => FieldCommands.Run(scene, state, command.Content.Name, command.Argument) ?? AboutStep(scene, state, command),
        };
    }

    private static Outcome Show(Scene scene, PersonState state, string view) =>
        CardViews.Show(scene, state, view, null) ?? NotYet(scene, state);

    private static Outcome Found(Scene scene, PersonState state, Command command) =>
        PersonalPlan.Of(scene.Content.Plan, state) is null
            ? NotYet(scene, state)
            : Show(scene, state, FindingViews.Named(scene, state, command.Content.Name, command.Argument));

    /// <summary>What to answer instead of a view that there is not: the setup comes first, or the plan is not this person's.</summary>
    public static Outcome NotYet(Scene scene, PersonState state)
    {
        if (SetupAnswers.IsCmo(state))
            return new Outcome(state, [new Reply.Note(scene.Texts["five.noPlan"], [scene.Texts["five.noPlanText"]], [new Button(scene.Texts["five.button"], CardAction.Show(Views.Five))])]);
        return PersonalPlan.Of(scene.Content.Plan, state) is null
            ? OpenSetup(scene, state, scene.Texts["setup.first"])
            : new Outcome(state, [new Reply.Note(scene.Texts["common.notThere"], [scene.Texts["common.notThereText"]], [new Button(scene.Texts["plan.button"], CardAction.Show(Views.Plan))])]);
    }

    /// <summary>Opens the setup, or shows its answers once it has ended.</summary>
    public static Outcome OpenSetup(Scene scene, PersonState state, string? notice = null)
    {
        if (SetupAnswers.Draft(state) is { Status: DraftStatus.Done, Asked: null } && CardViews.Show(scene, state, Views.Setup, notice) is { } summary)
            return summary;
        return Dialogs.Open(Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup)))!, notice);
    }

    private static Outcome Remind(Scene scene, PersonState state, string act) => ReminderActs.Do(scene, state, act) ?? NotYet(scene, state);

    private static Outcome Pause(Scene scene, PersonState state, string until)
    {
        if (Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Pause), (DataKeys.View, Views.Reminders))) is not { } pause)
            return NotYet(scene, state);
        return until.Length > 0 ? Dialogs.Hear(pause, until) : Dialogs.Open(pause);
    }

    private static Outcome NoDialog(Scene scene, PersonState state) =>
        new(state, [Lists.Waiting(scene, state)]);

    private static Outcome Edit(Scene scene, PersonState state, string what, DialogContext? focused)
    {
        var setup = SetupAnswers.Draft(state) is not null ? Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup))) : null;
        foreach (var context in (DialogContext?[])[focused ?? Dialogs.Latest(scene, state), setup])
        {
            if (context is null)
                continue;
            if (NamedLine(context, what) is var (table, line))
                return Dialogs.Edit(context, table.Id, line.Id);
            if (Named(context, what) is { } question)
                return Dialogs.Edit(context, question.Id);
        }

        if (setup is null || setup.Draft.Answers.IsEmpty)
            return OpenSetup(scene, state);
        var notice = what.Length == 0 ? scene.Texts["dialog.choose"] : scene.Texts.Say("dialog.noQuestion", ("said", what));
        var next = setup.Draft.Status == DraftStatus.Done
            ? Lists.Home(scene, state)
            : new Button(scene.Texts["dialog.continue"], Dialogs.OpenAction(setup.Draft));
        return new Outcome(state, [DialogCards.Summary(setup, notice, next)]);
    }

    /// <summary>The question that a person names as the cards do, or by its id: "edit first day", "edit start".</summary>
    private static Question? Named(DialogContext context, string what)
    {
        Question[] questions = [.. Dialog.Asked(context)];
        return ClosestMatch.Find(what, questions.Select(question => question.Name)) is { } name ? questions.First(question => question.Name == name)
            : ClosestMatch.Find(what, questions.Select(question => question.Id)) is { } id ? context.Flow.Find(id)
            : null;
    }

    /// <summary>A line of a table as the cards number it: "edit bugs 12".</summary>
    private static (Question Table, Row Line)? NamedLine(DialogContext context, string what)
    {
        var space = what.TrimEnd().LastIndexOf(' ');
        return space > 0
            && int.TryParse(what.AsSpan(space), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && Named(context, what[..space]) is { IsEntry: true } table
            && context.LinesOf(table).ElementAtOrDefault(number - 1) is { } line
                ? (table, line)
                : null;
    }

    /// <summary>What stands between the step and the rest, as the help shows it: " to " in "2 to Friday".</summary>
    private static string[] Between(CommandContent command) =>
        command.Argument?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .. { Length: > 0 } between, _] ? [$" {string.Join(' ', between)} "] : [];

    private static Outcome AboutStep(Scene scene, PersonState state, Command command)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state) is not { } plan)
            return NotYet(scene, state);
        string[] separators = [.. Between(command.Content), .. command.Content.Name == "move" ? [" to ", " on ", ":"] : (string[])[":", " because ", " - ", "\n"]];
        if (StepFinder.Find(scene, plan, command.Argument, separators) is not var (item, rest))
        {
            var which = command.Argument.Length == 0 ? "checklist.whichStep" : "checklist.which";
            return CardViews.Show(scene, state, Views.Today, scene.Texts.Say(which, ("said", command.Argument), ("command", command.Content.Says[0])))!;
        }

        return command.Content.Name switch
        {
            "done" => Conversation.Tick(scene, state, item.Key, Views.Today),
            "undone" => Conversation.Untick(scene, state, item.Key, Views.Today),
            "step" => CardViews.Show(scene, state, Views.Step(item.Key, Views.Today), null)!,
            "note" => StepDialog(scene, state, FlowIds.Note, item, rest),
            "move" => StepDialog(scene, state, FlowIds.Move, item, rest),
            "skip" => StepDialog(scene, state, FlowIds.SkipStep, item, rest),
            _ => throw new InvalidOperationException($"The command '{command.Content.Name}' is among the names and not known."),
        };
    }

    private static Outcome StepDialog(Scene scene, PersonState state, string flow, PlanItem item, string answer)
    {
        var context = Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.Subject, item.Key), (DataKeys.View, Views.Today)))!;
        return answer.Length > 0 ? Dialogs.Hear(context, answer) : Dialogs.Open(context);
    }

    private static Outcome Talk(Scene scene, PersonState state, string key, DialogContext? focused)
    {
        var name = state.Client.Name.Split(' ', 2)[0];
        var said = scene.Texts.Say(key, ("name", name.Length > 0 ? name : scene.Texts["talk.you"]));
        if (focused is not null)
            return Dialogs.Open(focused, said);
        return CardViews.Show(scene, state, Views.Today, said) ?? Begin(scene, state, said);
    }

    /// <summary>Words with a way forward for someone who has no plan to show.</summary>
    private static Outcome Begin(Scene scene, PersonState state, string said) =>
        new(state, [new Reply.Note(said, [], [Lists.Home(scene, state), new Button(scene.Texts["help.button"], CardAction.Show(Views.Help))])]);

    private static Outcome Unknown(Scene scene, PersonState state, string words)
    {
        var texts = scene.Texts;
        if (scene.Content.Commands.Suggest(words) is { } meant)
        {
            // The name of a command that says of which step it is: the person knows the command, and not what it needs.
            if (meant is { Content.Needed: true, Argument: "" })
                return Run(scene, state, meant, null);
            var typed = $"{meant.Content.Says[0]} {meant.Argument}".TrimEnd();
            return new Outcome(state, [new Reply.Note(
                texts.Say("unknown.didYouMean", ("command", typed)),
                [],
                [new Button(texts.Say("unknown.yes", ("command", typed)), Lists.Says(typed)), new Button(texts["help.button"], CardAction.Show(Views.Help))])]);
        }

        return new Outcome(state, [new Reply.Note(texts["unknown.title"], [texts["unknown.text"]], [Lists.Home(scene, state), new Button(texts["help.button"], CardAction.Show(Views.Help))])]);
    }
}
