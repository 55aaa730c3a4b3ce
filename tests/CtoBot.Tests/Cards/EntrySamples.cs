using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Tests.Cards;

/// <summary>Cards of tables that are asked line by line, and of a dialog on one card, in a flow as an operator may add it.</summary>
internal static class EntrySamples
{
    private const string Flow = "debrief-sample";

    /// <summary>The built-in content with that flow.</summary>
    public static ContentLibrary Library { get; } = ContentLibrary.Load(ContentFiles.BuiltIn().Add($"en/flows/{Flow}.json", """
        {
          "id": "debrief-sample", "title": "After the visit", "form": true,
          "pages": [
            { "id": "use", "lead": "First, how they use it.", "questions": [
              { "id": "usage", "kind": "longText", "label": "Use", "ask": "What do they use, and what for?" },
              { "id": "leaving", "kind": "choices", "label": "Reasons", "ask": "Why might they leave?", "options": [
                { "value": "competitor", "label": "A competitor", "aliases": [] }, { "value": "price", "label": "The price", "aliases": [] } ] } ] },
            { "id": "bugs", "questions": [
              { "id": "bugs", "kind": "rows", "label": "Bugs", "ask": "Which bugs hurt them?", "hint": "One at a time. Leave it blank if there are none.", "columns": [
                { "key": "title", "label": "What happens?", "required": true },
                { "key": "severity", "label": "How bad is it?", "kind": "choice", "options": [
                  { "value": "blocker", "label": "Stops their work", "aliases": [] }, { "value": "major", "label": "Costs them time", "aliases": [] }, { "value": "minor", "label": "Annoys them", "aliases": [] } ] },
                { "key": "since", "label": "Since when?", "kind": "date" } ] } ] },
            { "id": "said", "lead": "Their words are worth more than a summary.", "questions": [
              { "id": "competitor", "kind": "text", "label": "Competitor", "ask": "Which competitor?", "required": true, "when": { "question": "leaving", "is": ["competitor"] } },
              { "id": "quotes", "kind": "rows", "label": "Quotes", "ask": "What did they say, word for word?", "columns": [
                { "key": "words", "label": "Their words", "kind": "longText", "required": true }, { "key": "who", "label": "Who said it?" } ] } ] }
          ]
        }
        """));

    /// <summary>Goes through the flow, line by line and on one card.</summary>
    public static void Make(SampleChat chat, Action<string, Reply> keep)
    {
        chat.Install();
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, Flow)));
        keep("form-guided", chat.Last);
        keep("entry-first", chat.Answer(("usage", "Billing, **nightly**"), ("leaving", "price")));
        for (var bug = 1; bug <= 6; bug++)
            More(chat, ("bugs.title", $"Bug {bug}"), ("bugs.severity", "major"));
        keep("entry-more", More(chat, ("bugs.title", Samples.Planted.Reason), ("bugs.severity", "blocker"), ("bugs.since", "2026-11-02")));
        keep("entry-wrong", chat.Answer(("bugs.severity", "blocker"), ("bugs.since", "before the summer")));
        chat.Answer();
        keep("entry-quotes", More(chat, ("quotes.words", Samples.Planted.Note), ("quotes.who", "Bo")));
        keep("entry-summary", chat.Answer());
        keep("entry-change", chat.Press(((Reply.Summary)chat.Last).Lines.First(line => line.Edit.Label == chat.Texts.Say("dialog.editLine", ("question", "Quotes"), ("number", "1"))).Edit.Action));
        keep("entry-removed", chat.Press(((Reply.Ask)chat.Last).Buttons[0].Action));

        chat.Say("forget me");
        chat.Say("delete everything");
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, Flow)));
        keep("form", chat.Press(((Reply.Ask)chat.Last).Buttons.First(button => button.Label == chat.Texts["dialog.asForm"]).Action));
        keep("form-wrong", chat.Answer(("usage", "Billing"), ("leaving", "competitor"), ("bugs.severity", "minor"), ("bugs.title.1", "Slow start"), ("bugs.since.1", "some day")));
    }

    private static Reply More(SampleChat chat, params (string Question, string Value)[] fields) => chat.Press(((Reply.Ask)chat.Last).More!.Action, fields);
}
