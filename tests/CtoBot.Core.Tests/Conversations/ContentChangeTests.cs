using System.Text.Json.Nodes;
using CtoBot.Core.Content;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>An operator changes the content while dialogs are open: no answer is lost, and no wrong question is asked.</summary>
public sealed class ContentChangeTests
{
    private static ContentLibrary With(string file, Action<JsonNode> change)
    {
        var files = ContentFiles.BuiltIn();
        var json = JsonNode.Parse(files[file])!;
        change(json);
        return ContentLibrary.Load(files.SetItem(file, json.ToJsonString()));
    }

    private static ContentLibrary WithSetup(Action<JsonArray> change) => With("en/flows/setup.json", flow => change(flow["pages"]!.AsArray()));

    private static JsonNode Page(string id, string kind = "text", bool required = true) => JsonNode.Parse(
        $$"""{ "id": "{{id}}", "questions": [ { "id": "{{id}}", "kind": "{{kind}}", "ask": "Which {{id}}?", "required": {{(required ? "true" : "false")}} } ] }""")!;

    private static ContentLibrary Without(string step) => With("en/plan.json", plan =>
    {
        foreach (var steps in plan["phases"]!.AsArray().Select(phase => phase!["steps"]!.AsArray()))
        {
            foreach (var gone in steps.Where(candidate => (string?)candidate!["id"] == step).ToArray())
                steps.Remove(gone);
        }
    });

    private static Chat AtTheClock() =>
        new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso")).Sees("Which time zone");

    [Fact]
    public void A_question_put_before_the_one_that_is_open_is_asked_next_and_the_card_on_the_screen_still_counts()
    {
        var chat = AtTheClock();
        chat.Library = WithSetup(pages => pages.Insert(0, Page("team")));
        chat.Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("Which team?");
        chat.Say("Platform").Sees("When is your first day").Say("settings").Say("edit time zone").Sees("= Europe/Berlin");
    }

    [Fact]
    public void Reordered_pages_are_asked_in_their_new_order_and_none_twice()
    {
        var chat = AtTheClock();
        chat.Library = WithSetup(pages =>
        {
            var people = pages.First(page => (string?)page!["id"] == "people")!;
            pages.Remove(people);
            pages.Insert(1, people);
        });
        chat.Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("Who reports to you");
        chat.Press("Skip").Sees("When is your first day").Say("2026-11-27").Sees("All set", "Company: Contoso");
    }

