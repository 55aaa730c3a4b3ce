using CtoBot.Core.Content;

namespace CtoBot.Core.Tests.Content;

/// <summary>An operator's files in several languages: each replaces its own, and what asks something else in English holds everywhere.</summary>
public sealed class LanguageFilesTests
{
    private const string Note = "en/flows/note.json";

    [Fact]
    public void A_file_replaces_that_of_its_language_only()
    {
        var library = Load(("de/texts/welcome.json", Text("de/texts/welcome.json").Replace("Schön, Sie kennenzulernen", "Moin", StringComparison.Ordinal)));
        Assert.Equal("Moin", library.TextsFor("de")["welcome.title"]);
        Assert.Equal("Good to meet you", library.TextsFor("en")["welcome.title"]);
        Assert.Equal(ContentLibrary.BuiltIn.TextsFor("fr")["welcome.title"], library.TextsFor("fr")["welcome.title"]);
    }

    [Fact]
    public void A_mistake_in_any_language_stops_the_start_with_its_place()
    {
        var problem = Assert.Throws<ContentException>(() => Load(("ja/flows/note.json", Text("ja/flows/note.json").Replace("\"questions\"", "\"qestions\"", StringComparison.Ordinal))));
        Assert.StartsWith("ja/flows/note.json: $.pages[0]", Assert.Single(problem.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_in_English_change_no_other_language()
    {
        var library = Load((Note, Text(Note).Replace("What do you want to remember?", "What is it?", StringComparison.Ordinal)));
        Assert.Equal("What is it?", library.For("en").Flows["note"].Pages[0].Questions[0].Ask);
        Assert.Equal(ContentLibrary.BuiltIn.For("de").Flows["note"].Pages[0].Questions[0].Ask, library.For("de").Flows["note"].Pages[0].Questions[0].Ask);
    }

    [Fact]
    public void Another_question_in_English_is_asked_in_every_language_that_has_no_file_of_the_operators()
    {
        var changed = Text(Note).Replace("\"kind\": \"longText\"", "\"kind\": \"text\"", StringComparison.Ordinal);
        Assert.NotEqual(Text(Note), changed);
        var german = Text("de/flows/note.json");
        var library = Load((Note, changed), ("de/flows/note.json", german + "\n"));
        Assert.Equal("What do you want to remember?", library.For("fr").Flows["note"].Pages[0].Questions[0].Ask);
        Assert.NotEqual("What do you want to remember?", library.For("de").Flows["note"].Pages[0].Questions[0].Ask);
    }

    [Fact]
    public void What_a_language_lacks_is_said_in_English()
    {
        var library = Load(("sv/texts/welcome.json", """{"title": "Trevligt att träffas"}"""), ("en/flows/mood.json", """{"id": "mood", "title": "Mood", "pages": [{"id": "mood", "questions": [{"id": "mood", "kind": "text", "ask": "How is it?"}]}]}"""));
        Assert.Equal(("Trevligt att träffas", "Help"), (library.TextsFor("sv-SE")["welcome.title"], library.TextsFor("sv-SE")["help.button"]));
        Assert.Equal("sv-SE", library.TextsFor("sv-SE").Culture.Name);
        Assert.True(library.For("de").Flows.ContainsKey("mood"));
    }

    private static string Text(string path) => ContentFiles.BuiltIn(path[..2])[path];

    private static ContentLibrary Load(params (string Path, string Json)[] files) =>
        ContentLibrary.Load(ContentFiles.BuiltIn().SetItems(files.Select(file => KeyValuePair.Create(file.Path, file.Json))));
}
