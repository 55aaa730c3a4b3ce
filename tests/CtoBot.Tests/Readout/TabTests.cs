using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CtoBot.Core.Readout;
using CtoBot.Export;
using CtoBot.Tests.Door;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Sdk.Tests.BotBuilder.Support;

namespace CtoBot.Tests.Readout;

/// <summary>The page of the readout: who is let in, what they see, and how much is sent.</summary>
public sealed partial class TabTests : TokenDoorTest
{
    private const string OtherTenant = "0a1b2c3d-0000-4000-8000-000000000009";
    private static readonly HttpClient Web = new(new SocketsHttpHandler { UseProxy = false });
    private static readonly PersonKey Person = new(TeamsClient.Tenant, "0a1b2c3d-0000-4000-8000-0000000000aa");
    private static readonly PersonKey Other = new(TeamsClient.Tenant, "0a1b2c3d-0000-4000-8000-0000000000bb");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(ReadoutSeed.Now - Clock.GetUtcNow());
    }

    [Fact]
    public async Task Who_is_signed_in_sees_the_figures_that_were_computed_by_hand_and_nobody_elses()
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Five(), Cancel);
        await ReadoutSeed.PlantAsync(host.Store, Other, ReadoutSeed.Many(2, 2), Cancel);
        var page = await TextAsync(host, "", Token(Person));
        Assert.All(
            [
                "Customers seen 5 of 5", "Revenue at risk 505,000 EUR and 650,000 USD At 4 or 5 on flight risk: 3 of 5", "Bugs 8 4 block somebody", "Lowest mark in service 2.6 Customer support",
                "Must-close deals 620,000 EUR and 140,000 GBP", "Left after the costs found 74,499.50 EUR and 5,000 USD", "Promises open 8 2 overdue",
                "4, rather going 195,000 EUR and 650,000 USD · 2 customers", "Customer support 2.6 5 3", "Quotes: 11", "That is the first promise kept this year. Maren Petersen, Nordhaven Logistics",
                "74,499.50 EUR are left when every cost found is paid.",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        var theirs = await TextAsync(host, "", Token(Other));
        Assert.Contains("Customer 001 of the Long List", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Nordhaven", theirs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another audience", 401)]
    [InlineData("another issuer", 401)]
    [InlineData("another tenant's issuer", 401)]
    [InlineData("expired", 401)]
    [InlineData("another key", 401)]
    [InlineData("a key that is not published", 401)]
    [InlineData("a weak signature", 401)]
    [InlineData("no signature", 401)]
    [InlineData("no scope", 401)]
    [InlineData("another scope", 401)]
    [InlineData("an app", 401)]
    [InlineData("no person", 401)]
    [InlineData("the connector", 401)]
    [InlineData("another tenant", 403)]
    [InlineData("a guest", 403)]
    [InlineData("somebody who signs in elsewhere", 403)]
    [InlineData("a personal account as a guest", 403)]
    [InlineData("a key of personal accounts", 401)]
    [InlineData("a key of another tenant", 401)]
    [InlineData("nobody known", 404)]
    [InlineData("good", 200)]
    [InlineData("good, by a key of every tenant", 200)]
    [InlineData("good, by a key of the tenant", 200)]
    [InlineData("good, who signs in here", 200)]
    [InlineData("good, for the address", 200)]
    [InlineData("good, of version 1", 200)]
    public async Task A_token_opens_the_page_only_if_it_is_good(string what, int status)
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Five(), Cancel);
        var stranger = IdentityProvider.NewKey("key-9");
        RsaSecurityKey Published(string id, string issuer)
        {
            var key = new RsaSecurityKey(Provider.Published[0].Key.Rsa) { KeyId = id };
            Provider.Published.Add((key, null));
            Provider.KeyIssuers[id] = issuer;
            return key;
        }

        var personal = Published("key-personal", "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");
        var others = Published("key-others", $"https://login.microsoftonline.com/{OtherTenant}/v2.0");
        var every = Published("key-every", "https://login.microsoftonline.com/{tenantid}/v2.0");
        var own = Published("key-own", $"https://login.microsoftonline.com/{TeamsClient.Tenant}/v2.0");
        var token = what switch
        {
            "another audience" => Token(Person, audience: "22222222-0000-0000-0000-000000000000"),
            "another issuer" => Token(Person, issuer: "https://login.example.com/v2.0"),
            "another tenant's issuer" => Token(Person, issuer: $"https://login.microsoftonline.com/{OtherTenant}/v2.0"),
            "expired" => Token(Person, expires: TimeSpan.FromMinutes(-10)),
            "another key" => Token(Person, key: new RsaSecurityKey(stranger.Rsa) { KeyId = Provider.Published[0].Key.KeyId }),
            "a key that is not published" => Token(Person, key: stranger),
            "a weak signature" => Token(Person, key: new SymmetricSecurityKey(new byte[32]) { KeyId = Provider.Published[0].Key.KeyId }, algorithm: SecurityAlgorithms.HmacSha256),
            "no signature" => Token(Person)[..(Token(Person).LastIndexOf('.') + 1)],
            "no scope" => Token(Person, claims => claims.Remove("scp")),
            "another scope" => Token(Person, claims => claims["scp"] = "access_as_user2 Mail.Read"),
            "an app" => Token(Person, claims => claims["idtyp"] = "app"),
            "no person" => Token(Person, claims => claims.Remove("oid")),
            "the connector" => Provider.Token(claims => claims["scp"] = "access_as_user"),
            "another tenant" => Token(new PersonKey(OtherTenant, Person.UserId)),
            "a key of personal accounts" => Token(Person, key: personal),
            "a key of another tenant" => Token(Person, key: others),
            "good, by a key of every tenant" => Token(Person, key: every),
            "good, by a key of the tenant" => Token(Person, key: own),
            "somebody who signs in elsewhere" => Token(Person, claims => claims["idp"] = $"https://sts.windows.net/{OtherTenant}/"),
            "a personal account as a guest" => Token(Person, claims => claims["idp"] = "live.com"),
            "good, who signs in here" => Token(Person, claims => claims["idp"] = $"https://sts.windows.net/{TeamsClient.Tenant}/"),
            "a guest" => Token(Person, claims => claims["acct"] = "1"),
            "nobody known" => Token(Other),
            "good, for the address" => Token(Person, audience: $"api://bot.example.com/{IdentityProvider.AppId}"),
            "good, of version 1" => Token(Person, issuer: $"https://sts.windows.net/{TeamsClient.Tenant}/"),
            _ => Token(Person),
        };
        using var answer = await GetAsync(host, "tab/content", token);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 200)
            Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Text.Contains(token[..24], StringComparison.Ordinal) || line.Text.Contains("Nordhaven", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_of_the_chat_opens_it_once_and_in_development_only()
    {
        var host = await StartAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Five(), Cancel);
        var link = (await host.Services.GetRequiredService<ExportAddress>().ReadoutAsync(Person, ReadoutForm.Page, Cancel))!;
        Assert.DoesNotContain("name=\"session\"", await Web.GetStringAsync(link, Cancel), StringComparison.Ordinal);
        var shell = await Web.OpenTextAsync(link, Cancel);
        Assert.DoesNotContain("Nordhaven", shell, StringComparison.Ordinal);
        var session = Session().Match(shell).Groups[1].Value;
        Assert.Contains("Customers seen 5 of 5", await TextAsync(host, "", session), StringComparison.Ordinal);
        foreach (var twice in new[] { await Web.GetAsync(link, Cancel), await Web.OpenAsync(link, Cancel) })
        {
            Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
            twice.Dispose();
        }

        // What opens the page is not what reads it, and the other way round.
        using (var wrong = await GetAsync(host, "tab/content", link.Query["?key=".Length..]))
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using (var wrong = await Web.OpenAsync(new Uri(host.Endpoint, "/tab?key=" + session), Cancel))
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Clock.Advance(TimeSpan.FromMinutes(30));
        using (var late = await GetAsync(host, "tab/content", session))
            Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);

        var secured = await SecuredAsync();
        Assert.Null(await secured.Services.GetRequiredService<ExportAddress>().ReadoutAsync(Person, ReadoutForm.Page, Cancel));
        var key = (await new LinkKey(secured.Store).GetAsync(Cancel)).ToArray();
        using var opened = await Web.OpenAsync(new Uri(secured.Endpoint, "/tab?key=" + ExportToken.Make(key, Person.Partition, ExportForm.Page, Clock.GetUtcNow() + TimeSpan.FromMinutes(1))), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        using var read = await GetAsync(secured, "tab/content", ExportToken.Make(key, Person.Partition, ExportForm.PageSession, Clock.GetUtcNow() + TimeSpan.FromMinutes(1)));
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_asked_to_wait_and_nobody_else_is()
    {
        var host = await StartSecuredAsync(("Limits:PersonRate", "1"), ("Limits:PersonBurst", "2"));
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Many(1, 1), Cancel);
        await ReadoutSeed.PlantAsync(host.Store, Other, ReadoutSeed.Many(1, 1), Cancel);
        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 20; request++)
        {
            using var answer = await GetAsync(host, "tab/content", Token(Person));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        using var others = await GetAsync(host, "tab/content", Token(Other));
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
    }

    [Fact]
    public async Task Only_the_page_may_be_framed_and_only_by_teams()
    {
        var host = await SecuredAsync();
        using var shell = await GetAsync(host, "tab", null);
        var policy = shell.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(shell.Headers.Contains("X-Frame-Options"));
        using var content = await GetAsync(host, "tab/content", null);
        Assert.Equal("DENY", content.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("frame-ancestors 'none'", content.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_two_hundred_customers_and_two_thousand_quotes_it_stays_small()
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Many(200, 2000), Cancel);
        var first = await BytesAsync(host, "tab", null) + await BytesAsync(host, "tab/content", Token(Person));
        Assert.InRange(first, 20_000, 100_000);
        Assert.Contains("Quotes 1–20 of 2,000", await TextAsync(host, "part=results", Token(Person)), StringComparison.Ordinal);
        Assert.Contains("Sentence 1 of customer 199", await TextAsync(host, "part=results&q=sentence+1+CUSTOMER+199", Token(Person)), StringComparison.Ordinal);
        Assert.Contains("Quotes 1,981–2,000 of 2,000", await TextAsync(host, "part=results&page=100", Token(Person)), StringComparison.Ordinal);
        var all = await TextAsync(host, "part=results&all=risks", Token(Person));
        Assert.All(Enumerable.Range(1, 200), number => Assert.Contains($"Customer {number:000} of the Long List {number % 5 + 1} {1000 * number:N0} EUR", all, StringComparison.Ordinal));
        Assert.Contains("Quotes: 2,000", await TextAsync(host, "part=results&all=*", Token(Person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_tables_can_be_open_at_once_and_a_search_is_of_its_first_words()
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Many(30, 30), Cancel);
        var both = await TextAsync(host, "part=results&all=risks+bugs&page=2", Token(Person));
        Assert.All(["Customer 030 of the Long List 1 30,000 EUR", "The report number 1 of quarter 7 never ends 1", "Quotes 21–30 of 30"], words => Assert.Contains(words, both, StringComparison.Ordinal));
        Assert.DoesNotContain("Show all 30: Customers by flight risk", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Show all 30: Bugs across customers", both, StringComparison.Ordinal);
        Assert.Contains("Show all 30: Bugs across customers", await TextAsync(host, "part=results&all=risks", Token(Person)), StringComparison.Ordinal);
        Assert.Contains("Quotes: 3 ", await TextAsync(host, "part=results&q=sentence+1+of+customer+7%3A+we+call+and+nosuchword", Token(Person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nothing_changes_it_is_not_made_anew_with_every_letter()
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Many(2, 2), Cancel);
        await TextAsync(host, "", Token(Person));
        var queries = host.Store.Others;
        Assert.Contains("Quotes: 1 ", await TextAsync(host, "part=results&q=customer+2%3A", Token(Person)), StringComparison.Ordinal);
        Assert.Equal(queries, host.Store.Others);
        // What was written since is there at once, and what time changes within a minute.
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Many(3, 3), Cancel);
        Assert.Contains("Quotes: 3 ", await TextAsync(host, "part=results", Token(Person)), StringComparison.Ordinal);
        queries = host.Store.Others;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await TextAsync(host, "", Token(Person));
        Assert.True(host.Store.Others > queries);
    }

    [Fact]
    public async Task Where_there_are_no_links_the_page_speaks_of_none()
    {
        using var secured = await GetAsync(await SecuredAsync(), "tab", null);
        Assert.DoesNotContain("link that I give you", await secured.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var open = await GetAsync(await StartAsync(), "tab", null);
        Assert.Contains("link that I give you", await open.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer=c2", "Quotes: 2", "Balearia Foods", "Ostrava Steel")]
    [InlineData("function=training", "Quotes: 1", "Training 3.5 4 1", "Customer support 2.6")]
    [InlineData("customer=c4&function=support", "Quotes: 1", "الدعم لا يرد", "Ostrava Steel")]
    [InlineData("q=PROMISE+year", "Quotes: 1", "first promise kept", "Ferrosoft is a third")]
    [InlineData("q=novak", "Quotes: 2", "Ferrosoft is a third", "first promise kept")]
    [InlineData("customer=nobody", "Quotes: 0", "", "Balearia Foods")]
    public async Task A_choice_shows_what_is_about_it(string query, string found, string shown, string hidden)
    {
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Five(), Cancel);
        var page = await TextAsync(host, "part=results&" + query, Token(Person));
        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        if (query.StartsWith("customer", StringComparison.Ordinal) || query.StartsWith("function", StringComparison.Ordinal))
            Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        else
            Assert.DoesNotContain(hidden, page[page.IndexOf("In the customers", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_text_and_a_long_quote_comes_whole_when_it_is_asked_for()
    {
        const string hostile = "<script>alert(1)</script> \"onload='x'\" &amp; **bold** \u202eevil";
        var host = await SecuredAsync();
        await ReadoutSeed.PlantAsync(host.Store, Person, ReadoutSeed.Five(draft => draft is { Flow: "debrief", Subject: "v11" } ? ReadoutSeed.WithCell(ReadoutSeed.WithCell(draft, "quotes", "1", "words", hostile), "bugs", "2", "title", hostile) : draft), Cancel);
        using var answer = await GetAsync(host, "tab/content?customer=%22%3E%3Cscript%3E&q=%3Cscript%3E&all=%22%3E", Token(Person));
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', html);
        Assert.Contains("<script>alert(1)</script> \"onload='x'\" &amp; **bold** evil", await TextAsync(host, "q=alert", Token(Person)), StringComparison.Ordinal);

        Assert.Contains("Show all of it", await TextAsync(host, "", Token(Person)), StringComparison.Ordinal);
        using var whole = await GetAsync(host, "tab/content?part=quote&quote=v10/1", Token(Person));
        Assert.Equal(FiveCustomers.LongQuote, WebUtility.HtmlDecode(await whole.Content.ReadAsStringAsync(Cancel)));
        using var none = await GetAsync(host, "tab/content?part=quote&quote=v10/9", Token(Person));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private Task<BotHost> SecuredAsync() => StartSecuredAsync(("Bot:PublicUrl", "https://bot.example.com"));

    /// <summary>What Teams gets for a person's tab, unless told otherwise.</summary>
    private string Token(
        PersonKey person, Action<Dictionary<string, object>>? change = null, string? issuer = null, string audience = IdentityProvider.AppId, TimeSpan? expires = null, SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256) =>
        Provider.Token(
            claims =>
            {
                claims.Clear();
                (claims["tid"], claims["oid"], claims["scp"]) = (person.TenantId, person.UserId, "access_as_user");
                change?.Invoke(claims);
            },
            issuer ?? $"https://login.microsoftonline.com/{person.TenantId}/v2.0",
            audience,
            expires,
            key,
            algorithm);

    private static async Task<HttpResponseMessage> GetAsync(BotHost host, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Endpoint, "/" + path));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Web.SendAsync(request, Cancel);
    }

    private static async Task<int> BytesAsync(BotHost host, string path, string? token)
    {
        using var answer = await GetAsync(host, path, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
    }

    /// <summary>The content as a person reads it: without tags, in one line.</summary>
    private static async Task<string> TextAsync(BotHost host, string query, string token)
    {
        using var answer = await GetAsync(host, "tab/content?" + query, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(Cancel), " ")), " ");
    }

    [GeneratedRegex("<meta name=\"session\" content=\"([^\"]+)\">")]
    private static partial Regex Session();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
