using System.Net;
using System.Text.Json;
using CtoBot.Export;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.OwnData;

/// <summary>What a link to a person's data shows, over HTTP, from a bot on a free port.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Script = "<script>alert('qzx')</script>";

    private static readonly PersonKey Person = new("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-0000000000aa");
    private static readonly PersonKey Other = new(Person.TenantId, "0a1b2c3d-0000-4000-8000-0000000000bb");

    private readonly TemporaryFolder folder = new();
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
    private readonly LogCapture log = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private WebApplication app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await StartAsync("Development");

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_document_holds_every_word_of_the_person_escaped_and_none_of_anyone_else()
    {
        var html = await http.OpenTextAsync((await LinksAsync()).Read, Cancel);
        Assert.Contains("&lt;script&gt;alert(&#x27;qzx&#x27;)&lt;/script&gt; in a note", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#x27;qzx&#x27;)&lt;/script&gt;-company", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret of the other", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Other.UserId, html, StringComparison.Ordinal);
        Assert.Contains("<h2>Your answers</h2>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html[html.IndexOf("</style>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_row_with_its_columns_and_the_state_parsed()
    {
        using var json = JsonDocument.Parse(await http.OpenTextAsync((await LinksAsync()).Json, Cancel));
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!);
        var store = app.Services.GetRequiredService<IStore>();
        var kept = new List<string>();
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, Person.Partition, KeyRange.All, Cancel))
        {
            kept.Add(row.Key);
            Assert.Equal(row.Columns.Keys.Where(name => name != "json").Order(), rows[row.Key].GetProperty("columns").EnumerateObject().Select(column => column.Name).Order());
        }

        await foreach (var (_, row) in store.ScanAsync(StoreTable.Due, Cancel))
        {
            if (row.Key.EndsWith(Person.Partition, StringComparison.Ordinal))
                kept.Add(row.Key);
        }

        Assert.Equal(kept.Order(), rows.Keys.Order());
        var note = rows.Values.Single(row => row.GetProperty("columns").TryGetProperty("note", out _)).GetProperty("columns");
        Assert.Equal(Script + " in a note", note.GetProperty("note").GetString());
        Assert.Equal(JsonValueKind.Number, note.GetProperty("revision").ValueKind);
        Assert.Equal("cto", rows["state"].GetProperty("document").GetProperty("drafts").GetProperty("setup").GetProperty("answers").GetProperty("hat").GetProperty("value").GetProperty("value").GetString());
        Assert.DoesNotContain("secret of the other", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_may_not_be_kept_sniffed_framed_indexed_or_followed()
    {
        var links = await LinksAsync();
        using var button = await http.GetAsync(links.Read, Cancel);
        using var document = await http.OpenAsync(links.Read, Cancel);
        using var json = await http.OpenAsync(links.Json, Cancel);
        using var nothing = await http.OpenAsync(new Uri(links.Read + "x"), Cancel);
        foreach (var answer in new[] { button, document, json, nothing })
        {
            Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Equal("text/html", document.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", json.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_link_works_for_fifteen_minutes()
    {
        var links = await LinksAsync();
        clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(links.Read));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Read));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Json));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var links = await LinksAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(links.Read));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Read));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(links.Json));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Json));
    }

    [Fact]
    public async Task To_look_at_a_link_shows_a_button_and_uses_nothing_up()
    {
        var links = await LinksAsync();
        foreach (var link in (Uri[])[links.Read, links.Json, links.Read, links.Json])
        {
            using var seen = await http.GetAsync(link, Cancel);
            var page = await seen.Content.ReadAsStringAsync(Cancel);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType));
            Assert.Contains("<form method=\"post\"><button", page, StringComparison.Ordinal);
            Assert.DoesNotContain("qzx", page, StringComparison.Ordinal);
            // A script of the page's own by its hash, and no other.
            Assert.Matches("script-src 'sha256-[^' ]+'; form-action 'self'; frame-ancestors 'none'; sandbox allow-forms allow-downloads allow-scripts$", seen.Headers.GetValues("Content-Security-Policy").Single());
        }

        using var opened = await http.OpenAsync(links.Read, Cancel);
        Assert.Contains("qzx", await opened.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.EndsWith("form-action 'none'; frame-ancestors 'none'; sandbox", opened.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(links.Json));
        using var used = await http.GetAsync(links.Read, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Contains("This one was used", await used.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_changed_anywhere_shows_nothing_and_says_no_more()
    {
        var link = (await LinksAsync()).Read.AbsoluteUri;
        var token = link[(link.LastIndexOf('=') + 1)..];
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < token.Length; at += 7)
        {
            var forged = string.Concat(token[..at], token[at] == 'A' ? "B" : "A", token[(at + 1)..]);
            var changed = new Uri(link.Replace(token, forged, StringComparison.Ordinal));
            foreach (var answer in new[] { await http.GetAsync(changed, Cancel), await http.OpenAsync(changed, Cancel) })
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                told.Add(await answer.Content.ReadAsStringAsync(Cancel));
                answer.Dispose();
            }
        }

        // The same words whatever was changed.
        Assert.Contains("Ask me for a new one in our chat.", Assert.Single(told), StringComparison.Ordinal);
        foreach (var other in new[] { link.Replace("document", "json", StringComparison.Ordinal), link.Split('?')[0], link + "x", link[..^1], new Uri(new Uri(link), "/data/document?key=" + new string('A', 5000)).AbsoluteUri })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(other)));
    }

    [Fact]
    public async Task A_token_for_another_person_form_or_key_shows_nothing()
    {
        var store = app.Services.GetRequiredService<IStore>();
        var key = (await new LinkKey(store).GetAsync(Cancel)).ToArray();
        var expiry = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        var token = ExportToken.Make(key, Person.Partition, ExportForm.Json, expiry);
        Assert.Equal(Person.Partition, ExportToken.Read(key, token, ExportForm.Json, clock.GetUtcNow()));
        Assert.Null(ExportToken.Read(key, token, ExportForm.Document, clock.GetUtcNow()));
        Assert.Null(ExportToken.Read(new byte[32], token, ExportForm.Json, clock.GetUtcNow()));
        Assert.NotEqual(token, ExportToken.Make(key, Person.Partition, ExportForm.Json, expiry));
        Assert.Equal("\ud800|/\0", ExportToken.Read(key, ExportToken.Make(key, "\ud800|/\0", ExportForm.Json, expiry), ExportForm.Json, clock.GetUtcNow()));
        Assert.Equal(32, key.Length);
    }

    [Fact]
    public async Task Every_instance_has_the_same_key_made_once()
    {
        var store = app.Services.GetRequiredService<IStore>();
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => Convert.ToHexString((await new LinkKey(store).GetAsync(Cancel)).Span), Cancel)));
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task The_words_in_the_chat_lead_to_a_card_whose_links_work()
    {
        await LinksAsync();
        var activity = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(Samples(), "adaptiveCard-action.json"), Cancel));
        activity["from"]!["aadObjectId"] = Person.UserId;
        activity["conversation"]!["tenantId"] = activity["channelData"]!["tenant"]!["id"] = Person.TenantId;
        activity["value"]!["action"]!["verb"] = "say";
        activity["value"]!["action"]!["data"] = new JObject { ["verb"] = "say", ["words"] = "export my data" };
        using var body = new StringContent(activity.ToString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(Address(), "/api/messages"), body, Cancel);
        var card = JObject.Parse(await answer.Content.ReadAsStringAsync(Cancel))["value"]!;
        var links = card["actions"]!.Where(action => (string?)action["type"] == "Action.OpenUrl").Select(action => new Uri((string)action["url"]!)).ToArray();
        Assert.Equal(2, links.Length);
        Assert.Contains(WebUtility.HtmlEncode("<script>"), await http.OpenTextAsync(links[0], Cancel), StringComparison.Ordinal);
        Assert.Contains("in a note", await http.OpenTextAsync(links[1], Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_is_logged_whatever_the_level()
    {
        var links = await LinksAsync();
        await http.OpenTextAsync(links.Read, Cancel);
        await StatusAsync(new Uri(links.Json + "x"));
        Assert.NotEmpty(log.Lines);
        foreach (var token in (string[])[links.Read.Query["?key=".Length..], links.Json.Query["?key=".Length..]])
            Assert.DoesNotContain(log.Lines, line => line.Text.Contains(token[..24], StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_forgetting_a_link_shows_nothing_of_the_person()
    {
        var links = await LinksAsync();
        var bot = new BotOnStore(app.Services.GetRequiredService<IStore>(), clock);
        await bot.SayAsync(Person, "forget me");
        await bot.SayAsync(Person, "delete everything");
        Assert.DoesNotContain("qzx", await http.OpenTextAsync(links.Read, Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("qzx", await http.OpenTextAsync(links.Json, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bot.example.com", "https://bot.example.com/data/")]
    [InlineData("https://example.com/bot/", "https://example.com/bot/data/")]
    public async Task The_address_is_a_setting(string setting, string start)
    {
        await using var other = await StartAsync("Production", ("Bot:PublicUrl", setting));
        var links = await other.Services.GetRequiredService<ExportAddress>().LinksAsync(Person, Cancel);
        Assert.StartsWith(start, links!.Json.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_there_are_no_links()
    {
        await using var other = await StartAsync("Production");
        Assert.Null(await other.Services.GetRequiredService<ExportAddress>().LinksAsync(Person, Cancel));
    }

    [Theory]
    [InlineData("ctobot.example.com")]
    [InlineData("http://ctobot.example.com")]
    [InlineData("https://ctobot.example.com/?a=b")]
    [InlineData("")]
    public async Task An_address_that_is_none_ends_the_start_and_names_the_setting(string setting)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Production", ("Bot:PublicUrl", setting)));
        Assert.Contains("Bot:PublicUrl", error.Message, StringComparison.Ordinal);
    }

    private async Task<Core.ExportLinks> LinksAsync()
    {
        var bot = new BotOnStore(app.Services.GetRequiredService<IStore>(), clock);
        await bot.SetUpAsync(Person, Script);
        await bot.SetUpAsync(Other, "secret of the other");
        return (await app.Services.GetRequiredService<ExportAddress>().LinksAsync(Person, Cancel))!;
    }

    private async Task<HttpStatusCode> StatusAsync(Uri link)
    {
        using var answer = await http.OpenAsync(link, Cancel);
        return answer.StatusCode;
    }

    private Uri Address() => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private async Task<WebApplication> StartAsync(string environment, params (string Setting, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value)));
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Store:Folder"] = folder.File(environment);
        builder.Configuration["Logging:LogLevel:Default"] = "Trace";
        if (environment == "Production")
        {
            builder.Configuration["MicrosoftAppId"] = "0a1b2c3d-0000-4000-8000-0000000000b0";
            builder.Configuration["MicrosoftAppPassword"] = "not used";
            builder.Configuration["MicrosoftAppTenantId"] = Person.TenantId;
            builder.Configuration["MicrosoftAppType"] = "SingleTenant";
        }

        builder.AddBot();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var made = builder.Build().MapBot();
        await made.StartAsync(Cancel);
        return made;
    }

    private static string Samples([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Samples");
}
