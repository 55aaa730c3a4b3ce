using CtoBot.Core.Content;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>A flow with every sort of table and a form, as an operator may add one: a conversation about a customer.</summary>
internal static class Interview
{
    public const string Id = "interview";

    public static ContentLibrary Library { get; } = ContentLibrary.Load(ContentFiles.BuiltIn().Add($"en/flows/{Id}.json", Json));

    /// <summary>Opens it.</summary>
    public static CardAction Open(string subject = "") => CardAction.Of(Verbs.Open, (DataKeys.Flow, Id), (DataKeys.Subject, subject));

    /// <summary>A chat in which the first page is asked.</summary>
    public static Chat Begin(string locale = "en-GB") => new Chat(locale) { Library = Library }.SetUp().Press(Open());

    private const string Json = """
        {
          "id": "interview", "title": "Interview", "intro": "What was said?", "form": true,
          "pages": [
            { "id": "use", "lead": "First, how they use it.", "questions": [
              { "id": "usage", "kind": "longText", "label": "Use", "ask": "What do they use?" },
              { "id": "leaving", "kind": "choices", "label": "Reasons", "ask": "Why might they leave?", "options": [
                { "value": "competitor", "label": "A competitor", "aliases": [] }, { "value": "price", "label": "The price", "aliases": [] } ] } ] },
            { "id": "bugs", "questions": [
              { "id": "bugs", "kind": "rows", "label": "Bugs", "ask": "Which bugs hurt?", "max": 4, "columns": [
                { "key": "title", "label": "Title", "kind": "text", "required": true, "options": [] },
                { "key": "severity", "label": "Severity", "kind": "choice", "required": false, "options": [
                  { "value": "blocker", "label": "Blocks them", "aliases": [] }, { "value": "minor", "label": "A nuisance", "aliases": [] } ] },
                { "key": "since", "label": "Since", "kind": "date", "required": false, "options": [] },
                { "key": "cost", "label": "Cost", "kind": "money" } ] } ] },
            { "id": "why", "lead": "About the reasons.", "questions": [
              { "id": "competitor", "kind": "text", "label": "Competitor", "ask": "Which competitor?", "required": true, "when": { "question": "leaving", "is": ["competitor"] } } ] },
            { "id": "said", "questions": [
              { "id": "quotes", "kind": "rows", "label": "Quotes", "ask": "What did they say, word for word?", "columns": [
                { "key": "words", "label": "Words", "kind": "longText", "required": true },
                { "key": "who", "label": "Who" } ] },
              { "id": "next", "kind": "rows", "label": "Next", "ask": "What is next?", "columns": [ { "key": "what", "label": "What", "required": true } ] },
              { "id": "deals", "kind": "rows", "label": "Deals", "ask": "Which deals?", "paste": true, "max": 40, "columns": [
                { "key": "deal", "label": "Deal", "required": true }, { "key": "amount", "label": "Amount", "kind": "money" } ] } ] }
          ]
        }
        """;
}
