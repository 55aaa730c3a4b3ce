using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>The language that the bot speaks with a person: that of their client, until they choose another.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("de-AT", "Schön, Sie kennenzulernen")]
    [InlineData("en-GB", "Good to meet you")]
    [InlineData("sv-SE", "Good to meet you")]
    public void It_is_that_of_the_client(string locale, string title) => new Chat(locale).Install().Sees(title);

    [Theory]
    [InlineData("language", "language deutsch")]
    [InlineData("language", "Language German")]
    [InlineData("language", "sprache Deutsch")]
    [InlineData("language", "langue Deutsch")]
    public void It_can_be_chosen_by_its_names(string flow, string said)
    {
        var chat = new Chat().Install().Say(said).Sees("Schön, Sie kennenzulernen");
        Assert.True(chat.State.Drafts.ContainsKey(flow));
        Assert.Equal(("de", "de"), (chat.Last.Content.Language, chat.Last.Texts.Culture.TwoLetterISOLanguageName));
        chat.Say("today").Sees("Einrichtung");
    }

    [Fact]
    public void It_is_asked_for_chosen_taken_back_and_left_to_the_client_again()
    {
        var chat = new Chat("en-GB").SetUp().Say("language").Sees("Which language shall I speak with you?");
        chat.Press("Save", ("language", "fr")).Sees("je passe au français");
        chat.Say("undo");
        Assert.Equal("en", chat.Last.Content.Language);
        chat.Say("language polski");
        Assert.Equal("pl", chat.Last.Content.Language);
        chat.Say("język jak w teams");
        Assert.Equal("en", chat.Last.Content.Language);
        chat.Say("language klingon").Sees("Which language shall I speak with you?");
        Assert.Equal("en", chat.Last.Content.Language);
    }

    [Fact]
    public void It_is_a_setting_beside_the_others()
    {
        var chat = new Chat().SetUp().Say("reminders").Sees("As Teams is set");
        chat.Press("Language").Press("Save", ("language", "de")).Sees("Erinnerungen", "Deutsch");
        chat.Say("setup").Press("Sprache").Sees("In welcher Sprache");
    }

    [Fact]
    public void A_setup_that_was_begun_goes_on_in_the_language()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Sees("Which hat do you wear?");
        chat.Say("language deutsch");
        Assert.IsType<Reply.Ask>(chat.Last.Replies[^1]);
        chat.SeesNot("Which hat do you wear?");
    }

    [Fact]
    public void Reminders_come_in_the_language_of_who_gets_them()
    {
        var chat = new Chat().SetUp().Say("language deutsch").At(11, 27);
        var told = chat.Take(new Input.Tick("", ClientFacts.Unknown, DueKind.Morning, new(2026, 11, 27)));
        Assert.Equal("de", told.Last.Texts.Culture.TwoLetterISOLanguageName);
        told.Sees("Freitag, 27. November");
    }

    [Theory]
    [InlineData("de-DE", "erledigt 1")]
    [InlineData("fr-FR", "fait 1")]
    [InlineData("es-ES", "hecho 1")]
    [InlineData("ja-JP", "完了 1")]
    [InlineData("ja-JP", "完了1")]
    [InlineData("ja-JP", "１を完了")]
    [InlineData("zh-CN", "完成1")]
    [InlineData("ar-EG", "تم ١")]
    [InlineData("hi-IN", "पूरा १")]
    [InlineData("hi-IN", "१ पूरा")]
    [InlineData("hi-IN", "done 1")]
    public void A_step_is_ticked_by_typing(string locale, string said)
    {
        var chat = new Chat().SetUp().Say("language " + locale[..2]).At(11, 27).Say("today").Say(said);
        Assert.Equal(1, chat.State.Steps.Values.Count(step => step.DoneAt is not null));
    }

    [Fact]
    public void English_is_understood_besides()
    {
        var chat = new Chat("de-DE").Install().Say("setup");
        chat.Say("the new CTO").Say("Contoso").Say("Berlin").Say("7:30").Say("Monday to Friday").Say("next Friday");
        Assert.Equal("de", chat.Last.Content.Language);
        Assert.Equal(5, chat.State.Drafts["setup"].Answers.Count(answer => answer.Key is "hat" or "company" or "zone" or "reminder" or "workdays"));
    }

    [Theory]
    [InlineData("en-US", "de", "USD", "de")]
    [InlineData("en-CH", "de", "CHF", "de-CH")]
    [InlineData("zh-TW", "zh", "TWD", "zh-TW")]
    [InlineData("", "ja", "EUR", "ja")]
    public void A_chosen_language_is_spoken_as_where_the_person_is_and_money_is_theirs(string client, string language, string currency, string culture)
    {
        var chat = new Chat(client).Install().Say("language " + language);
        var scene = Scene.For(ContentLibrary.BuiltIn, chat.State, chat.Now, new Records(null));
        Assert.Equal((language, culture, currency), (scene.Content.Language, scene.Texts.Culture.Name, scene.Region.Currency));
    }
}
