namespace CtoBot.Core.Tests.Conversations;

/// <summary>Customers, visits and debriefs, as a CTO chats them.</summary>
public sealed class FieldworkTests
{
    [Fact]
    public void Customers_are_pasted_and_found_again()
    {
        var chat = WithCustomers();
        System.IO.File.WriteAllText("/tmp/chat.txt", chat.Text);
        void Log() => System.IO.File.AppendAllText("/tmp/chat.txt", "\n\n=====\n" + chat.Text);
        chat.Say("customer northwind"); Log();
        chat.Press("Plan a visit"); Log();
        chat.Press("Save", ("date", "2026-11-30"), ("time", "10:00"), ("minutes", "60"), ("zone", "Europe/Berlin")); Log();
        chat.Say("visits"); Log();
        chat.At(11, 30, 12).Say("debrief"); Log();
        chat.Press("All on one card"); Log();
        chat.Press("Save", ("usage", "They use it daily"), ("risk", "4"), ("reasons", "competitor"), ("competitor", "Fabrikam"), ("bugs.title", "Slow export"), ("bugs.severity", "blocker"), ("supportRating", "2"), ("quotes.words", "It *never*\r\nworks"), ("quotes.about", "support"), ("promises.what", "Call back")); Log();
        chat.Say("undo"); Log();
        chat.Say("undo"); Log();
        chat.Say("today"); Log();
        chat.Say("step 1"); Log();
        chat.Say("notes sales"); Log();
        chat.Say("customers"); Log();
    }

    private static Chat WithCustomers() => new Chat().SetUp().At(11, 27)
        .Say("customers")
        .Press("Add customers")
        .Say("Northwind | Hamburg | Ute Brandt | 2027-01-31 | 480k EUR | slow reports\nContoso Retail | Chicago | Bill Moss | 2027-03-31 | 1.2m EUR");
}
