using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CtoBot.Core.Flows;
using CtoBot.Core.Readout;
using CtoBot.Documents;
using CtoBot.Export;
using CtoBot.Tests.Door;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Tests.Readout;

/// <summary>The readout as files, behind links that are one person's and work once. The figures are those that were computed by hand.</summary>
public sealed class ReadoutFilesTests : DoorTest
{
    private static readonly HttpClient Web = new(new SocketsHttpHandler { UseProxy = false });
    private static readonly PersonKey Person = new("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-0000000000aa");
    private static readonly PersonKey Other = new("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-0000000000bb");

    /// <summary>What begins like a formula, or looks like markup.</summary>
    private static readonly string[] Hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =HYPERLINK(\"http://x\")", "<script>alert(1)</script> **bold** [x](http://y)"];

    private BotHost host = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(ReadoutSeed.Now - Clock.GetUtcNow());
        host = await StartAsync();
    }

    [Fact]
    public async Task The_word_document_tells_the_figures_and_is_valid()
    {
        await PlantAsync(ReadoutSeed.Five());
        var bytes = await ReadAsync(ReadoutForm.Word);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Valid(document);
        var body = document.MainDocumentPart!.Document.Body!;
        var rows = body.Descendants<Word.TableRow>().Select(row => string.Join('|', row.Elements<Word.TableCell>().Select(cell => cell.InnerText))).ToList();
        Assert.Contains("Revenue at risk|505,000 EUR and 650,000 USD|At 4 or 5 on flight risk: 3 of 5 · Flight risk: 3.6 on average", rows);
        Assert.Contains("Left after the costs found|74,499.50 EUR and 5,000 USD|Costs found: 215,500.50 EUR and 25,000 USD", rows);
        Assert.Contains("Promises open|8|2 overdue", rows);
        Assert.Contains("Customer support|2.6|5|3", rows);
        Assert.Contains("Together|2,760,000 EUR and 180,000 USD|2,470,000 EUR and 150,000 USD|290,000 EUR and 30,000 USD", rows);
        Assert.Contains(rows, row => row.StartsWith("CSV export drops rows over 50,000 lines|3|Nordhaven Logistics, Balearia Foods, Al Noor Medical Group|790,000 EUR and 650,000 USD|", StringComparison.Ordinal));
        Assert.Equal(4, document.MainDocumentPart.ChartParts.Count());
        var charts = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(drawing => drawing.Description!.Value!).ToList();
        Assert.Contains(charts, words => words.Contains("4, rather going: 195,000 EUR and 650,000 USD · 2 customers", StringComparison.Ordinal));
        Assert.Contains("74,499.50 EUR are left when every cost found is paid.", body.InnerText, StringComparison.Ordinal);
        var headings = body.Descendants<Word.BookmarkStart>().Select(mark => mark.Name!.Value).ToList();
        Assert.Equal(headings, body.Descendants<Word.Hyperlink>().Select(link => link.Anchor!.Value));
        Assert.Equal(9, headings.Count);
        Keep("readout.docx", bytes);
    }

    [Fact]
    public async Task The_workbook_holds_the_figures_as_numbers_and_is_valid()
    {
        await PlantAsync(ReadoutSeed.Five());
        var bytes = await ReadAsync(ReadoutForm.Excel);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Valid(document);
        var sheets = Sheets(document);
        Assert.Equal(
            ["The situation in numbers", "Customers by flight risk", "Revenue by flight risk", "Bugs across customers", "Marks of each function", "Marks of each customer", "Must-close deals", "Budget", "Costs found", "Promises and next steps", "Quotes", "Verdict"],
            sheets.Keys);
        Assert.Equal(["Figure", "Number", "Amount, EUR", "Amount, GBP", "Amount, USD", "Value", "Detail"], sheets["The situation in numbers"][0]);
        Assert.Equal(["#505000", "", "#650000"], sheets["The situation in numbers"].Single(row => row[0] == "Revenue at risk")[2..5]);
        Assert.Equal(["#74499.5", "", "#5000"], sheets["The situation in numbers"].Single(row => row[0] == "Left after the costs found")[2..5]);
        Assert.Equal(["Customer support", "#2.6", "#5", "#3"], sheets["Marks of each function"].Single(row => row[0] == "Customer support"));
        Assert.Equal(["Together", "#2760000", "#180000", "#2470000", "#150000", "#290000", "#30000"], sheets["Budget"][^1]);
        // 28 February 2027 is day 46,446 of a workbook.
        Assert.Equal(["Balearia Foods", "#5", "", "#310000", "", "", "#46446"], sheets["Customers by flight risk"][1][..7]);
        Assert.Equal(12, sheets["Quotes"].Count);
        Keep("readout.xlsx", bytes);
    }

    [Fact]
    public async Task The_csv_files_and_the_json_hold_the_same_figures()
    {
        await PlantAsync(ReadoutSeed.Five());
        var files = Csv(await ReadAsync(ReadoutForm.Csv));
        Assert.Equal(12, files.Count);
        Assert.Contains("Revenue at risk,,505000,,650000,", files["situation"], StringComparison.Ordinal);
        Assert.Contains("Left after the costs found,,74499.5,,5000,", files["situation"], StringComparison.Ordinal);
        Assert.Contains("Support tooling,300000,,320000,,-20000,", files["budget"], StringComparison.Ordinal);
        Assert.Contains("Balearia Foods,5,,310000,,,2027-02-28,", files["risks"], StringComparison.Ordinal);
        Assert.Contains("Customer support,2.6,5,3", files["functions"], StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await ReadAsync(ReadoutForm.Json));
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToDictionary(fact => fact.GetProperty("id").GetString()!);
        Assert.Equal("2026-12-07", json.RootElement.GetProperty("on").GetString());
        Assert.Equal(505_000, facts["atRisk"].GetProperty("amounts").GetProperty("EUR").GetDecimal());
        Assert.Equal(74_499.50m, facts["left"].GetProperty("amounts").GetProperty("EUR").GetDecimal());
        Assert.Equal(2.6m, facts["service"].GetProperty("number").GetDecimal());
        Assert.Equal((5, 8, 8), (facts["seen"].GetProperty("number").GetInt32(), facts["bugs"].GetProperty("number").GetInt32(), facts["promises"].GetProperty("number").GetInt32()));
        var deals = json.RootElement.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("id").GetString() == "deals");
        var total = deals.GetProperty("rows")[deals.GetProperty("totals")[0].GetInt32()];
        Assert.Equal((620_000m, 140_000m), (total[2].GetDecimal(), total[3].GetDecimal()));
    }

    [Fact]
    public async Task Words_stay_words_whatever_they_begin_with()
    {
        var (bugs, quotes) = (0, 0);
        await PlantAsync(ReadoutSeed.Five(draft => draft.Flow == "debrief" ? With(With(draft, "bugs", "title", ref bugs), "quotes", "words", ref quotes) : draft));
        Assert.Equal((Hostile.Length, Hostile.Length), (bugs, quotes));

        using var book = SpreadsheetDocument.Open(new MemoryStream(await ReadAsync(ReadoutForm.Excel)), isEditable: false);
        Valid(book);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()));
        var sheets = Sheets(book);
        Assert.All(Hostile, words => Assert.Contains(words, sheets["Quotes"].Select(row => row[0])));
        // "+1" and "-1" are one bug by their words.
        Assert.All(Hostile.Where(words => words != "-1"), words => Assert.Contains(words.Trim(), sheets["Bugs across customers"].Select(row => row[0].Trim())));
        var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        Assert.All(
            book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.InlineString is not null),
            cell => Assert.True(styles[cell.StyleIndex!.Value].QuotePrefix?.Value));

        foreach (var (name, text) in Csv(await ReadAsync(ReadoutForm.Csv)))
        {
            foreach (var cell in Cells(text).Where(cell => cell.TrimStart() is [var first, ..] && "=+-@\t".Contains(first, StringComparison.Ordinal)))
                Assert.True(decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _) && cell != "-1" && cell != "+1" || (name == "risks" && cell == "-1"), $"{name}: {cell}");
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(await ReadAsync(ReadoutForm.Word)), isEditable: false);
        Valid(document);
        Assert.All(Hostile, words => Assert.Contains(words, document.MainDocumentPart!.Document.Body!.Descendants<Word.Paragraph>().Select(paragraph => paragraph.InnerText)));
        Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);

        static Draft With(Draft draft, string question, string column, ref int next)
        {
            foreach (var line in draft.Answers.TryGetValue(question, out var answer) && answer.Value is AnswerValue.Table table ? table.Lines : [])
                draft = next < Hostile.Length ? ReadoutSeed.WithCell(draft, question, line.Id, column, Hostile[next++]) : draft;
            return draft;
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" \t=1", "' \t'=1")]
    [InlineData("x;=HYPERLINK(\"http://y\")", "x;'=HYPERLINK(\"http://y\")")]
    [InlineData("x; @SUM(A1)", "x;' @SUM(A1)")]
    [InlineData("x\t+1", "x\t'+1")]
    [InlineData("one\r\n=2", "one\r\n'=2")]
    [InlineData("one\n-2;-3", "one\n'-2;'-3")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("x;＠SUM(A1)", "x;'＠SUM(A1)")]
    [InlineData("a = b; c - d, e+f", "a = b; c - d, e+f")]
    [InlineData("", "")]
    public void Words_of_a_csv_file_begin_no_formula_in_any_country(string words, string expected)
    {
        var bytes = ReadoutCsv.Of(new FlatTable("x", "X", ["Words"], [[words, -1.5m]], new HashSet<int>()));
        Assert.Equal(["Words", expected, "-1.5"], Cells(Encoding.UTF8.GetString(bytes).TrimStart('\ufeff')));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_what_both_have_signed_is_called_what_they_agreed(bool both)
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(Clock, "room", host.Store);
        await AgreementFileTests.AgreeAsync(bot, cmo, cto, "money, and I need wins", both);
        using var document = WordprocessingDocument.Open(new MemoryStream(await Web.OpenBytesAsync(await LinkAsync(cto.Key, ReadoutForm.Word), Cancel)), isEditable: false);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("The situation in numbers", text, StringComparison.Ordinal);
        Assert.Equal(both, text.Contains("Annex: what CTO and CMO agreed", StringComparison.Ordinal));
        Assert.Equal(both, text.Contains("Website upkeep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_for_others_do_not_speak_to_the_cto()
    {
        await PlantAsync(ReadoutSeed.Five());
        var files = Csv(await ReadAsync(ReadoutForm.Csv));
        var who = files["promises"].Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => Cells(line)[1]).ToList();
        Assert.Contains("The CTO", who);
        Assert.DoesNotContain("you", who);
        Assert.StartsWith("Question,In the CTO’s words", files["verdict"].TrimStart('\ufeff'), StringComparison.Ordinal);

        await ReadoutSeed.PlantAsync(host.Store, Other, [], Cancel);
        using var document = WordprocessingDocument.Open(new MemoryStream(await Web.OpenBytesAsync(await LinkAsync(Other, ReadoutForm.Word), Cancel)), isEditable: false);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("Nothing written down yet.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("your debriefs", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_name_goes_out_with_a_quote()
    {
        await PlantAsync(ReadoutSeed.Five(draft => draft is { Flow: "debrief", Subject: "v11" } ? ReadoutSeed.WithCell(draft, "quotes", "1", "words", "Maren at Nordhaven says so, and Petersen signs: that is the first promise kept.") : draft));
        var quotes = Csv(await ReadAsync(ReadoutForm.Csv))["quotes"];
        Assert.Contains("[…] at […] says so, and […] signs: that is the first promise kept.", quotes, StringComparison.Ordinal);
        Assert.All(["Maren", "Petersen", "Priya", "Novák", "Nordhaven"], name => Assert.DoesNotContain(name, quotes, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_link_of_another_shows_theirs_and_a_used_one_leaves_nothing_behind_for_long()
    {
        await PlantAsync(ReadoutSeed.Five());
        await ReadoutSeed.PlantAsync(host.Store, Other, ReadoutSeed.Many(1, 1), Cancel);
        var theirs = await Web.OpenTextAsync(await LinkAsync(Other, ReadoutForm.Json), Cancel);
        Assert.Contains("Customer 001", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Balearia", theirs, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(16));
        await ReadAsync(ReadoutForm.Json);
        var used = 0;
        await foreach (var _ in host.Store.QueryAsync(StoreTable.CtoBot, "_system", KeyRange.Prefix("used-link|"), Cancel))
            used++;
        Assert.Equal(1, used);
    }

    [Fact]
    public async Task The_part_of_a_function_holds_its_marks_and_quotes_and_nothing_else()
    {
        await PlantAsync(ReadoutSeed.Five());
        var address = host.Services.GetRequiredService<ExportAddress>();
        var bytes = await Web.OpenBytesAsync((await address.ReadoutAsync(Person, ReadoutForm.Word, Cancel, "support"))!, Cancel);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Valid(document);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("Customer support2.653", text, StringComparison.Ordinal);
        Assert.Contains("الدعم لا يرد", text, StringComparison.Ordinal);
        Assert.All(["Ferrosoft", "roadmap", "medal", "985,000", "EUR", "Sales", "Maren", "verdict"], others => Assert.DoesNotContain(others, text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(document.MainDocumentPart.ChartParts);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync((await address.ReadoutAsync(Person, ReadoutForm.Excel, Cancel, "support"))!));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync((await address.ReadoutAsync(Person, ReadoutForm.Word, Cancel, "everything"))!));
    }

    [Fact]
    public async Task A_link_that_was_used_costs_no_document()
    {
        await PlantAsync(ReadoutSeed.Five());
        var link = await LinkAsync(Person, ReadoutForm.Word);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        var (queries, writes) = (host.Store.Others, host.Store.Writes);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
        // The readout is made of what queries bring.
        Assert.Equal((queries, writes), (host.Store.Others, host.Store.Writes));
    }

    [Fact]
    public async Task While_too_many_are_made_a_link_waits_and_is_not_used_up()
    {
        await PlantAsync(ReadoutSeed.Five());
        var link = await LinkAsync(Person, ReadoutForm.Word);
        var writers = host.Services.GetRequiredService<FileWriters>();
        var places = Enumerable.Range(0, FileWriters.AtOnce + FileWriters.Waiting).Select(_ => writers.EnterAsync(Cancel).AsTask()).ToList();
        using (var busy = await Web.OpenAsync(link, Cancel))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10)), (busy.StatusCode, busy.Headers.RetryAfter!.Delta));
            Assert.Contains("try again in a minute", await busy.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        foreach (var place in places)
            (await place).Dispose();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
    }

    [Fact]
    public async Task What_is_left_of_expired_links_costs_nobody_theirs()
    {
        await PlantAsync(ReadoutSeed.Five());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await LinkAsync(Person, ReadoutForm.Json)));
        Clock.Advance(TimeSpan.FromMinutes(16));
        var (link, writes) = (await LinkAsync(Person, ReadoutForm.Json), host.Store.Writes);
        host.Store.BeforeWrite = cancel => host.Store.Writes > writes + 1 ? WatchedStore.Unreachable(cancel) : Task.CompletedTask;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        Assert.Equal(writes + 2, host.Store.Writes);
        Assert.Contains(host.Logs.Lines, line => line.Text.Contains("What is kept of expired links was not removed", StringComparison.Ordinal));
        host.Store.Mend();
    }

    [Fact]
    public async Task Who_has_no_plan_has_no_readout() => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await LinkAsync(Other, ReadoutForm.Word)));

    private Task PlantAsync(ImmutableArray<Draft> drafts) => ReadoutSeed.PlantAsync(host.Store, Person, drafts, Cancel);

    private async Task<byte[]> ReadAsync(ReadoutForm form)
    {
        using var answer = await Web.OpenAsync(await LinkAsync(Person, form), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private async Task<Uri> LinkAsync(PersonKey person, ReadoutForm form) => (await host.Services.GetRequiredService<ExportAddress>().ReadoutAsync(person, form, Cancel))!;

    private static async Task<HttpStatusCode> StatusAsync(Uri link)
    {
        using var answer = await Web.OpenAsync(link, Cancel);
        return answer.StatusCode;
    }

    private static void Valid(OpenXmlPackage document) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));

    /// <summary>The sheets in order: words as they are, numbers with a "#" before them.</summary>
    private static Dictionary<string, List<string[]>> Sheets(SpreadsheetDocument document) => document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToDictionary(
        sheet => sheet.Name!.Value!,
        sheet => ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InlineString is { } words ? words.InnerText : cell.CellValue is { } value ? "#" + value.Text : "").ToArray())
            .ToList());

    private static Dictionary<string, string> Csv(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return archive.Entries.ToDictionary(entry => entry.Name[..^".csv".Length], entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    private static List<string> Cells(string text)
    {
        using var csv = new CsvHelper.CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        var cells = new List<string>();
        while (csv.Read())
            cells.AddRange(csv.Record!);
        return cells;
    }

    /// <summary>Keeps a file to look at, beside the pictures of the browser tests.</summary>
    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("CTOBOT_PICTURES") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
