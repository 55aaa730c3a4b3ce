using System.Collections.Immutable;
using System.Net;
using CtoBot.Export;
using CtoBot.Tests.Door;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Access;

/// <summary>
/// Every page and link by everybody. Made from the routes of the running bot: one that nobody has said who may see it fails here.
/// </summary>
public sealed class PagesTests : DoorTest
{
    private const string Key = "the-operators-key-for-this-test";

    /// <summary>Who may see what: of a link whoever has it, of operators' pages the operator.</summary>
    private static readonly ImmutableDictionary<string, Page> Known = new Dictionary<string, Page>
    {
        ["/api/messages"] = Page.Messages,
        ["/data/agreement"] = Page.Agreement,
        ["/data/document"] = Page.Link,
        ["/data/json"] = Page.Link,
        ["/data/readout/csv"] = Page.Readout,
        ["/data/readout/excel"] = Page.Readout,
        ["/data/readout/json"] = Page.Readout,
        ["/data/readout/word"] = Page.Readout,
        ["/healthz/live"] = Page.Health,
        ["/healthz/ready"] = Page.Health,
        ["/ops/reminders"] = Page.Operator,
        ["/tab"] = Page.Tab,
        ["/tab/content"] = Page.TabContent,
    }.ToImmutableDictionary();

    private enum Page
    {
        Messages,
        Agreement,
        Link,
        Readout,
        Operator,
        Tab,
        TabContent,
        Health,
    }

    [Fact]
    public async Task Each_page_is_for_whom_it_is_meant_and_for_nobody_else()
    {
        var host = await StartAsync(Kept.InMemory, ("Ops:Key", Key));
        var owner = await SomebodySetUpAsync(host);
        await owner.SayAsync($"note 1: {Planted.Note}", Cancel);
        var partner = await SomebodySetUpAsync(host);
        var outside = new TeamsClient(host.Endpoint, Connector, Guid.Parse(owner.Person.UserId), "0a1b2c3d-0000-4000-8000-000000000009");
        await outside.PostAsync(outside.Installation("add"), Cancel);

        var routes = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct().Order().ToList();
        Assert.Equal(Known.Keys.Order(), routes);
        foreach (var route in routes)
        {
            var pages = Known[route] switch
            {
                Page.Link => await LinkAsync(host, route, owner, partner, outside),
                Page.Agreement or Page.Readout => await OtherLinksAsync(host, route, owner),
                Page.Tab => await TabAsync(host, route, owner),
                Page.TabContent => await TabContentAsync(host, route, owner),
                Page.Operator => await OperatorAsync(host, route),
                Page.Health => await HealthAsync(host, route),
                _ => [await GetAsync(host, route)],
            };
            Assert.All(pages, page => Assert.DoesNotContain("murmeltier", page.Body, StringComparison.Ordinal));
        }

        Assert.Empty(host.Logs.Errors);
    }

    /// <summary>The owner's link shows what is the owner's; every other answer is returned.</summary>
    private static async Task<List<Answer>> LinkAsync(BotHost host, string route, TeamsClient owner, params TeamsClient[] others)
    {
        var form = route.EndsWith("json", StringComparison.Ordinal) ? ExportForm.Json : ExportForm.Document;
        var address = host.Services.GetRequiredService<ExportAddress>();
        async Task<string> KeyAsync(PersonKey person, ExportForm of)
        {
            var links = (await address.LinksAsync(person, Cancel))!;
            return (of == ExportForm.Json ? links.Json : links.Read).Query;
        }

        // What is made of it below must be refused for what it is, and not because it was used.
        var own = await KeyAsync(owner.Person, form);
        var shown = await PostAsync(host, route + await KeyAsync(owner.Person, form));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("murmeltier", shown.Body, StringComparison.Ordinal);

        var answers = new List<Answer>();
        foreach (var other in others)
        {
            var theirs = await PostAsync(host, route + await KeyAsync(other.Person, form));
            Assert.Equal(HttpStatusCode.OK, theirs.Status);
            answers.Add(theirs);
        }

        var otherForm = form == ExportForm.Json ? ExportForm.Document : ExportForm.Json;
        foreach (var wrong in new[] { "", "?key=", "?key=x", own[..^1], own + "A", own.ToUpperInvariant(), await KeyAsync(owner.Person, otherForm), $"?partition={owner.Person.Partition}", $"?key={owner.Person.Partition}" })
        {
            answers.AddRange(await RefusedAsync(host, route + wrong));
        }

        return answers;
    }

