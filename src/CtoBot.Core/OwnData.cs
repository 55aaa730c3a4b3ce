using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core;

/// <summary>What a person can do with everything that is kept about them: have it, and have it deleted.</summary>
internal static class OwnData
{
    /// <summary>How long a person may take to confirm. Later, or in a repeated delivery after it was done, they are asked again.</summary>
    private static readonly Duration TimeToConfirm = Duration.FromHours(1);

    /// <summary>Whether a command is about being forgotten.</summary>
    public static bool IsForgetting(Command command) => command.Content.Name is "forget" or "erase" or "keep";

    /// <summary>Offers everything that is kept.</summary>
    public static Outcome Export(Scene scene, PersonState state) => new(state,
    [
        new Reply.Export(
            scene.Texts["own.exportTitle"],
            [scene.Texts["own.exportText"], scene.Texts["own.exportLinks"]],
            scene.Texts["own.exportRead"],
            scene.Texts["own.exportJson"],
            scene.Texts["own.exportNoLinks"]),
    ]);

    /// <summary>Shows what would go, and asks whether it should.</summary>
    public static Outcome Ask(Scene scene, PersonState state)
    {
        var texts = scene.Texts;
        Draft[] drafts = [.. scene.Records.All(state)];
        var counts = texts.Say(
            "own.forgetCounts",
            ("answers", texts.Number(drafts.Sum(draft => draft.Answers.Values.Count(answer => answer.Value is not AnswerValue.Skipped)))),
            ("notes", texts.Number(state.Steps.Values.Count(step => step.Note is not null))),
            ("steps", texts.Number(state.Steps.Values.Count(step => step.IsSettled || step.MovedTo is not null))),
            ("since", Since(scene, state, drafts).ToString("D", texts.Culture)));
        return new Outcome(
            state with { ForgetAskedAt = scene.Now },
            [
                new Reply.Note(
                    texts["own.forgetTitle"],
                    [counts, texts["own.forgetFinal"], texts["own.forgetHow"]],
                    [new Button(texts["own.keep"], CardAction.Of(Verbs.Keep)), new Button(texts["own.erase"], CardAction.Of(Verbs.Erase))]),
            ]);
    }

    /// <summary>Forgets the person if they were asked; asks them if not.</summary>
    public static Outcome Forget(Scene scene, PersonState state) =>
        state.ForgetAskedAt is { } asked && scene.Now - asked < TimeToConfirm
            ? new Outcome(new PersonState(), [Begin(scene, "own.erased")], Erase: true)
            : Ask(scene, state);

    /// <summary>Forgets nothing.</summary>
    public static Outcome Keep(Scene scene, PersonState state) => new(
        state with { ForgetAskedAt = null },
        [new Reply.Note(scene.Texts["own.kept"], [], [new Button(scene.Texts["today.button"], CardAction.Show(Views.Today)), new Button(scene.Texts["help.button"], CardAction.Show(Views.Help))])]);

    /// <summary>Nothing is kept about the person, and nothing is written to say so.</summary>
    public static Outcome NothingKept(Scene scene) => new(new PersonState(), [Begin(scene, "own.nothing")], Erase: true);

    /// <summary>A card that a person has from before they were forgotten.</summary>
    public static Outcome FromBefore(Scene scene, PersonState state) => new(state, [Begin(scene, "own.before")]);

    private static Reply Begin(Scene scene, string key) => new Reply.Note(
        scene.Texts[key],
        [scene.Texts[key + "Text"]],
        [
            new Button(scene.Texts["setup.begin"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Setup))),
            new Button(scene.Texts["help.button"], CardAction.Show(Views.Help)),
        ]);

    private static LocalDate Since(Scene scene, PersonState state, IEnumerable<Draft> drafts) => drafts
        .SelectMany(draft => draft.Answers.Values.Select(answer => answer.At).Prepend(draft.StartedAt))
        .Concat(state.Steps.Values.Select(step => step.DoneAt ?? step.SkippedAt).OfType<Instant>())
        .Append(state.WelcomedAt ?? scene.Now)
        .Min()
        .InZone(scene.Zone).Date;
}
