using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.Readout;

namespace CtoBot.Core.Sharing;

/// <summary>The dialogs that ask to whom the readout goes, and what of it. They end in the preview; nothing is sent by them.</summary>
internal static class ShareRules
{
    /// <summary>The value of the question what to share for all of it.</summary>
    private const string Everything = "whole";

    /// <summary>Asks for all there is to choose.</summary>
    public static FlowRules Whole { get; } = Choosing() with
    {
        HasSubject = (scene, state, subject) => subject.Length == 0 && PersonalPlan.Of(scene.Content.Plan, state) is not null,
        End = (context, _) => Preview(context, ToPeople(context, ChosenWhat(context), ChosenSections(context))),
    };

    /// <summary>Asks what goes to the group chat in which the person asked for it: the dialog's subject is <see cref="ShareChat.Subject"/>.</summary>
    public static FlowRules Chat { get; } = Choosing() with
    {
        HasSubject = (scene, state, subject) => state.Sharing?.Chat is { } chat && chat.Subject == subject && PersonalPlan.Of(scene.Content.Plan, state) is not null,
        Placeholders = context => [("subject", context.State.Sharing?.Chat is { } chat ? ShareViews.NameOf(context.Scene, chat) : "")],
        End = (context, _) => Preview(context, SharePlan.Into(context.State.Sharing!.Chat!) with { What = ChosenWhat(context), Sections = ChosenSections(context) }),
    };

    private static FlowRules Choosing() => Rules() with
    {
        Options = new Dictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>(StringComparer.Ordinal)
        {
            ["what"] = What,
            ["sections"] = context => [.. ShareSections.All.Select(id => new ChoiceOption(id, context.Scene.Texts["readout.section." + id]))],
        }.ToFrozenDictionary(StringComparer.Ordinal),
    };

    /// <summary>Asks to whom the part of a function goes, which is the dialog's subject.</summary>
    public static FlowRules Part { get; } = Rules() with
    {
        HasSubject = (scene, state, subject) => Functions.All.Contains(subject) && PersonalPlan.Of(scene.Content.Plan, state) is not null,
        Placeholders = context => [("subject", context.Scene.Function(context.Draft.Subject) ?? "")],
        End = (context, _) => Preview(context, ToPeople(context, context.Draft.Subject, [])),
    };

    private static FlowRules Rules() => new()
    {
        Submit = "share.preview",
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$who"] = context => string.Join('\n', context.State.Sharing is { Chat: null } plan ? plan.To : []),
            ["$what"] = context => context.State.Sharing is { What.Length: > 0 } plan ? plan.What : Everything,
            ["$sections"] = context => string.Join(',', context.State.Sharing is { Sections.Count: > 0 } plan ? [.. plan.Sections] : Usual(context)),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Refuse = (context, _, answer) => answer is AnswerValue.People people ? Refuse(context, people) : null,
        End = (context, _) => new Outcome(context.State, []),
    };

    private static ImmutableArray<string> Usual(DialogContext context) =>
        PersonalPlan.Of(context.Scene.Content.Plan, context.State) is { } plan ? ShareSections.Usual(new Finding(context.Scene, context.State, "", null), plan) : [];

    /// <summary>All of it, or one of the functions of which something was said.</summary>
    private static ImmutableArray<ChoiceOption> What(DialogContext context)
    {
        var (scene, texts) = (context.Scene, context.Scene.Texts);
        if (PersonalPlan.Of(scene.Content.Plan, context.State) is not { } plan)
            return [];
        var page = ReadoutReport.Of(new Finding(scene, context.State, "", null), plan, own: false);
        return
        [
            new ChoiceOption(Everything, texts["share.whole"]),
            .. Functions.All.Where(function => ReadoutPart.Of(page, function) is not null).Select(function => new ChoiceOption(function, texts.Say("share.part", ("function", scene.Function(function)!)))),
        ];
    }

    private static Problem? Refuse(DialogContext context, AnswerValue.People people) =>
        people.Persons.Any(person => !Guid.TryParse(person.AadObjectId, out _)) ? new Problem("share.pick", ImmutableDictionary<string, string>.Empty)
        : people.Persons.Any(person => IdOf(person) == context.Scene.Shared.PersonId) ? new Problem("share.yourself", ImmutableDictionary<string, string>.Empty)
        : null;

    /// <summary>One spelling, as <see cref="Partners.Shared.PersonId"/> has it.</summary>
    private static string IdOf(Person person) => Guid.Parse(person.AadObjectId!).ToString("D");

    private static string ChosenWhat(DialogContext context) => context.Draft.Value<AnswerValue.Choice>("what") is { Value: not Everything } what ? what.Value : "";

    private static ImmutableList<string> ChosenSections(DialogContext context) => [.. context.Draft.Value<AnswerValue.Choices>("sections")?.Values ?? []];

    private static SharePlan ToPeople(DialogContext context, string what, ImmutableList<string> sections) =>
        new([.. context.Draft.Value<AnswerValue.People>("who")!.Persons.Select(IdOf).Distinct(StringComparer.Ordinal)], what, sections);

    private static Outcome Preview(DialogContext context, SharePlan plan) => ShareViews.Preview(context.Scene, context.State with { Sharing = plan }, null);
}