    /// <summary>No link to somebody's own data opens it. Which links do, and whose else do not, is for <see cref="LinkRefusalTests"/> and <see cref="Partners.AgreementFileTests"/>.</summary>
    private static async Task<List<Answer>> OtherLinksAsync(BotHost host, string route, TeamsClient owner)
    {
        var links = (await host.Services.GetRequiredService<ExportAddress>().LinksAsync(owner.Person, Cancel))!;
        var answers = new List<Answer>();
        foreach (var wrong in new[] { "", "?key=", "?key=x", links.Json.Query, links.Read.Query, $"?partition={owner.Person.Partition}" })
        {
            answers.AddRange(await RefusedAsync(host, route + wrong));
        }

        return answers;
    }

    /// <summary>The page is the same for everybody: nothing of a person is in it. A link that is not good does not open it.</summary>
    private static async Task<List<Answer>> TabAsync(BotHost host, string route, TeamsClient owner)
    {
        var shell = await GetAsync(host, route);
        Assert.Equal(HttpStatusCode.OK, shell.Status);
        var links = (await host.Services.GetRequiredService<ExportAddress>().LinksAsync(owner.Person, Cancel))!;
        var answers = new List<Answer> { shell };
        foreach (var wrong in new[] { "?key=", "?key=x", links.Json.Query, links.Read.Query })
        {
            answers.AddRange(await RefusedAsync(host, route + wrong));
        }

        return answers;
    }

    /// <summary>Without the token of who is signed in there is nothing; with whose there is what is for <see cref="Readout.TabTests"/>.</summary>
    private static async Task<List<Answer>> TabContentAsync(BotHost host, string route, TeamsClient owner)
    {
        var links = (await host.Services.GetRequiredService<ExportAddress>().LinksAsync(owner.Person, Cancel))!;
        var answers = new List<Answer>();
        foreach (var wrong in new[] { null, "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic x", "Bearer " + links.Json.Query["?key=".Length..], "Bearer " + owner.Person.Partition, "Bearer " + Key })
        {
            var refused = await GetAsync(host, route + links.Json.Query, wrong);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.Status, refused.Body));
            answers.Add(refused);
        }

        return answers;
    }

    private static async Task<List<Answer>> OperatorAsync(BotHost host, string route)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, route, "Bearer " + Key)).Status);
        var answers = new List<Answer>();
        foreach (var wrong in new[] { null, "", "Bearer", "Bearer ", "Bearer " + Key[..^1], "Bearer " + Key + "x", "Basic " + Key, Key })
        {
            var refused = await GetAsync(host, route, wrong);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.Status, refused.Body));
            answers.Add(refused);
        }

        return answers;
    }

    /// <summary>Everybody learns a word, whatever they send.</summary>
    private static async Task<List<Answer>> HealthAsync(BotHost host, string route)
    {
        var answers = new List<Answer>();
        foreach (var wrong in new[] { null, "", "Bearer ", "Bearer " + Key + "x", "Basic " + Key })
        {
            var told = await GetAsync(host, route, wrong);
            Assert.Equal(HttpStatusCode.OK, told.Status);
            Assert.True(told.Body is "ok" or "ready", told.Body);
            answers.Add(told);
        }

        return answers;
    }

    /// <summary>A link that does not work is answered with the same words, to who looks at it and to who opens it.</summary>
    private static async Task<Answer[]> RefusedAsync(BotHost host, string path)
    {
        Answer[] answers = [await GetAsync(host, path), await PostAsync(host, path)];
        Assert.All(answers, refused => Assert.Equal(HttpStatusCode.NotFound, refused.Status));
        Assert.Contains("Ask me for a new one in our chat.", Assert.Single(answers.Select(refused => refused.Body).Distinct()), StringComparison.Ordinal);
        return answers;
    }

    private static Task<Answer> GetAsync(BotHost host, string path, string? authorization = null) => SendAsync(host, HttpMethods.Get, path, authorization);

    private static Task<Answer> PostAsync(BotHost host, string path) => SendAsync(host, HttpMethods.Post, path, null);

    private static async Task<Answer> SendAsync(BotHost host, string method, string path, string? authorization)
    {
        var request = new RawRequest { Method = method, Path = path };
        if (authorization is not null)
            request.With("Authorization", authorization);
        var (status, _, body) = await request.SendAsync(host.Endpoint, Cancel);
        return new Answer((HttpStatusCode)status, body);
    }

    private sealed record Answer(HttpStatusCode Status, string Body);
}
