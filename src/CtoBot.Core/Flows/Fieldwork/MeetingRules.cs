using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>Notes of the meetings in the second week, and the verdict that ends it.</summary>
internal static class MeetingRules
{
    /// <summary>More are no list to choose from. They are ranked, so a deal hardly hangs on another.</summary>
    private const int MostBugs = 50;

    /// <summary>A meeting of which there is one.</summary>
    public static FlowRules One { get; } = new()
    {
        Options = new Dictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>(StringComparer.Ordinal)
        {
            ["bugs"] = context => [.. BugList.Of(Finding.BookOf(context.Scene, context.State)).Groups.Take(MostBugs).Select(group => new ChoiceOption(group.Ref, group.Title))],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Placeholders = context => [("subject", MeetingCards.NameOf(context.Scene, context.State, context.Flow.Id, context.Draft.Subject))],
        End = End,
    };

    /// <summary>A meeting with a direct report. The subject is <see cref="SlugOf"/> their name.</summary>
    public static FlowRules Report { get; } = One with
    {
        HasSubject = (_, state, slug) => Name(state, slug) is not null || state.Drafts.ContainsKey(Draft.IdOf(BookFlows.Report, slug)),
    };

    /// <summary>A direct report's name as part of a key: "ann-lee".</summary>
    public static string SlugOf(string name)
    {
        var letters = Normalise.ForCompare(name).Select(letter => char.IsLetterOrDigit(letter) ? letter : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The direct report with this slug, or null.</summary>
    public static string? Name(PersonState state, string slug) =>
        SetupAnswers.Names(state, "reports").FirstOrDefault(name => SlugOf(name) == slug && slug.Length > 0);

    private static Outcome End(DialogContext context, Ended ended)
    {
        var (scene, state, flow) = (context.Scene, context.State, context.Flow.Id);
        var name = MeetingCards.NameOf(scene, state, flow, context.Draft.Subject);
        var said = !ended.First && !ended.Changed ? ended.Notice ?? ""
            : flow == BookFlows.Verdict ? scene.Texts["verdict.saved"]
            : scene.Texts.Say("meeting.saved", ("meeting", name));
        if (ended.First)
            state = Ticks.After(scene, state, flow, ref said);
        var view = flow == BookFlows.Verdict ? Views.Verdict : Views.Notes(flow, context.Draft.Subject);
        return Conversation.ShowAfter(scene, state, view, Notice.Change(said, context.State, state));
    }
}
