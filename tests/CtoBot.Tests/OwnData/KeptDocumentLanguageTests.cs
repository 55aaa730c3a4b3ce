using System.Text.Json.Nodes;
using CtoBot.Core.Content;
using CtoBot.Export;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

/// <summary>The page of a person's own data is in the language that the bot speaks with them, and runs in its direction.</summary>
public sealed class KeptDocumentLanguageTests
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    [Theory]
    [InlineData("en-GB", "", "<html lang=\"en-GB\" dir=\"ltr\">")]
    [InlineData("en-GB", "client", "<html lang=\"en-GB\" dir=\"ltr\">")]
    [InlineData("en-GB", "ar", "<html lang=\"ar\" dir=\"rtl\">")]
    [InlineData("ar-EG", "", "<html lang=\"ar-EG\" dir=\"rtl\">")]
    [InlineData("ar-EG", "de", "<html lang=\"de\" dir=\"ltr\">")]
    public void It_says_so(string client, string chosen, string html)
    {
        var state = JsonNode.Parse("""{"client":{"locale":"CLIENT"},"drafts":{"language":{"answers":{"language":{"value":{"is":"choice","value":"CHOSEN"}}}}}}"""
            .Replace("CLIENT", client, StringComparison.Ordinal).Replace("CHOSEN", chosen, StringComparison.Ordinal))!;
        var data = new KeptData([new KeptRow(StoreTable.CtoBot, PersonKey.StateRow, new Dictionary<string, object>(), state)], default);
        Assert.Contains(html, KeptDocument.Write(data, Library.TextsFor(data.Locale)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_is_shown_even_if_it_is_damaged() =>
        Assert.Equal("", new KeptData([new KeptRow(StoreTable.CtoBot, PersonKey.StateRow, new Dictionary<string, object>(), JsonNode.Parse("""{"drafts":[1],"client":"x"}""")!)], default).Locale);
}
