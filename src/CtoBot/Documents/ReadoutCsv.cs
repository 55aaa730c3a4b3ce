using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using CtoBot.Core.Readout;
using NodaTime;

namespace CtoBot.Documents;

/// <summary>
/// The tables of the readout as comma-separated values, a file each, in a zip archive. UTF-8 with its mark, so that Excel takes it for that;
/// numbers with a point, days as ISO 8601. A cell of words that begins as a formula would gets an apostrophe before it.
/// </summary>
internal static class ReadoutCsv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/zip";

    /// <summary>What makes a program take words for a formula.</summary>
    private const string Formulas = "=+-@\t\r\n|%";

    /// <summary>The archive's bytes.</summary>
    public static byte[] Write(ReadoutPage page)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in FlatTable.All(page))
            {
                using var entry = archive.CreateEntry(table.Id + ".csv").Open();
                entry.Write(Of(table));
            }
        }

        return stream.ToArray();
    }

    /// <summary>One table.</summary>
    public static byte[] Of(FlatTable table)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture)))
        {
            foreach (var row in table.Rows.Select(row => row.Select(Field)).Prepend(table.Columns.Select(Words)))
            {
                foreach (var field in row)
                    csv.WriteField(field);
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private static string Field(object? value) => value switch
    {
        // A number is none of a person's words: it may be below zero.
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        string words => Words(words),
        _ => "",
    };

    /// <summary>Also where blanks stand before it: programs overlook them.</summary>
    private static string Words(string words) =>
        words.Length > 0 && (Formulas.Contains(words[0], StringComparison.Ordinal) || words.TrimStart() is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal)) ? "'" + words : words;
}
