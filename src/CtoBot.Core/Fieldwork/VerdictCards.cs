using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Fieldwork;

/// <summary>The person's own verdict, word for word, and beside each answer the figures that it rests on. The bot writes none of it.</summary>
internal static class VerdictCards
{
    /// <summary>A longer answer may be shortened by a card: then there is a way to the whole.</summary>
    private const int Long = 1000;

    /// <summary>The verdict, or what there is to write it from.</summary>
    public static Reply? Show(Finding finding)
    {
        var (scene, state, texts) = (finding.Scene, finding.State, finding.Scene.Texts);
        if (!scene.Content.Flows.ContainsKey(BookFlows.Verdict))
            return null;
        var written = scene.Records.Find(state, BookFlows.Verdict, "") is { Status: DraftStatus.Done };
        var answers = Answers(finding, finding.Book.Counted.Sum(debrief => debrief.Quotes.Length));
        var empty = answers.All(answer => answer.Words is null);
        return new Reply.Brief(
            texts[empty ? "verdict.none" : "verdict.title"],
            finding.Notice?.Text,
            texts.Sentences(texts[empty ? "verdict.noneText" : "verdict.lead"], written ? null : Early(finding)),
            [],
            [.. answers.Select(answer => Section(texts, answer))],
            finding.Buttons(
                [],
                written
                    ? new Button(texts["verdict.change"], CardAction.Show(Views.Notes(BookFlows.Verdict, "")))
                    : new Button(texts["verdict.write"], MeetingCards.Opens(BookFlows.Verdict, "")),
                finding.Go("risks.button", Views.Risks),
                finding.Go("service.button", Views.Service),
                finding.Go("bugs.button", Views.Bugs),
                finding.Go("room.button", Views.Room),
                finding.Go("meeting.all", Views.Meetings)));
    }

    /// <summary>The questions of the verdict, each with what the person wrote and the figures that it rests on.</summary>
    /// <param name="finding">What they are made from.</param>
    /// <param name="quotes">How many quotes the reader sees: what is left out of what is handed on counts for its author only.</param>
    public static ImmutableArray<VerdictAnswer> Answers(Finding finding, int quotes)
    {
        if (!finding.Scene.Content.Flows.TryGetValue(BookFlows.Verdict, out var flow))
            return [];
        var draft = finding.Scene.Records.Find(finding.State, BookFlows.Verdict, "");
        var evidence = VerdictEvidence.Of(finding, quotes);
        return [.. flow.Questions.Select(question => new VerdictAnswer(question.Id, question.Name, question.Ask, draft?.Text(question.Id), evidence.GetValueOrDefault(question.Id, [])))];
    }

    /// <summary>An answer, or the question as long as there is none.</summary>
    private static BriefSection Section(Content.Texts texts, VerdictAnswer answer) => new(
        answer.Name,
        [answer.Words ?? answer.Ask, .. answer.Evidence.IsEmpty ? [] : new[] { texts["verdict.restsOn"] }],
        answer.Evidence,
        [],
        answer.Words?.Length > Long ? new Button(texts["card.wholeQuote"], CardAction.Show(Views.Quote(BookFlows.Verdict, "", answer.Id))) : null);

    /// <summary>What had better come first; null if nothing is open.</summary>
    private static string? Early(Finding finding)
    {
        var (scene, state, texts) = (finding.Scene, finding.State, finding.Scene.Texts);
        var situation = Situation.Of(finding.Book, scene.Today);
        string[] missing =
        [
            .. situation.Seen < situation.Customers ? new[] { texts.Say("verdict.unseen", ("customers", scene.Count("list.customers", situation.Customers - situation.Seen))) } : [],
            .. MeetingCards.All.Where(meeting => scene.Records.Find(state, meeting.Flow, "") is not { Status: DraftStatus.Done }).Select(meeting => texts["meeting." + meeting.Name]),
        ];
        return missing.Length == 0 ? null : texts.Say("verdict.early", ("missing", texts.List(missing)));
    }
}

/// <summary>A question of the verdict.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Ask">What it asks.</param>
/// <param name="Words">What the person wrote, word for word; null as long as they did not.</param>
/// <param name="Evidence">The figures that it rests on.</param>
internal sealed record VerdictAnswer(string Id, string Name, string Ask, string? Words, ImmutableArray<string> Evidence);
