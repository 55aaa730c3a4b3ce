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
        if (!scene.Content.Flows.TryGetValue(BookFlows.Verdict, out var flow))
            return null;
        var draft = scene.Records.Find(state, BookFlows.Verdict, "");
        var written = draft is { Status: DraftStatus.Done };
        var words = flow.Questions.ToImmutableDictionary(question => question.Id, question => draft?.Text(question.Id));
        var empty = words.Values.All(answer => answer is null);
        var evidence = VerdictEvidence.Of(finding);
        return new Reply.Brief(
            texts[empty ? "verdict.none" : "verdict.title"],
            finding.Notice?.Text,
            string.Join(' ', Wording.Lines(texts[empty ? "verdict.noneText" : "verdict.lead"], written ? null : Early(finding))),
            [],
            [.. flow.Questions.Select(question => Answer(texts, question, words[question.Id], evidence.GetValueOrDefault(question.Id)))],
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

    /// <summary>An answer, or the question as long as there is none.</summary>
    private static BriefSection Answer(Content.Texts texts, Question question, string? words, ImmutableArray<string>? evidence) => new(
        question.Name,
        [words ?? question.Ask, .. evidence is { IsEmpty: false } ? new[] { texts["verdict.restsOn"] } : []],
        evidence ?? [],
        [],
        words?.Length > Long ? new Button(texts["card.wholeQuote"], CardAction.Show(Views.Quote(BookFlows.Verdict, "", question.Id))) : null);

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
