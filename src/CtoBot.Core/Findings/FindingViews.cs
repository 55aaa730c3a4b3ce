using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.Readout;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;

namespace CtoBot.Core.Findings;

/// <summary>Shows what was found.</summary>
internal static class FindingViews
{
    /// <summary>The view, or null if there is none of that name.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="view">See <see cref="Views"/>.</param>
    /// <param name="notice">What just happened, or null.</param>
    public static Reply? Show(Scene scene, PersonState state, string view, Notice? notice)
    {
        var (name, argument) = Views.Split(view);
        return name switch
        {
            Views.Risks => List(argument, RiskView.Board),
            Views.Bugs => List(argument, BugListView.Board),
            Views.Service when ListPage.Number(argument) is not null => List(argument, ServiceMatrixView.Matrix),
            Views.Deals => List(argument, DealView.Board),
            Views.Debriefs => List(argument, DebriefsView.Board),
            Views.Room => RoomView.Brief(Make()),
            Views.Twins => TwinView.Proposal(Make(), argument),
            "service" => Paged(argument, 1, FunctionView.Brief),
            "bug" => Paged(argument, 2, BugView.Brief),
            "same" => Paged(argument, 2, TwinView.Choice),
            "promises" when argument.StartsWith("settled", StringComparison.Ordinal) => Paged(argument, 1, (finding, _, page) => PromiseView.Board(finding, settled: true, page)),
            "promises" => List(argument, (finding, page) => PromiseView.Board(finding, settled: false, page)),
            "promise" => PromiseView.Brief(Make(), argument),
            "quote" => QuoteView.Of(Make(), argument),
            _ => null,
        };

        Finding Make() => new(scene, state, view, notice);

        Reply? List(string page, Func<Finding, int, Reply> show) => ListPage.Number(page) is { } number ? show(Make(), number) : null;

        // The name of what is shown has so many parts, and the page may follow it.
        Reply? Paged(string named, int parts, Func<Finding, string, int, Reply?> show)
        {
            var split = named.Split('/');
            if (split.Length < parts || split.Length > parts + 1)
                return null;
            return ListPage.Number(split.Length > parts ? split[parts] : "") is { } number ? show(Make(), string.Join('/', split[..parts]), number) : null;
        }
    }

    /// <summary>Does what a button says of what was found.</summary>
    public static Outcome Press(Scene scene, PersonState state, CardAction action) => action.Verb switch
    {
        Verbs.Merge => BugChanges.Merge(scene, state, action),
        Verbs.Apart => BugChanges.Apart(scene, state, action),
        Verbs.Split => BugChanges.Split(scene, state, action),
        Verbs.Settle => PromiseChange.Settle(scene, state, action),
        Verbs.UseQuote => QuoteChoice.Take(scene, state, action),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.Verb, "The verb is none of findings."),
    };

    /// <summary>The view after a change, or today's steps if it is no longer there. The person has a plan.</summary>
    public static Outcome After(Scene scene, PersonState state, string view, Notice? notice) =>
        CardViews.Show(scene, state, view, notice) ?? CardViews.Show(scene, state, Views.Today, notice)!;

    /// <summary>The view that is meant by words after a command, such as "support" after "service".</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="command">The command's name, which is a view's.</param>
    /// <param name="argument">What followed it.</param>
    public static string Named(Scene scene, PersonState state, string command, string argument) => command switch
    {
        _ when argument.Length == 0 || Views.Split(command).Name == Views.Room => command,
        Views.Service when FunctionCalled(scene, argument) is { } function => Views.ServiceOf(function),
        Views.Bugs when ListPage.Number(argument) is null && BugCalled(scene, state, argument) is { } bug => Views.Bug(bug),
        _ => Views.Page(command, ListPage.Number(argument) ?? 1),
    };

    private static string? FunctionCalled(Scene scene, string words) =>
        ClosestMatch.Find(words, Functions.All.SelectMany(function => new[] { function, scene.Function(function)! })) is { } called
            ? Functions.All.First(function => called == function || called == scene.Function(function))
            : null;

    private static string? BugCalled(Scene scene, PersonState state, string words) =>
        BugListView.Closest(BugList.Of(Finding.BookOf(scene, state)), words);
}
