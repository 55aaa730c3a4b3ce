using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;
using NodaTime.Text;

namespace CtoBot.Core.Findings;

/// <summary>What becomes of a promise.</summary>
internal static class PromiseChange
{
    /// <summary>It was kept.</summary>
    public const string Kept = "kept";

    /// <summary>It was not kept.</summary>
    public const string Broken = "broken";

    /// <summary>It is open again.</summary>
    public const string Open = "open";

    /// <summary>What names a promise in a card: "flow/subject/question/line".</summary>
    public static string KeyOf(Promise promise) =>
        $"{promise.Source.Flow}/{promise.Source.Subject}/{QuestionOf(promise)}/{LineOf(promise)}";

    /// <summary>What a button does that marks a promise.</summary>
    public static CardAction Action(Promise promise, string mark, string view) =>
        CardAction.Of(Verbs.Settle, (DataKeys.Subject, KeyOf(promise)), (DataKeys.Mark, mark), (DataKeys.View, view));

    /// <summary>Marks a promise. Pressed twice, it is marked once.</summary>
    public static Outcome Settle(Scene scene, PersonState state, CardAction action)
    {
        var (mark, view) = (action[DataKeys.Mark], action[DataKeys.View]);
        var key = action[DataKeys.Subject];
        if (PromiseList.Of(Finding.BookOf(scene, state), scene.Today).Lines.FirstOrDefault(line => KeyOf(line.Promise) == key) is not { Promise: var promise } || mark is not (Kept or Broken or Open))
            return FindingViews.After(scene, state, Views.Promises, scene.Texts["promises.gone"]);
        if (mark == Kept && promise.Kept is not null)
            return FindingViews.After(scene, state, view, null);
        var (cell, undo, said) = mark switch
        {
            Kept => (LocalDatePattern.Iso.Format(scene.Today), "undo.kept", "promises.keptNow"),
            Broken => (RowCells.Broken, "undo.broken", "promises.brokenNow"),
            _ => ((string?)null, "undo.reopen", "promises.reopened"),
        };
        var change = new LineChange(promise.Source.Flow, promise.Source.Subject, QuestionOf(promise), LineOf(promise), RowCells.Done, cell);
        var after = LineChange.Make(scene, state, [change], undo, promise.What);
        return FindingViews.After(scene, after, view, ReferenceEquals(after, state) ? null : Notice.Change(scene.Texts.Say(said, ("promise", promise.What)), state, after));
    }

    private static string QuestionOf(Promise promise) => promise.Kind == PromiseKind.Promise ? "promises" : "next";

    private static string LineOf(Promise promise) => promise.Ref[(promise.Ref.LastIndexOf('/') + 1)..];
}
