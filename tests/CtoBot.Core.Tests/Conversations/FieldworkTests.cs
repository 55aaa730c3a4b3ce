using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>Customers, visits and debriefs, as a CTO chats them.</summary>
public sealed class FieldworkTests
{
    private const string TwoCustomers =
        "Northwind | Hamburg | Ute Brandt | 2027-01-31 | 480k EUR | slow reports\nContoso Retail | Chicago | Bill Moss | 2027-03-31 | 1.2m EUR";

    [Fact]
    public void Customers_are_pasted_filed_and_found_again()
    {
        var chat = WithCustomers();
        chat.Sees("Saved: Northwind and Contoso Retail.", "Ticked as well: Choose the critical customers.", "1 Northwind | Hamburg");
        Assert.Equal(2, chat.Records.Count);
        Assert.DoesNotContain(chat.State.Drafts.Keys, id => id.StartsWith("customer", StringComparison.Ordinal));
        chat.Say("customer northwind").Sees("slow reports", "Revenue a year: 480,000 EUR", "Contact: Ute Brandt");
        Assert.Equal("Europe/Berlin", chat.State.Customers["c1"].Zone);
        Assert.Equal("America/Chicago", chat.State.Customers["c2"].Zone);
    }

    [Fact]
    public void A_pasted_list_is_taken_back_whole()
    {
        var chat = WithCustomers().Say("undo").Say("undo");
        Assert.Empty(chat.State.Customers);
        Assert.Equal(0, chat.Records.Count);
        chat.Say("customers").Sees("No customers yet");
    }

    [Fact]
    public void A_visit_is_planned_moved_and_asks_for_its_debrief_when_it_is_over()
    {
        var chat = Visiting();
        chat.Sees("Saved. You see Northwind on Monday 30 November, 10:00.", "Ticked as well: Phone introductions, then go alone.");
        chat.Press("Move or change").Press("Save", ("date", "2026-12-01"), ("time", "14:00"), ("minutes", "60"), ("zone", "Europe/Berlin"))
            .Sees("Moved. You see Northwind on Tuesday 1 December, 14:00.");
        chat.At(12, 1, 14).Say("today").SeesNot("Debrief Northwind");
        chat.At(12, 1, 15).Say("today").Sees("Your visit to Northwind ended", "[Debrief Northwind]");
    }

    [Fact]
    public void A_debrief_on_one_card_takes_one_send_and_keeps_quotes_word_for_word()
    {
        const string quote = "It *never*\r\nworks \U0001F621 ‏אף פעם";
        var chat = Debriefing().Press("All on one card").Press(
            "Save",
            ("usage", "They use it daily"), ("risk", "4"), ("reasons", "competitor"), ("competitor", "Fabrikam"), ("bugs.title", "Slow export"), ("bugs.severity", "blocker"),
            ("supportRating", "2"), ("quotes.words", quote), ("quotes.about", "support"), ("promises.what", "Call back"));
        chat.Sees("Saved. Northwind is at 4 on flight risk.", "Ticked as well: See how they use it");
        var debrief = chat.Records.Load()[Draft.IdOf(BookFlows.Debrief, "v3")];
        Assert.Equal(quote, Assert.Single(debrief.Value<AnswerValue.Table>("quotes")!.Lines).Cells["words"]);
        Assert.NotEmpty(Assert.Single(debrief.Value<AnswerValue.Table>("bugs")!.Lines).Cells[RowCells.Id]);
        Assert.True(chat.State.Visits["v3"].Debriefed);
    }

    [Fact]
    public void Undo_after_a_debrief_takes_the_ticks_back_and_then_asks_again()
    {
        var chat = Debriefing().Press("All on one card").Press("Save", ("risk", "4"), ("usage", "Daily"));
        chat.Say("undo").Sees("Undone: ticking");
        chat.Say("undo").Sees("Undone: answers in “Debrief: Northwind”", "How do they use the product?");
    }

    [Fact]
    public void Replaced_answers_of_a_filed_debrief_are_kept()
    {
        var chat = Debriefing().Press("All on one card").Press("Save", ("risk", "4"), ("usage", "Daily"));
        chat.Press("Read or change it").Press("Change Flight risk").Press("Save", ("risk", "2")).Sees("Saved: your debrief of Northwind.");
        chat.Press("Earlier answers").Sees("Flight risk, until", ": 4");
        Assert.Equal(2, chat.Records.Load()[Draft.IdOf(BookFlows.Debrief, "v3")].Value<AnswerValue.Scale>("risk")!.Point);
    }

    [Fact]
    public void More_than_two_hundred_customers_are_refused_and_nothing_is_lost()
    {
        var chat = new Chat().SetUp().At(11, 27);
        for (var batch = 0; batch < 5; batch++)
            chat.Say("customers").Press("Add customers").Say(string.Join('\n', Enumerable.Range(0, 40).Select(number => $"Customer {batch} {number}")));
        Assert.Equal(200, chat.State.Customers.Count);
        chat.Say("customers").Press("Add customers").Say("One too many").Sees("That would make more than 200 customers.");
        Assert.Equal(200, chat.State.Customers.Count);
    }

    private static Chat WithCustomers() => new Chat().SetUp().At(11, 27).Say("customers").Press("Add customers").Say(TwoCustomers);

    private static Chat Visiting() => WithCustomers().Say("visit northwind")
        .Press("Save", ("date", "2026-11-30"), ("time", "10:00"), ("minutes", "60"), ("zone", "Europe/Berlin"));

    private static Chat Debriefing() => Visiting().At(11, 30, 12).Say("debrief");
}
