using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>The pages to read before a visit or a meeting, with the data of five customers.</summary>
public sealed class BriefCardTests
{
    [Fact]
    public void Log()
    {
        var file = "/tmp/briefs.txt";
        System.IO.File.WriteAllText(file, "");
        foreach (var view in (string[])["brief:sales","brief:support","brief:services","brief:cfo","brief:own-team","brief:ann-lee","brief:v11","brief:v7","verdict"])
            System.IO.File.AppendAllText(file, "\n=====" + view + "\n" + TwoWeeks.Chat().Press(CardAction.Show(view)).Text.Replace(CtoBot.Tests.Support.FiveCustomers.LongQuote, "LONG"));
        System.IO.File.AppendAllText(file, "\n=====EMPTY\n");
        foreach (var view in (string[])["brief:sales","brief:support","brief:services","brief:cfo","brief:own-team","verdict"])
            System.IO.File.AppendAllText(file, "\n=====" + view + "\n" + new Chat().SetUp().Press(CardAction.Show(view)).Text);
    }
}
