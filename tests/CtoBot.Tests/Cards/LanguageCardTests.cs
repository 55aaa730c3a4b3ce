using CtoBot.Cards;
using CtoBot.Core.Content;

namespace CtoBot.Tests.Cards;

/// <summary>Every card in every language keeps what a card has to keep: it is written, it fits into a message, its buttons fit a phone.</summary>
public class LanguageCardTests
{
    public static TheoryData<string> Languages => [.. ContentFiles.Languages.Where(language => language != ContentLibrary.Fallback)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_card_is_written_in_every_language(string language)
    {
        var cards = Samples.In(language);
        Assert.Equal(Samples.All.Keys, cards.Keys);
        foreach (var (name, (reply, texts)) in cards)
        {
            var card = CardRenderer.Render(reply, texts)!;
            var broken = Record.Exception(() => CardRules.Check(card));
            Assert.True(broken is null, $"{language}, {name}: {broken?.Message}");
            Assert.Equal(language == "ar" ? true : null, card.Rtl);
            Assert.Equal(Samples.All[name].Reply.GetType(), reply.GetType());
            Assert.DoesNotMatch(@"\{[a-zA-Z]+\}", Unplanted(CardRules.Shown(CardRules.Json(card))));
        }
    }

    /// <summary>A few of them have golden files, and are looked at in the browser: one language with long words, one without spaces, one from right to left.</summary>
    public static MatrixTheoryData<string, string> Looked => new(["de", "ja", "ar"], ["setup-2-clock", "today-day-one", "step", "reminders"]);

    [Theory]
    [MemberData(nameof(Looked))]
    public void A_card_is_as_its_golden_file_has_it(string language, string name)
    {
        var (reply, texts) = Samples.In(language)[name];
        Golden.Match($"{name}.{language}", CardRenderer.Render(reply, texts)!.ToJson());
    }

    /// <summary>What the person wrote on the way may hold anything.</summary>
    private static string Unplanted(string shown) => shown.Replace("{x}", "", StringComparison.Ordinal);
}
