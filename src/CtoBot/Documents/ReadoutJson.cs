using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CtoBot.Core.Readout;
using NodaTime;

namespace CtoBot.Documents;

/// <summary>
/// The readout as JSON: <c>{"format":"ctobot-readout","version":1,"on":…,"facts":[{"id","label","shown","number"|"amounts"}],"tables":[{"id","title","columns","rows","totals"}]}</c>.
/// Cells are numbers, ISO days, texts or null, as in <see cref="FlatTable"/>; <c>totals</c> are the indexes of rows that sum up others.
/// </summary>
internal static class ReadoutJson
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8.</summary>
    public static byte[] Write(ReadoutPage page)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "ctobot-readout");
            json.WriteNumber("version", 1);
            json.WriteString("title", page.Title);
            json.WriteString("on", Iso(page.On));
            json.WriteStartArray("facts");
            foreach (var fact in page.Facts)
                Write(json, fact);
            json.WriteEndArray();
            json.WriteStartArray("tables");
            foreach (var table in FlatTable.All(page))
                Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReadoutFact fact)
    {
        json.WriteStartObject();
        json.WriteString("id", fact.Id);
        json.WriteString("label", fact.Label);
        json.WriteString("shown", fact.Value.Shown);
        if (fact.Detail is not null)
            json.WriteString("detail", fact.Detail);
        if (fact.Value is ReadoutValue.Number number)
            json.WriteNumber("number", number.Value);
        if (fact.Value is ReadoutValue.Total total)
        {
            json.WriteStartObject("amounts");
            foreach (var amount in total.Sum.Amounts)
                json.WriteNumber(amount.Currency, amount.Amount);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FlatTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("title", table.Title);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var value in row)
                Write(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("totals");
        foreach (var total in table.Totals.Order())
            json.WriteNumberValue(total);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case decimal number: json.WriteNumberValue(number); break;
            case LocalDate date: json.WriteStringValue(Iso(date)); break;
            case string words: json.WriteStringValue(words); break;
            default: json.WriteNullValue(); break;
        }
    }

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
