using System.Text.Json;
using CtoBot.Tests.Door;
using CtoBot.Tests.Reliability;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.OwnData;

/// <summary>What a customer said comes back as it was said: through the front door into each store, and out of it again.</summary>
public sealed class QuoteTests(AzuriteServer azurite) : DoorTest
{
    /// <summary>What a quote may look like.</summary>
    public static TheoryData<bool, string> Quotes
    {
        get
        {
            var quotes = new TheoryData<bool, string>();
            foreach (var words in (string[])
            [
                FiveCustomers.LongQuote,
                "  We are *not* leaving.\r\nWe are leaving because **nobody answers**. 😠\r\n\r\n",
                "الدعم لا يرد على رسائلنا أبداً 😔\nיום אחרי יום | 👩🏽‍🏫\t",
                "<at>CtoBot</at> &amp; {{DATE(2026-12-01)}} [a](http://b) `c` \\n | skip",
            ])
            {
                quotes.Add(false, words);
                quotes.Add(true, words);
            }

            return quotes;
        }
    }

    [Theory]
    [MemberData(nameof(Quotes))]
    public async Task A_quote_stands_in_its_row_in_the_export_and_on_its_card_as_it_was_sent(bool inTables, string words)
    {
        if (inTables)
            await azurite.StartAsync();
        var host = inTables ? await StartAsync(Kept.InAFile, TableSettings.Of(AzuriteTables.Options(azurite.Endpoint))) : await StartAsync(Kept.InAFile);
        var person = await SomebodySetUpAsync(host);
        await person.SayAsync("customers", Cancel);
        await person.PressAsync("Add customers", execute: true, Cancel);
        await person.SayAsync("Nordhaven | Hamburg", Cancel);
        await person.SayAsync("visit Nordhaven", Cancel);
        await person.PressAsync("Save", execute: true, Cancel, ("date", "2026-11-22"), ("time", "08:00"));
        await person.SayAsync("debrief Nordhaven", Cancel);
        await person.PressAsync("All on one card", execute: true, Cancel);
        // With everything on one card a debrief is one send.
        await person.PressAsync(
            "Save",
            execute: true,
            Cancel,
            ("usage", "Day and night"), ("bugs.title", "Exports stop"), ("risk", "4"), ("supportRating", "1"), ("supportSaid", words),
            ("quotes.words", words), ("quotes.who", "Maren"), ("quotes.about", "support"), ("promises.what", "A call"), ("next.what", "Call them"));
        Assert.StartsWith("Saved. Nordhaven is at 4 on flight risk.", person.Card.Text, StringComparison.Ordinal);

        var row = Assert.Single(await RowsOfAsync(host, person.Person), row => row.Key.StartsWith("quote|v2|", StringComparison.Ordinal));
        Assert.Equal(words, row.Columns["words"]);
        Assert.Equal([words, words], await ExportedAsync(person, row.Key));
        Assert.Equal(words.ReplaceLineEndings("\n"), await ShownAsync(person));
    }

    /// <summary>The words in the exported row, and in the dialog that it was taken from.</summary>
    private static async Task<string[]> ExportedAsync(TeamsClient person, string key)
    {
        await person.SayAsync("export my data", Cancel);
        var link = person.Card.Content.Descendants().OfType<JObject>().Single(action => (string?)action["title"] == "JSON file");
        using var http = new HttpClient();
        using var export = JsonDocument.Parse(await http.OpenTextAsync(new Uri((string)link["url"]!), Cancel));
        var rows = export.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!);
        return
        [
            rows[key].GetProperty("columns").GetProperty("words").GetString()!,
            rows["record|debrief:v2"].GetProperty("document").GetProperty("answers").GetProperty("supportSaid").GetProperty("value").GetProperty("words").GetString()!,
        ];
    }

    /// <summary>The words on the card of the quote, part after part.</summary>
    private static async Task<string> ShownAsync(TeamsClient person)
    {
        await person.SayAsync("service support", Cancel);
        if (person.Card.Actions.LastOrDefault(action => ((string?)action["title"])?.StartsWith("Show all of it", StringComparison.Ordinal) == true) is not { } whole)
            return Words(person).Last(text => text.Length > 0);
        await person.PostAsync(person.Execute(whole), Cancel);
        var shown = Words(person).First();
        while (person.Card.Actions.Any(action => (string?)action["title"] == "Next part"))
        {
            await person.PressAsync("Next part", execute: true, Cancel);
            shown += Words(person).First();
        }

        return shown;
    }

    /// <summary>What stands on the grounds of quotes, without what keeps a client from taking it for markup.</summary>
    private static IEnumerable<string> Words(TeamsClient person) =>
        from ground in person.Card.Content.Descendants().OfType<JObject>()
        where (string?)ground["style"] == "emphasis"
        select ((string)ground["items"]![0]!["inlines"]![0]!["text"]!).Replace("\u200b", "", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal);
}
