using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>The meetings of the second week: the list of them, and the notes of one.</summary>
internal static class MeetingCards
{
    /// <summary>The meetings in the order of the plan, by the name that commands and views use, with their flow.</summary>
    public static ImmutableArray<(string Name, string Flow, string Setup)> All { get; } =
    [
        ("sales", BookFlows.Sales, "salesHead"),
        ("support", BookFlows.Support, "supportHead"),
        ("services", BookFlows.Services, "servicesHead"),
        ("cfo", BookFlows.Cfo, "cfo"),
    ];

    /// <summary>What a meeting is called: its function, or the direct report it is with.</summary>
    public static string NameOf(Scene scene, PersonState state, string flow, string subject) =>
        flow == BookFlows.Report ? MeetingRules.Name(state, subject) ?? subject
        : flow == BookFlows.Verdict ? scene.Texts["verdict.title"]
        : All.FirstOrDefault(meeting => meeting.Flow == flow) is { Name: { } name } ? scene.Texts["meeting." + name]
        : "";

    /// <summary>Every meeting: read its brief, take notes.</summary>
    public static Reply List(Scene scene, PersonState state, Notice? notice)
    {
        var texts = scene.Texts;
        var reports = SetupAnswers.Names(state, "reports").Select(name => (Name: name, Slug: MeetingRules.SlugOf(name))).Where(report => report.Slug.Length > 0).ToArray();
        ImmutableArray<BoardRow> team = reports.Length == 0
            ? [new BoardRow(new Figure(""), texts["meeting.noReports"], [texts["meeting.noReportsText"]], Open: CardAction.Show(Views.Setup))]
            : [.. reports.Select(report => Row(scene, state, BookFlows.Report, report.Slug, report.Name, ""))];
        return new Reply.Board(
            texts["meeting.title"],
            notice?.Text,
            texts["meeting.lead"],
            [
                new BoardSection("", [.. All.Select(meeting => Row(scene, state, meeting.Flow, "", texts["meeting." + meeting.Name], texts.List(SetupAnswers.Names(state, meeting.Setup))))]),
                new BoardSection(texts["meeting.own-team"], team),
            ],
            null,
            [
                .. notice is { Undoes: not null } ? new[] { new Button(texts["undo.button"], notice.UndoAction(Views.Meetings)) } : [],
                new Button(texts.Say("brief.title", ("subject", texts["meeting.own-team"])), CardAction.Show(Views.Brief(BriefCards.OwnTeam))),
                new Button(texts["verdict.button"], CardAction.Show(Views.Verdict)),
                new Button(texts["today.button"], CardAction.Show(Views.Today)),
            ]);
    }

    private static BoardRow Row(Scene scene, PersonState state, string flow, string subject, string name, string people)
    {
        var texts = scene.Texts;
        var draft = scene.Records.Find(state, flow, subject);
        var noted = draft is { Status: DraftStatus.Done };
        var status = draft is null || draft.Answers.IsEmpty ? texts["meeting.notYet"]
            : noted ? texts.Say("meeting.noted", ("date", scene.Date(draft.StartedAt.InZone(scene.Zone).Date)))
            : texts["meeting.begun"];
        return new BoardRow(
            new Figure(noted ? "✓" : "☐", noted ? Tone.Good : Tone.Neutral),
            name,
            [.. people.Length > 0 ? new[] { texts.Say("meeting.with", ("people", people)) } : [], status],
            new Button(texts.Say("meeting.notesOn", ("meeting", name)), Takes(scene, state, flow, subject)),
            CardAction.Show(Views.Brief(BriefOf(flow, subject))));
    }

    /// <summary>Shows the notes of a meeting that were taken; otherwise takes them.</summary>
    public static CardAction Takes(Scene scene, PersonState state, string flow, string subject) =>
        scene.Records.Find(state, flow, subject) is { Status: DraftStatus.Done } ? CardAction.Show(Views.Notes(flow, subject)) : Opens(flow, subject);

    /// <summary>Opens the notes of a meeting.</summary>
    public static CardAction Opens(string flow, string subject) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.Subject, subject));

    /// <summary>What <see cref="Views.Brief"/> calls the brief of a meeting.</summary>
    public static string BriefOf(string flow, string subject) =>
        flow == BookFlows.Report ? subject : All.First(meeting => meeting.Flow == flow).Name;

    /// <summary>The notes of a meeting, each with a way to change it; null if there are none.</summary>
    public static Reply? Notes(Scene scene, PersonState state, string argument, Notice? notice)
    {
        var slash = argument.IndexOf('/', StringComparison.Ordinal);
        var (name, subject) = slash < 0 ? (argument, "") : (argument[..slash], argument[(slash + 1)..]);
        if (!scene.Content.Flows.TryGetValue(name, out var flow) || scene.Records.Find(state, name, subject) is not { } draft)
            return null;
        var texts = scene.Texts;
        return DialogCards.Summary(
            new DialogContext(scene, state, flow, draft),
            notice?.Text,
            [
                .. notice is { Undoes: not null } ? new[] { new Button(texts["undo.button"], notice.UndoAction(Views.Notes(name, subject))) } : [],
                new Button(texts["meeting.all"], CardAction.Show(Views.Meetings)),
                new Button(texts["today.button"], CardAction.Show(Views.Today)),
            ]);
    }
}
