using System.Collections.Frozen;
using System.Globalization;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Cards;

public class CardRulesTests
{
    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_card_keeps_the_rules(string name) => CardRules.Check(Render(name));

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Everything_that_the_reply_offers_can_be_reached_on_the_card(string name)
    {
        var offered = ReplyActions.Of(Samples.All[name].Reply).Select(action => JObject.FromObject(CardData.Write(action)).ToString()).ToHashSet();
        var reached = CardRules.All(CardRules.Json(Render(name)), "Action.Execute").Select(action => action["data"]!.ToString()).ToHashSet();
        Assert.Equal(offered.Order(), reached.Order());
    }

    [Fact]
    public void What_a_person_wrote_is_shown_as_it_was_written()
    {
        var shown = string.Join('\n', Samples.All.Keys.Select(name => CardRules.Shown(CardRules.Json(Render(name)))));
        Assert.All(Samples.Planted.Pieces, piece => Assert.Contains(piece, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_button_that_gives_answers_looks_at_the_inputs()
    {
        var actions = CardRules.All(CardRules.Json(Render("setup-5-people")), "Action.Execute").ToArray();
        Assert.Equal(["Save"], actions.Where(action => action["associatedInputs"] is null).Select(action => (string?)action["title"]));
        Assert.Equal(["Save"], actions.Where(action => (string?)action["style"] == "positive").Select(action => (string?)action["title"]));
        Assert.Equal(4, actions.Length);
    }

    [Fact]
    public void Words_are_no_card() =>
        Assert.Null(CardRenderer.Render(new Reply.Say("Hello"), Samples.All["welcome"].Texts));

    [Fact]
    public void A_notification_says_the_title_in_one_line_and_nothing_of_what_was_noted()
    {
        Assert.Equal("Meet your direct reports", CardRenderer.Summary(Samples.All["step-noted"].Reply));
        Assert.Equal("Good to meet you", CardRenderer.Summary(Samples.All["welcome"].Reply));
        Assert.Equal("Two lines", CardRenderer.Summary(new Reply.Say("Two\n  lines")));
        Assert.Equal(200, CardRenderer.Summary(new Reply.Say(new string('x', 5000))).Length);
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("he-IL", true)]
    [InlineData("en-US", null)]
    public void A_card_runs_as_its_language_is_written(string culture, bool? rightToLeft)
    {
        var texts = new Texts(FrozenDictionary<string, string>.Empty, CultureInfo.GetCultureInfo(culture));
        var card = CardRenderer.Render(Samples.All["welcome"].Reply, texts)!;
        Assert.Equal(rightToLeft, card.Rtl);
        Assert.Equal(culture, card.Lang);
    }

    [Fact]
    public void More_buttons_than_a_card_may_have_become_lines_to_tap()
    {
        var reply = new Reply.Note("Many", [], [.. Enumerable.Range(1, 9).Select(number => new Button($"Button {number}", CardAction.Show($"day:{number}")))]);
        var card = CardRenderer.Render(reply, Samples.All["welcome"].Texts)!;
        CardRules.Check(card);
        Assert.Equal(9, CardRules.All(CardRules.Json(card), "Action.Execute").Count());
    }

    [Fact]
    public void A_label_that_is_too_long_for_a_button_is_all_there_in_its_tooltip()
    {
        const string Label = "A label that goes on and on until no phone has room for it";
        var card = CardRenderer.Render(new Reply.Note("Long", [], [new Button(Label, CardAction.Show("help"))]), Samples.All["welcome"].Texts)!;
        CardRules.Check(card);
        Assert.Equal(Label, card.Actions.Single().Tooltip);
        Assert.EndsWith("…", card.Actions.Single().Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_stands_beside_what_it_takes_back()
    {
        var json = CardRules.Json(Render("today-ticked"));
        var notice = json["body"]![0]!;
        Assert.Equal("Undo", (string?)notice.SelectToken("items[0].columns[1].selectAction.title"));
        Assert.DoesNotContain("Undo", json["actions"]!.Select(action => (string?)action["title"]));
    }

    [Fact]
    public void A_settled_step_looks_settled()
    {
        var runs = CardRules.All(CardRules.Json(Render("today-ticked")), "TextRun").ToArray();
        Assert.True((bool?)runs.Single(run => (string?)run["text"] == "1. Meet your direct reports")["strikethrough"]);
        Assert.Null(runs.Single(run => (string?)run["text"] == "2. Lunch, and an apology")["strikethrough"]);
        Assert.Single(runs, run => ((string)run["text"]!).StartsWith('☑'));
    }

    [Fact]
    public void A_section_unfolds_what_it_names()
    {
        var json = CardRules.Json(Render("five"));
        var ids = json.Descendants().OfType<JObject>().Select(item => (string?)item["id"]).Where(id => id is not null).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        var toggles = CardRules.All(json, "Action.ToggleVisibility").ToArray();
        Assert.Equal(5, toggles.Length);
        Assert.All(toggles.SelectMany(toggle => toggle["targetElements"]!), target => Assert.Contains((string?)target, ids));
    }

    private static AdaptiveCards.AdaptiveCard Render(string name) => CardRenderer.Render(Samples.All[name].Reply, Samples.All[name].Texts)!;
}
