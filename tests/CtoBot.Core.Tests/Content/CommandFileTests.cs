using CtoBot.Core.Content;

namespace CtoBot.Core.Tests.Content;

/// <summary>What people type for the commands on customers, visits and meetings.</summary>
public sealed class CommandFileTests
{
    private static readonly LanguageContent English = ContentLibrary.BuiltIn.For("en");

    [Theory]
    [InlineData("customers", "customers", "")]
    [InlineData("Customer Acme Ltd", "customers", "Acme Ltd")]
    [InlineData("my visits", "visits", "")]
    [InlineData("plan a visit to Acme", "visit", "Acme")]
    [InlineData("visit Acme", "visit", "Acme")]
    [InlineData("plan visit", "visit", "")]
    [InlineData("debrief acme", "debrief", "acme")]
    [InlineData("debrief", "debrief", "")]
    [InlineData("How did it go at Acme?", "debrief", "Acme?")]
    [InlineData("back from Acme", "debrief", "Acme")]
    [InlineData("flight risk", "risks", "")]
    [InlineData("Who might leave?", "risks", "")]
    [InlineData("bugs", "bugs", "")]
    [InlineData("service matrix", "service", "")]
    [InlineData("what did I promise?", "promises", "")]
    [InlineData("must-close deals", "deals", "")]
    [InlineData("what can I spend", "room", "")]
    [InlineData("brief", "brief", "")]
    [InlineData("brief support", "brief", "support")]
    [InlineData("prep support meeting", "brief", "support meeting")]
    [InlineData("prepare for the CFO", "brief", "CFO")]
    [InlineData("notes support", "notes", "support")]
    [InlineData("meeting notes from CFO", "notes", "CFO")]
    [InlineData("verdict", "verdict", "")]
    [InlineData("plan", "plan", "")]
    [InlineData("note 2: bring cake", "note", "2: bring cake")]
    public void Words_are_the_command_that_they_sound_like(string words, string name, string argument)
    {
        var command = English.Commands.Read(words, bare: false);
        Assert.Equal((name, argument), (command?.Content.Name, command?.Argument));
    }

    [Theory]
    [InlineData("custmers", "customers")]
    [InlineData("promisses", "promises")]
    [InlineData("verdickt", "verdict")]
    public void A_misspelt_one_is_suggested(string words, string name) => Assert.Equal(name, English.Commands.Suggest(words)?.Content.Name);
}
