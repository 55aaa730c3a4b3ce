using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Findings;

/// <summary>What a view of findings is made from: the answers, read once.</summary>
/// <param name="Scene">Where the turn happens.</param>
/// <param name="State">The state.</param>
/// <param name="View">The view that is shown, to come back to.</param>
/// <param name="Notice">What just happened, or null.</param>
internal sealed record Finding(Scene Scene, PersonState State, string View, Notice? Notice)
{
    /// <summary>The answers about customers, visits, debriefs and meetings.</summary>
    public Book Book { get; } = BookOf(Scene, State);

    /// <summary>Reads the answers, the filed ones included.</summary>
    public static Book BookOf(Scene scene, PersonState state) => Book.Of(scene.Records.All(state), state.Customers, scene.Zone);

    /// <summary>A button that shows another view.</summary>
    public Button Go(string label, string view) => new(Scene.Texts[label], CardAction.Show(view));

    /// <summary>What can be done next: undo what just happened, turn the page, go elsewhere, and home.</summary>
    public ImmutableArray<Button> Buttons(ImmutableArray<Button> pages, params IEnumerable<Button> others) =>
    [
        .. Notice is { Undoes: not null } ? new[] { new Button(Scene.Texts["undo.button"], Notice.UndoAction(View)) } : [],
        .. pages,
        .. others,
        Lists.Home(Scene, State),
    ];

    /// <summary>A list with nothing in it: why that is, and the way to change it.</summary>
    /// <param name="name">The prefix of its texts.</param>
    /// <param name="others">What can be done.</param>
    public Reply.Board Empty(string name, params IEnumerable<Button> others) =>
        new(Scene.Texts[name + ".none"], Notice?.Text, Scene.Texts[name + ".noneText"], [], null, Buttons([], others));

    /// <summary>What leads to findings of visits: the list of customers as long as it is empty, then the debriefs.</summary>
    public Button ToDebriefs => Book.Customers.IsEmpty
        ? new Button(Scene.Texts["customers.add"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Customers), (DataKeys.View, View)))
        : Go("debrief.listButton", Views.Debriefs);
}
