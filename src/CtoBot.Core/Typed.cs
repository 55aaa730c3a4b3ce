using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;

namespace CtoBot.Core;

/// <summary>What typed words mean: a command, an answer, small talk, or something to help with.</summary>
internal static class Typed
{
    /// <summary>Hears what a person wrote.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="words">As written.</param>
    /// <param name="stranger">Whether nothing was kept about the person before these words.</param>
    public static Outcome Hear(Scene scene, PersonState state, string words, bool stranger)
    {
        var focused = Dialogs.Focused(scene, state);
        if (focused is not null && Quoted(words) is { } literal)
            return Dialogs.Hear(focused, literal);
        if (scene.Content.Commands.Read(words, bare: focused is not null && TakesAnyWords(focused)) is { } command)
            return stranger && OwnData.IsForgetting(command) ? OwnData.NothingKept(scene) : Run(scene, state, command, focused);
        if (focused is not null && !string.IsNullOrWhiteSpace(words))
            return Dialogs.Hear(focused, words);
        return Unknown(scene, state, words);
    }

    /// <summary>What stands between quotation marks is an answer even if it is also a command.</summary>
    private static string? Quoted(string words) =>
        words.Trim() is ['"' or '“' or '„', .. var inner, '"' or '”' or '“'] && inner.Length > 0 ? inner : null;

    private static bool TakesAnyWords(DialogContext context)
    {
        var asking = Dialog.Next(context)!;
        var question = asking.Questions.FirstOrDefault(candidate => !context.Draft.Answers.ContainsKey(candidate.Id)) ?? asking.Questions[0];
        return question.Kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.People or QuestionKind.Rows;
    }

    private static Outcome Run(Scene scene, PersonState state, Command command, DialogContext? focused)
    {
        if (command.Content.Talk is { } talk)
            return Talk(scene, state, talk, focused);
        return command.Content.Name switch
        {
            "today" or "plan" or "week" or "messages" or "dialogs" or "help" or "five" => Show(scene, state, command.Content.Name),
            "setup" => OpenSetup(scene, state),
            "export" => OwnData.Export(scene, state),
            "forget" => OwnData.Ask(scene, state),
            "erase" => OwnData.Forget(scene, state),
            "keep" => OwnData.Keep(scene, state),
            "undo" => Conversation.Undo(scene, state, Views.Today),
            "back" => focused is null ? NoDialog(scene, state) : Dialogs.Back(focused, ""),
            "later" => focused is null ? NoDialog(scene, state) : Dialogs.Later(focused),
            "cancel" => focused is null ? NoDialog(scene, state) : Dialogs.Cancel(focused),
            "continue" => Dialogs.Waiting(scene, state) is [var latest, ..] ? Dialogs.Open(latest) : NoDialog(scene, state),
            "edit" => Edit(scene, state, command.Argument, focused),
            "skip" when focused is not null && command.Argument.Length == 0 => Dialogs.Skip(focused, ""),
            "day" => Show(scene, state, Views.Day(int.TryParse(command.Argument, out var day) ? day - 1 : -1)),
            _ => AboutStep(scene, state, command),
        };
    }

    private static Outcome Show(Scene scene, PersonState state, string view) =>
        CardViews.Show(scene, state, view, null) ?? NotYet(scene, state);

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

    private static Outcome NoDialog(Scene scene, PersonState state) =>
        new(state, [new Reply.Note(scene.Texts["dialogs.title"], [scene.Texts["dialogs.none"]], [new Button(scene.Texts["today.button"], CardAction.Show(Views.Today)), new Button(scene.Texts["help.button"], CardAction.Show(Views.Help))])]);

    private static Outcome Edit(Scene scene, PersonState state, string what, DialogContext? focused)
    {
        var context = focused ?? (SetupAnswers.Draft(state) is not null ? Dialogs.Find(scene, state, CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup))) : null);
        if (context is null || what.Length == 0)
            return OpenSetup(scene, state);
        Question[] questions = [.. Dialog.Asked(context)];
        return ClosestMatch.Find(what, questions.Select(question => question.Name)) is { } name
            ? Dialogs.Edit(context, questions.First(question => question.Name == name).Id)
            : new Outcome(state, [DialogCards.Summary(context, scene.Texts.Say("dialog.noQuestion", ("said", what)))]);
    }

    private static Outcome AboutStep(Scene scene, PersonState state, Command command)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state) is not { } plan)
            return NotYet(scene, state);
        string[] separators = command.Content.Name == "move" ? [" to ", " on ", ": "] : [": ", " because ", ":", " - "];
        if (StepFinder.Find(scene, plan, command.Argument, separators) is not var (item, rest))
            return CardViews.Show(scene, state, Views.Today, scene.Texts.Say("checklist.which", ("said", command.Argument), ("command", command.Content.Says[0])))!;
        return command.Content.Name switch
        {
            "done" => Conversation.Tick(scene, state, item.Key, Views.Today),
            "undone" => Conversation.Untick(scene, state, item.Key, Views.Today),
            "step" => CardViews.Show(scene, state, Views.Step(item.Key, Views.Today), null)!,
            "note" => StepDialog(scene, state, FlowIds.Note, item, rest),
            "move" => StepDialog(scene, state, FlowIds.Move, item, rest),
            "skip" => StepDialog(scene, state, FlowIds.SkipStep, item, rest),
            _ => Unknown(scene, state, command.Content.Says[0]),
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
    private static Outcome Begin(Scene scene, PersonState state, string said)
    {
        var next = SetupAnswers.IsCmo(state)
            ? new Button(scene.Texts["five.button"], CardAction.Show(Views.Five))
            : new Button(scene.Texts["setup.begin"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup)));
        return new Outcome(state, [new Reply.Note(said, [], [next, new Button(scene.Texts["help.button"], CardAction.Show(Views.Help))])]);
    }

    private static Outcome Unknown(Scene scene, PersonState state, string words)
    {
        var texts = scene.Texts;
        if (scene.Content.Commands.Suggest(words) is { } meant)
        {
            return new Outcome(state, [new Reply.Note(
                texts.Say("unknown.didYouMean", ("command", meant)),
                [],
                [new Button(texts.Say("unknown.yes", ("command", meant)), Lists.Says(meant)), new Button(texts["help.button"], CardAction.Show(Views.Help))])]);
        }

        var first = PersonalPlan.Of(scene.Content.Plan, state) is null && !SetupAnswers.IsCmo(state)
            ? new Button(texts["setup.begin"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup)))
            : new Button(texts["today.button"], CardAction.Show(Views.Today));
        return new Outcome(state, [new Reply.Note(texts["unknown.title"], [texts["unknown.text"]], [first, new Button(texts["help.button"], CardAction.Show(Views.Help))])]);
    }
}
