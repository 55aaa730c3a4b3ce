using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using CtoBot.Core.Readout;
using NodaTime;

namespace CtoBot.Documents;

/// <summary>
/// The tables of the readout as comma-separated values, a file each, in a zip archive. UTF-8 with its mark, so that Excel takes it for that;
/// numbers with a point, days as ISO 8601. Words that begin as a formula would get an apostrophe before them; so do those after what ends a
/// cell in another country's files (a semicolon, a tab) or a row.
/// </summary>
internal static partial class ReadoutCsv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/zip";

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

    private static string Words(string words) => Formulas().Replace(words, "'");

    /// <summary>Where a program would take words for a formula: also where blanks stand before it, which programs overlook, and in the full width of East Asia.</summary>
    [GeneratedRegex(@"^(?=[\t\r\n])|(?<=^|[;\t\n]|\r(?!\n))(?=\s*[=+\-@|%＝＋－＠])", RegexOptions.CultureInvariant)]
    private static partial Regex Formulas();
}
