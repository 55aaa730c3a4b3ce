using CtoBot.Cards;

namespace CtoBot.Tests.Cards;

public class CardGoldenTests
{
    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_card_is_as_its_golden_file_has_it(string name)
    {
        var (reply, texts) = Samples.All[name];
        Golden.Match(name, CardRenderer.Render(reply, texts)!.ToJson());
    }
}
