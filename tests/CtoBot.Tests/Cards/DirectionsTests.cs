using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Teams;
using CtoBot.Tests.Partners;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Cards;

public class DirectionsTests
{
    private const string Turned = "invoice\u202egnp.exe\u202c \u2066\u2067x\u2069\u2069 \u202a\u202bהלו\u202c\u202d";

    private static readonly Texts Texts = PairBot.Library.TextsFor("en-GB");

    [Fact]
    public void Turns_of_direction_are_left_out_and_nothing_else_is()
    {
        Assert.Equal("invoicegnp.exe x הלו", Directions.Without(Turned));
        foreach (var text in new[] { "", "plain", "שלום עולם", "مرحبا", "a\u200eb\u200fc\u061cd", "👩‍👩‍👧", "\ud800" })
            Assert.Same(text, Directions.Without(text));
    }

    [Fact]
    public void Nowhere_on_a_card_or_in_a_message_do_they_turn_anything()
    {
        var button = new Button(Turned, CardAction.Show(Views.Today));
        foreach (var reply in new Reply[] { new Reply.Note(Turned, [Turned, Turned], [button, button]), new Reply.Say(Turned) })
        {
            var activity = Outgoing.Message(reply, Texts);
            var json = JsonConvert.SerializeObject(JObject.FromObject(activity), new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii });
            Assert.Contains("gnp.exe", json, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\\u(202[a-e]|206[6-9])", json);
        }
    }
}
