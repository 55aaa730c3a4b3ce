using System.Net;
using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Documents;
using CtoBot.Export;
using CtoBot.Tests.Door;
using CtoBot.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Partners;

/// <summary>The agreement as a document, behind a link that is one person's, short-lived, and no longer valid than the partnership.</summary>
public sealed class AgreementFileTests : DoorTest
{
    private const string Hostile = "<script>alert(1)</script> **bold** [x](https://example.com) {{DATE(2026-01-01)}} \u0001\u202E\ud800 😀 שלום";

    private static readonly HttpClient Web = new(new SocketsHttpHandler { UseProxy = false });
    private BotHost host = null!;
    private PairBot bot = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host = await StartAsync();
        bot = new PairBot(Clock, host.Store);
    }

    [Fact]
    public async Task It_says_what_the_card_says_and_is_valid()
    {
        var (cmo, cto) = await AgreedAsync();
        await cmo.SayAsync("agreement");
        var card = Assert.IsType<Reply.Sheet>(Assert.Single(cmo.Shown));
        using var answer = await Web.OpenAsync(await LinkAsync(cmo), Cancel);
        Assert.Equal(AgreementFile.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "agreement.docx"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());

        var lines = Lines(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(
            [card.Title, "Signed by both.", .. card.Sections.SelectMany(section => section.Paragraphs.Prepend(section.Heading).Concat(section.Points)), .. card.Foot],
            lines);
        Assert.Contains("What Mia Kern and Tom Berg agreed", lines);
        Assert.Contains("Accepted, from the CTO to the CMO: 12,000 EUR a year", lines);
        Assert.Contains("Mia Kern signed on Sunday 22 November", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Contains($"Version {(await bot.PairAsync())!.ContentRevision}", lines);
        await cto.SayAsync("agreement");
        Assert.Equal(lines, Lines(await Web.OpenBytesAsync(await LinkAsync(cto), Cancel)));
    }

    [Fact]
    public async Task Text_of_people_is_text()
    {
        var (cmo, _) = await AgreedAsync(Hostile);
        var bytes = await Web.OpenBytesAsync(await LinkAsync(cmo), Cancel);
        var text = string.Join('\n', Lines(bytes));
        Assert.Contains("<script>alert(1)</script> **bold** [x](https://example.com) {{DATE(2026-01-01)}}", text, StringComparison.Ordinal);
        Assert.Contains("😀 שלום", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', text);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
        Assert.Empty(document.MainDocumentPart.ExternalRelationships);
    }

    [Fact]
    public async Task The_button_of_the_agreement_leads_to_a_link_that_works()
    {
        var (cmo, _) = await AgreedAsync();
        await cmo.SayAsync("agreement");
        await cmo.PressAsync("As a document");
        var download = Assert.IsType<Reply.Download>(Assert.Single(cmo.Shown));
        var links = host.Services.GetRequiredService<ExportAddress>();
        var filled = (Reply.Download)Assert.Single(await links.WithLinksAsync([download], cmo.Key, Cancel));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(filled.Link!));
    }

    [Theory]
    [InlineData("another person")]
    [InlineData("another tenant")]
    [InlineData("another partnership")]
    [InlineData("forgotten")]
    [InlineData("reopened")]
    [InlineData("nothing")]
    public async Task A_signed_link_is_refused_that_is_or_has_become_of(string what)
    {
        var (cmo, cto) = await AgreedAsync();
        var eve = await bot.Person("eve-id", "Eve Hart").SetUpAsync("cto");
        var stranger = await bot.Person("cmo-id", "Mia Kern", "tenant-2").SetUpAsync("cmo");
        var id = (await bot.PairAsync())!.Id;
        var link = await LinkAsync(cmo);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await LinkAsync(cmo)));
        switch (what)
        {
            case "another person":
                link = await LinkAsync(eve, id);
                break;
            case "another tenant":
                link = await LinkAsync(stranger, id);
                break;
            case "another partnership":
                link = await LinkAsync(cmo, new string('A', id.Length));
                break;
            case "forgotten":
                await cmo.SayAsync("forget me");
                await cmo.SayAsync("delete everything");
                break;
            case "reopened":
                await cto.PressAsync(CardAction.Of(Verbs.PairReopen, (DataKeys.Pair, id), (DataKeys.Item, FiveIds.Speed)));
                break;
            default:
                var key = (await new LinkKey(host.Store).GetAsync(Cancel)).ToArray();
                link = new Uri(link.AbsoluteUri.Split('?')[0] + "?key=" + ExportToken.Make(key, cmo.Key.Partition, ExportForm.Agreement, Clock.GetUtcNow() + TimeSpan.FromMinutes(1)));
                break;
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
    }

    [Fact]
    public async Task After_one_has_left_it_is_the_others_without_the_name()
    {
        var (cmo, cto) = await AgreedAsync("Tom Berg brings calm");
        await cto.SayAsync("forget me");
        await cto.SayAsync("delete everything");
        var text = string.Join('\n', Lines(await Web.OpenBytesAsync(await LinkAsync(cmo), Cancel)));
        Assert.Contains("the CTO brings calm", text, StringComparison.Ordinal);
        Assert.Contains("What Mia Kern and the CTO agreed", text, StringComparison.Ordinal);
        Assert.All(["Tom", "Berg"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("en-US", 12240)]
    [InlineData("en-CA", 12240)]
    [InlineData("en-GB", 11906)]
    [InlineData("", 11906)]
    public void The_paper_is_that_of_the_reader(string culture, int width)
    {
        var sheet = new Reply.Sheet("Title", null, "Lead", [new GuideSection("", ["one\r\ntwo"], [])], [], []);
        using var document = WordprocessingDocument.Open(new MemoryStream(WordDocument.Write(sheet, new(culture))), isEditable: false);
        Assert.Equal((uint)width, document.MainDocumentPart!.Document.Body!.Descendants<PageSize>().Single().Width!.Value);
        Assert.Single(document.MainDocumentPart.Document.Body.Descendants<Break>());
        Assert.Equal("Title", document.PackageProperties.Title);
    }

    [Fact]
    public async Task It_is_in_the_language_of_who_reads_it()
    {
        var (cmo, cto) = await AgreedAsync();
        await cto.SayAsync("language العربية");
        var arabic = await Web.OpenBytesAsync(await LinkAsync(cto), Cancel);
        Assert.Matches("[\u0621-\u064A]{3}", Lines(arabic)[0]);
        Assert.Contains("What Mia Kern and Tom Berg agreed", Lines(await Web.OpenBytesAsync(await LinkAsync(cmo), Cancel))[0], StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(new MemoryStream(arabic), isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.All(body.Elements<Paragraph>(), paragraph => Assert.NotNull(paragraph.ParagraphProperties!.BiDi));
        Assert.All(body.Descendants<Run>(), run => Assert.NotNull(run.RunProperties!.RightToLeftText));
        Assert.Single(body.Descendants<SectionProperties>().Single().Elements<BiDi>());
    }

    /// <summary>The document's paragraphs, of one that the validator finds nothing wrong with.</summary>
    private static string[] Lines(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants().Select(element => element switch { Text text => text.Text, Break => "\n", _ => "" })))];
    }

    private async Task<(Someone Cmo, Someone Cto)> AgreedAsync(string words = "money, and I need wins")
    {
        var (begun, cmo, cto) = await PairBot.BegunAsync(Clock, "room", host.Store);
        bot = begun;
        await AgreeAsync(bot, cmo, cto, words);
        return (cmo, cto);
    }

    /// <summary>Two who hold the questions in one room settle all five, agree on an offer, and sign; or only the first of them does.</summary>
    internal static async Task AgreeAsync(PairBot bot, Someone cmo, Someone cto, string words, bool both = true)
    {
        await cmo.PressAsync("Begin");
        await cmo.AnswerAsync(("ads", "cmo"), ("limits", words));
        await cmo.AnswerAsync(("brings", words), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"));
        await cmo.AnswerAsync(("metrics.name", "Page load"), ("metrics.baseline", "4.2"), ("metrics.target", "2.5"), ("metrics.unit", "s"));
        await cmo.AnswerAsync(("offers.what", "Website upkeep"), ("offers.amount", "1,000 EUR"), ("offers.period", "monthly"), ("offers.to", "cmo"));
        await cmo.AnswerAsync(("brakes.brake", "Slow release"), ("brakes.decision", "yes"), ("brakes.by", "2027-01-15"));
        await cto.PressAsync(CardAction.Show(Views.PairOffer((await bot.PairAsync())!.Id, 1)));
        await cto.PressAsync("Accept");
        foreach (var person in both ? (Someone[])[cmo, cto] : [cmo])
        {
            await person.SayAsync("agreement");
            await person.PressAsync("Sign");
        }

        Assert.Equal(both, (await bot.PairAsync())!.IsAgreed);
    }

    private async Task<Uri> LinkAsync(Someone person, string? pairId = null) =>
        (await host.Services.GetRequiredService<ExportAddress>().AgreementAsync(person.Key, pairId ?? (await bot.PairAsync())!.Id, Cancel))!;

    private async Task<HttpStatusCode> StatusAsync(Uri link)
    {
        using var answer = await Web.OpenAsync(link, Cancel);
        return answer.StatusCode;
    }
}