    [Fact]
    public void A_question_that_moved_to_another_page_takes_the_answer_of_an_old_card_and_names_a_mistake_there()
    {
        var chat = AtTheClock();
        chat.Library = WithSetup(pages =>
        {
            var questions = pages.First(page => (string?)page!["id"] == "clock")!["questions"]!.AsArray();
            var zone = questions[0]!;
            questions.RemoveAt(0);
            pages.Insert(2, JsonNode.Parse("""{ "id": "place", "questions": [] }"""));
            pages[2]!["questions"]!.AsArray().Add(zone);
        });
        chat.Press("Next", ("zone", "Atlantis"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("I don't know the time zone “Atlantis”", "= Atlantis");
        chat.Say("Berlin").Sees("When is your first day");
    }

    [Fact]
    public void A_question_that_is_no_more_is_not_asked_and_its_page_asked_to_see_again_neither()
    {
        var chat = AtTheClock().Press("Back").Sees("Which hat");
        chat.Library = WithSetup(pages => pages[0]!["id"] = "who");
        chat.Say("continue").Sees("Which time zone").Say("Berlin").Say("7:30").Say("mon-fri").Sees("When is your first day");
        chat.Library = WithSetup(pages => pages.Remove(pages.First(page => (string?)page!["id"] == "start-check")));
        chat.Say("2026-12-02").Sees("Who reports to you").Say("skip").Sees("All set");
    }

    [Fact]
    public void A_question_added_after_the_setup_ended_is_asked_with_the_next_change()
    {
        var chat = new Chat().SetUp();
        chat.Library = WithSetup(pages => pages.Add(Page("team")));
        chat.Say("today").Sees("Meet your direct reports").Say("settings").Sees("Company: Contoso");
        chat.Say("edit company").Say("Fabrikam").Sees("Which team?").Say("Platform").Sees("Company: Fabrikam", "Which team?: Platform");
    }

    [Fact]
    public void A_step_that_is_no_more_keeps_what_was_done_with_it_and_its_dialog_asks_no_more()
    {
        var chat = new Chat().SetUp().At(11, 27).Say("today").Say("note 2: bring cake").Say("done 2").Say("note 2").Sees("What do you want to remember");
        var save = chat.Action("Save");
        chat.Library = Without("lunch-apology");
        chat.Say("tiramisu").Sees("I did not get that").Say("dialogs").Sees("Nothing is waiting").Say("continue").Sees("Nothing is waiting");
        chat.Press(save, ("note", "more cake")).Sees("That card is from before a change");
        chat.Say("undo").Sees("Undone").Say("today").SeesNot("Lunch");
        Assert.Equal("bring cake", chat.State.Steps["lunch-apology"].Note);
    }

    [Fact]
    public void A_message_that_is_no_more_asks_no_more()
    {
        var chat = new Chat().SetUp().Press(CardAction.Show(Views.Message("apology"))).Press("Edit");
        chat.Library = With("en/plan.json", plan =>
        {
            plan["messages"]!.AsObject().Remove("apology");
            foreach (var step in plan["phases"]!.AsArray().SelectMany(phase => phase!["steps"]!.AsArray()))
                step!["messages"] = new JsonArray([.. (step["messages"]?.AsArray() ?? []).Where(id => (string?)id != "apology").Select(id => id!.DeepClone())]);
        });
        chat.Say("Dear all").Sees("I did not get that").Say("messages").SeesNot("To your own team");
    }

    [Fact]
    public void A_flow_that_is_no_more_asks_no_more()
    {
        var flow = JsonNode.Parse("""{ "id": "mood", "title": "Mood", "pages": [] }""")!;
        flow["pages"]!.AsArray().Add(Page("mood"));
        var files = ContentFiles.BuiltIn();
        var chat = new Chat { Library = ContentLibrary.Load(files.SetItem("en/flows/mood.json", flow.ToJsonString())) }.SetUp();
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "mood"))).Sees("Which mood?");
        var save = chat.Action("Save");
        chat.Library = ContentLibrary.Load(files);
        chat.Say("good").Sees("I did not get that").Press(save, ("mood", "good")).Sees("That card is from before a change").Say("dialogs").Sees("Nothing is waiting");
    }

    [Theory]
    [InlineData("""{ "question": "hat", "is": ["cta"] }""", "there is no option 'cta'")]
    [InlineData("""{ "question": "nobody", "is": ["cto"] }""", "'nobody' is no question of an earlier page")]
    [InlineData("""{ "question": "hat", "test": "isFullMoon" }""", "there is no test 'isFullMoon'")]
    [InlineData("""{ "question": "hat", "unless": "cto" }""", "unless")]
    public void A_condition_that_can_never_hold_is_refused_at_start(string when, string reason)
    {
        var problem = Assert.Throws<ContentException>(() => WithSetup(pages =>
        {
            var page = Page("team");
            page["questions"]![0]!["when"] = JsonNode.Parse(when);
            pages.Add(page);
        }));
        Assert.Contains("en/flows/setup.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dialog", """[{ "label": "Sing", "flow": "song" }]""", "dialog: there is no dialog 'song'")]
    [InlineData("dialog", """[{ "label": "Sing", "view": "song" }]""", "dialog: there is no view 'song'")]
    [InlineData("dialog", """[{ "label": "Brief", "view": "brief" }]""", "dialog: there is no view 'brief'")]
    [InlineData("dialog", """[{ "label": "Bugs", "view": "bugs:2" }]""", "dialog: there is no view 'bugs:2'")]
    [InlineData("dialog", """[{ "label": "Sing" }]""", "dialog: 'Sing' names either a flow or a view")]
    [InlineData("dialog", """[{ "label": "Both", "flow": "verdict", "view": "risks" }]""", "dialog: 'Both' names either a flow or a view")]
    [InlineData("dialog", """[{ "label": "", "flow": "verdict" }]""", "dialog: a button needs a label")]
    [InlineData("tickedBy", """["song"]""", "tickedBy: there is no dialog 'song'")]
    public void A_step_that_opens_or_waits_for_what_there_is_not_is_refused_at_start(string member, string value, string reason)
    {
        var problem = Assert.Throws<ContentException>(() => With("en/plan.json", plan => plan["phases"]![0]!["steps"]![0]![member] = JsonNode.Parse(value)));
        Assert.Equal($"en/plan.json: step 'meet-team': {reason}.", Assert.Single(problem.Problems));
    }

    [Fact]
    public void A_flow_under_another_name_than_its_file_is_refused_at_start()
    {
        var files = ContentFiles.BuiltIn();
        var problem = Assert.Throws<ContentException>(() => ContentLibrary.Load(files.SetItem("en/flows/notes.json", files["en/flows/note.json"])));
        Assert.Contains("en/flows/notes.json: $.id: it is 'note'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_the_program_says_must_be_there()
    {
        var problem = Assert.Throws<ContentException>(() => With("en/texts/undo.json", texts => texts.AsObject().Remove("tick")));
        Assert.Contains("en/texts/undo.json: 'tick' is missing", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "fly", "says": ["fly"] }""", "there is no command 'fly'")]
    [InlineData("""{ "name": "joke", "says": ["joke"], "talk": "talk.joke" }""", "there is no text 'talk.joke'")]
    [InlineData("""{ "name": "today", "says": ["now now"], "group": "jokes" }""", "group: there is no text 'help.jokes'")]
    public void A_command_that_the_program_does_not_know_is_refused_at_start(string command, string reason)
    {
        var problem = Assert.Throws<ContentException>(() => With("en/commands.json", commands => commands.AsArray().Add(JsonNode.Parse(command))));
        Assert.Contains("en/commands.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }
}
