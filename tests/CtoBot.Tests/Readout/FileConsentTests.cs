using System.Collections.Immutable;
using System.Net;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Readout;
using CtoBot.Core.State;
using CtoBot.Export;
using CtoBot.Teams;
using CtoBot.Tests.Door;
using CtoBot.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Readout;

/// <summary>Files that Teams asks a person for and puts into their OneDrive, from the button to the card of the file, and what a forged answer cannot do.</summary>
public sealed class FileConsentTests : TokenDoorTest
{
    private const string Marker = "tempauth-of-this-session";
    private const string Session = $"https://contoso-my.sharepoint.com/personal/alex/_api/contentUploadSession?guid=1&tempauth={Marker}";
    private const string Content = "https://contoso-my.sharepoint.com/personal/alex/Documents/Applications/readout.docx";
    private const string Making = "Making the Word file…";

    private readonly Drive drive = new();
    private BotHost host = null!;
    private TeamsClient person = null!;

    /// <summary>Whether the next host is one of Development, without an identity.</summary>
    private bool isLocal;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(ReadoutSeed.Now - Clock.GetUtcNow());
        host = await StartSecuredAsync(("Bot:PublicUrl", "https://ctobot.example.com"));
        person = Somebody(host);
        await ReadoutSeed.PlantAsync(host.Store, person.Person, ReadoutSeed.Five(), Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Assert.All(host.Logs.Lines, line => Assert.DoesNotContain(Marker, line.Text, StringComparison.Ordinal));
        await base.DisposeAsync();
        drive.Dispose();
    }

    protected override void Change(IServiceCollection services)
    {
        if (!isLocal)
            base.Change(services);
        services.RemoveAllKeyed<HttpMessageHandler>(OneDrive.Handler).AddKeyedSingleton<HttpMessageHandler>(OneDrive.Handler, drive);
    }

    [Theory]
    [InlineData(ReadoutForm.Word, "", "readout.docx")]
    [InlineData(ReadoutForm.Word, "support", "readout-support.docx")]
    [InlineData(ReadoutForm.Excel, "", "readout.xlsx")]
    [InlineData(ReadoutForm.Csv, "", "readout-csv.zip")]
    [InlineData(ReadoutForm.Json, "", "readout.json")]
    public async Task A_file_is_asked_for_made_and_shown_in_the_place_of_the_question(ReadoutForm form, string function, string name)
    {
        var files = await SayAsync(function.Length == 0 ? "files" : $"brief {function}");
        var action = CardAction.Show(Views.SaveFile(form.ToString(), function));
        if (function.Length == 0)
            Assert.Contains(files.Sent[^1].Card!.Descendants().OfType<JObject>(), button => JToken.DeepEquals(button["data"], JObject.FromObject(CardData.Write(action))) && (string?)button["type"] == "Action.Execute");
        var asked = await PressAsync(action);
        Assert.Equal(["typing", "message"], asked.Sent.Select(call => (string?)call.Activity["type"]));
        var (question, card) = (asked.Sent[^1], Attached(asked.Sent[^1]));
        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", name), ((string?)card["contentType"], (string?)card["name"]));
        Assert.NotEqual("", (string?)card["content"]!["description"]);

        var accepted = await PostAsync(Answer("accept", question, card["content"]!["acceptContext"]));
        Assert.Equal((200, ""), (accepted.Status, accepted.Body));
        var sent = Assert.Single(drive.Sent);
        Assert.Equal((HttpMethod.Put, Session, $"bytes 0-{sent.Body.Length - 1}/{sent.Body.Length}"), (sent.Method, sent.To.AbsoluteUri, sent.Range));
        Assert.Equal(["Content-Length", "Content-Range"], sent.Headers.Order());
        // The time of making stands in some of them.
        Assert.InRange(sent.Body.Length - (int)card["content"]!["sizeInBytes"]!, -200, 200);
        Assert.Equal(["POST typing", $"DELETE {question.MessageId}", "POST message"], accepted.Sent.Select(call => $"{call.Method} {(call.Method == "DELETE" ? call.ActivityId : (string?)call.Activity["type"])}"));
        var shown = Attached(accepted.Sent[^1]);
        Assert.Equal(
            ("application/vnd.microsoft.teams.card.file.info", Content, "readout 1.docx", """{"uniqueId":"1150D938","fileType":"docx"}"""),
            ((string?)shown["contentType"], (string?)shown["contentUrl"], (string?)shown["name"], shown["content"]!.ToString(Newtonsoft.Json.Formatting.None)));
        if (form == ReadoutForm.Word)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(sent.Body), isEditable: false);
            Assert.Equal(function.Length == 0, document.MainDocumentPart!.Document.Body!.InnerText.Contains("505,000 EUR and 650,000 USD", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_answer_that_comes_again_uploads_nothing_again_and_says_nothing_more()
    {
        var accept = await AcceptanceAsync();
        await PostAsync(accept);
        var again = await PostAsync(accept);
        accept["id"] = Guid.NewGuid().ToString("D");
        var once = await PostAsync(accept);
        Assert.Equal((200, "", 200, ""), (again.Status, again.Body, once.Status, once.Body));
        Assert.Empty(again.Sent.Concat(once.Sent));
        Assert.Single(drive.Sent);
    }

    [Fact]
    public async Task Of_several_at_once_one_uploads()
    {
        var accept = await AcceptanceAsync();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync((JObject)accept.DeepClone()))), answer => Assert.Equal(200, answer.Status));
        Assert.Single(drive.Sent);
        Assert.Single(Connector.Delivered, call => call.Json.Contains("card.file.info", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_declines_keeps_no_question_and_gets_no_file()
    {
        var (question, card) = await AskAsync();
        var declined = await PostAsync(Answer("decline", question, card["declineContext"]));
        Assert.Equal((200, ""), (declined.Status, declined.Body));
        Assert.Equal(["DELETE", "POST"], declined.Sent.Select(call => call.Method));
        Assert.StartsWith("All right, nothing was saved.", declined.Sent[^1].Text, StringComparison.Ordinal);
        Assert.Empty(drive.Sent);
    }

    [Theory]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com:8443/upload")]
    [InlineData("https://user:password@contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com@evil.example/upload")]
    [InlineData("https://contoso-my.sharepoint.com.evil.example/upload")]
    [InlineData("https://evil.example/contoso-my.sharepoint.com")]
    [InlineData("https://evil.example#.sharepoint.com")]
    [InlineData("https://evil.example\\.sharepoint.com/")]
    [InlineData("https://notsharepoint.com/upload")]
    [InlineData("https://.sharepoint.com/upload")]
    [InlineData("https://sharepoint.com/upload")]
    [InlineData("https://contoso.sharepoint.us/upload")]
    [InlineData("https://contoso.sharepоint.com/upload")]
    [InlineData("https://graph.microsoft.com/v1.0/me/drive")]
    [InlineData("https://127.0.0.1/upload")]
    [InlineData("https://[::1]/upload")]
    [InlineData("http://169.254.169.254/metadata/instance")]
    [InlineData("https://localhost/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//contoso-my.sharepoint.com/upload")]
    [InlineData("/upload")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_forged_answer_makes_the_bot_call_nobody(string? address)
    {
        foreach (var which in new[] { "uploadUrl", "contentUrl" })
        {
            var accept = await AcceptanceAsync();
            accept["value"]!["uploadInfo"]![which] = address;
            var answer = await PostAsync(accept);
            Assert.Equal((200, ""), (answer.Status, answer.Body));
            Assert.StartsWith("OneDrive did not take the file", answer.Sent[^1].Text, StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Sent, call => call.Json.Contains("evil", StringComparison.Ordinal) || call.Json.Contains("card.file", StringComparison.Ordinal));
        }

        Assert.Empty(drive.Sent);
        Assert.DoesNotContain(Outside.Sent, call => call.To.Host != "smba.trafficmanager.net");
    }

    [Theory]
    [InlineData("of another person")]
    [InlineData("of another tenant")]
    [InlineData("expired")]
    [InlineData("changed")]
    [InlineData("of a link")]
    [InlineData("of another form")]
    [InlineData("nothing")]
    [InlineData("no text")]
    public async Task A_context_is_refused_that_is(string what)
    {
        var accept = await AcceptanceAsync();
        var context = (JObject)accept["value"]!["context"]!;
        var key = (string)context["key"]!;
        switch (what)
        {
            case "of another person" or "of another tenant":
                // They have something to save: what refuses it is whose key it is.
                var other = what == "of another person" ? Somebody(host) : new TeamsClient(host.Endpoint, Connector, Guid.Parse(person.Person.UserId), "0a1b2c3d-0000-4000-8000-000000000009");
                await ReadoutSeed.PlantAsync(host.Store, other.Person, ReadoutSeed.Five(), Cancel);
                context["key"] = await host.Services.GetRequiredService<FileConsent>().KeyAsync(other.Person, new ConsentedFile(ReadoutForm.Word, null), Cancel);
                break;
            case "expired":
                Clock.Advance(FileConsent.Lifetime);
                break;
            case "changed":
                context["key"] = key[..^2] + (key[^2] == 'A' ? 'B' : 'A') + key[^1];
                break;
            case "of a link":
                context["key"] = (await host.Services.GetRequiredService<ExportAddress>().ReadoutAsync(person.Person, ReadoutForm.Word, Cancel))!.Query["?key=".Length..];
                break;
            case "of another form":
                var signing = (await new LinkKey(host.Store).GetAsync(Cancel)).ToArray();
                context["key"] = ExportToken.Make(signing, $"Word\n{person.Person.Partition}", ExportForm.PageSession, Clock.GetUtcNow() + TimeSpan.FromHours(1));
                break;
            case "no text":
                context["key"] = new JObject();
                break;
            default:
                accept["value"]!["context"]!.Parent!.Remove();
                break;
        }

        var answer = await PostAsync(accept);
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.StartsWith("This offer is no longer good.", answer.Sent[^1].Text, StringComparison.Ordinal);
        Assert.Empty(drive.Sent);
    }

    [Fact]
    public async Task A_key_of_a_card_opens_no_link()
    {
        var (_, card) = await AskAsync();
        using var web = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        foreach (var path in new[] { "data/readout/word", "data/readout/json", "data/json", "data/document", "data/agreement", "tab" })
        {
            using var answer = await web.OpenAsync(new Uri(host.Endpoint, $"/{path}?key={card["acceptContext"]!["key"]}"), Cancel);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(202)]
    [InlineData(404)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Where_the_upload_fails_the_person_hears_what_to_do_and_can_try_again(int status)
    {
        drive.Answers = status;
        var accept = await AcceptanceAsync();
        var posted = PostAsync(accept);
        if (status == -1)
        {
            await drive.Arrived.WaitAsync(Cancel);
            Clock.Advance(TimeSpan.FromSeconds(8));
        }

        var failed = await posted;
        Assert.Equal((200, ""), (failed.Status, failed.Body));
        Assert.Equal("OneDrive did not take the file, so nothing was saved. Say “files” to try again, or to take the file by a link.", failed.Sent[^1].Text);
        Assert.Contains(failed.Sent, call => call.Method == "DELETE");
        Assert.Single(drive.Sent);

        drive.Answers = 201;
        Assert.Contains("card.file.info", (await PostAsync(accept)).Sent[^1].Json, StringComparison.Ordinal);
        Assert.Equal(2, drive.Sent.Count);
    }

    [Fact]
    public async Task Without_a_store_it_says_so_and_tries_again_when_asked_again()
    {
        var accept = await AcceptanceAsync();
        host.Store.BeforeWrite = WatchedStore.Unreachable;
        Assert.StartsWith("I could not save that just now", (await PostAsync(accept)).Sent[^1].Text, StringComparison.Ordinal);
        Assert.Empty(drive.Sent);
        host.Store.Mend();
        Assert.Contains("card.file.info", (await PostAsync(accept)).Sent[^1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_began_and_died_keeps_nobody_from_it_for_long()
    {
        var accept = await AcceptanceAsync();
        var key = (string)accept["value"]!["context"]!["key"]!;
        Assert.True(await host.Services.GetRequiredService<ConsentClaims>().TakeAsync(key, Cancel));
        Assert.Empty((await PostAsync(accept)).Sent);
        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains("card.file.info", (await PostAsync(accept)).Sent[^1].Json, StringComparison.Ordinal);
        Assert.Single(drive.Sent);
    }

    [Fact]
    public async Task What_takes_long_is_told_and_what_came_of_it_takes_the_place_of_that()
    {
        var reading = new TaskCompletionSource();
        var accept = await AcceptanceAsync();
        // The signing key is in memory: the first read is the one that claims, the second the one of what the file is made of.
        var reads = 0;
        host.Store.BeforeRead = _ => Interlocked.Increment(ref reads) == 2 ? reading.Task : Task.CompletedTask;
        await UntilAsync(call => call.MessageId == (string?)accept["replyToId"]);
        var posted = PostAsync(accept);
        await UntilAsync(call => (string?)call.Activity["type"] == "typing");
        Clock.Advance(Patience.Brief);
        var told = await UntilAsync(call => call.Text == Making);
        Assert.Empty(drive.Sent);
        reading.SetResult();
        var done = await posted;
        Assert.Equal(["POST typing", $"POST {Making}", $"DELETE {told.MessageId}", $"DELETE {accept["replyToId"]}", "POST message"],
            done.Sent.Select(call => $"{call.Method} {(call.Method == "DELETE" ? call.ActivityId : call.Text.Length > 0 ? call.Text : (string?)call.Activity["type"])}"));
        Assert.Contains("card.file.info", done.Sent[^1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_too_many_are_made_the_button_brings_the_link_and_an_answer_may_be_given_again()
    {
        var accept = await AcceptanceAsync();
        var writers = host.Services.GetRequiredService<FileWriters>();
        var places = Enumerable.Range(0, FileWriters.AtOnce + FileWriters.Waiting).Select(_ => writers.EnterAsync(Cancel).AsTask()).ToList();
        Assert.Contains("https://ctobot.example.com/data/readout/word?key=", (await PressAsync(CardAction.Show(Views.SaveFile("Word", "")))).Sent[^1].Json, StringComparison.Ordinal);
        Assert.StartsWith("I am busy making other files.", (await PostAsync(accept)).Sent[^1].Text, StringComparison.Ordinal);
        foreach (var place in places)
            (await place).Dispose();
        Assert.Contains("card.file.info", (await PostAsync(accept)).Sent[^1].Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Word/everything")]
    [InlineData("Excel/support")]
    [InlineData("Page")]
    [InlineData("0")]
    [InlineData("")]
    public async Task There_is_no_such_file(string argument) =>
        Assert.DoesNotContain((await PressAsync(CardAction.Show("save:" + argument))).Sent, call => call.Json.Contains("card.file", StringComparison.Ordinal));

    [Fact]
    public async Task Only_a_verified_private_chat_in_teams_is_asked()
    {
        var saver = host.Services.GetRequiredService<FileSaver>();
        var chat = (await ChatAsync())!;
        Assert.True(saver.Serves(chat));
        Assert.False(saver.Serves(null));
        Assert.False(saver.Serves(chat with { Trusted = false }));
        Assert.False(saver.Serves(chat with { ChannelId = "emulator" }));
        var there = await StartSecuredAsync(("ChannelService", "https://botframework.azure.us"));
        Assert.False(there.Services.GetRequiredService<FileSaver>().Serves(chat));

        var group = await AcceptanceAsync();
        group["conversation"]!["conversationType"] = "groupChat";
        group["conversation"]!["isGroup"] = true;
        var answer = await PostAsync(group);
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Sent);
        Assert.Empty(drive.Sent);
    }

    [Fact]
    public async Task Without_a_token_as_in_the_playground_there_are_links_alone()
    {
        isLocal = true;
        var local = await StartAsync();
        var somebody = Somebody(local);
        await ReadoutSeed.PlantAsync(local.Store, somebody.Person, ReadoutSeed.Five(), Cancel);
        Assert.DoesNotContain("save:", (await somebody.SayAsync("files", Cancel)).Sent[^1].Json, StringComparison.Ordinal);
        var pressed = await somebody.PostAsync(Execute(somebody, CardAction.Show(Views.SaveFile("Word", ""))), Cancel);
        Assert.Contains("/data/readout/word?key=", pressed.Card!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("save:", pressed.Card.ToString(), StringComparison.Ordinal);

        var answer = somebody.New("adaptiveCard-action");
        answer["name"] = "fileConsent/invoke";
        answer["value"] = (await AcceptanceAsync())["value"];
        Assert.Empty((await somebody.PostAsync(answer, Cancel)).Sent);
        Assert.Empty(drive.Sent);
    }

    [Fact]
    public void Ranges_are_whole_and_those_but_the_last_are_as_large_as_they_may_be()
    {
        Assert.Equal([(0, 7)], OneDrive.Ranges(7, 10));
        Assert.Equal([(0, 10), (10, 10), (20, 1)], OneDrive.Ranges(21, 10));
        Assert.Equal((0, true), (OneDrive.MostAtOnce % (320 * 1024), OneDrive.MostAtOnce < 60 * 1024 * 1024));
        using var handler = OneDrive.NewHandler();
        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
    }

    private async Task<ChatReference?> ChatAsync()
    {
        await SayAsync("today");
        return (await host.StateOfAsync(person.Person, Cancel))!.Chat;
    }

    private async Task<(ConnectorCall Question, JToken Card)> AskAsync()
    {
        var asked = await PressAsync(CardAction.Show(Views.SaveFile("Word", "")));
        return (asked.Sent[^1], Attached(asked.Sent[^1])["content"]!);
    }

    private async Task<JObject> AcceptanceAsync()
    {
        var (question, card) = await AskAsync();
        return Answer("accept", question, card["acceptContext"]);
    }

    private JObject Answer(string action, ConnectorCall question, JToken? context)
    {
        var invoke = person.New("adaptiveCard-action");
        invoke["name"] = "fileConsent/invoke";
        invoke["replyToId"] = question.MessageId;
        invoke["value"] = new JObject { ["type"] = "fileUpload", ["action"] = action, ["context"] = context };
        if (action == "accept")
            invoke["value"]!["uploadInfo"] = new JObject { ["contentUrl"] = Content, ["name"] = "readout 1.docx", ["uploadUrl"] = Session, ["uniqueId"] = "1150D938", ["fileType"] = "docx", ["etag"] = "123" };
        return invoke;
    }

    private static JObject Execute(TeamsClient person, CardAction action)
    {
        var invoke = person.New("adaptiveCard-action");
        invoke["value"]!["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = action.Verb, ["data"] = JObject.FromObject(CardData.Write(action)) };
        return invoke;
    }

    private Task<Answered> PressAsync(CardAction action) => PostAsync(Execute(person, action));

    private Task<Answered> SayAsync(string words) => PostAsync(person.Words(words));

    private async Task<Answered> PostAsync(JObject activity)
    {
        activity["serviceUrl"] = ServiceUrl;
        var before = Connector.Calls.Count;
        var (status, _, body) = await Request(activity, Provider.Token()).SendAsync(host.Endpoint, Cancel);
        return new Answered(status, body, Connector.Calls.RemoveRange(0, before));
    }

    /// <summary>The next call that is meant, as soon as it arrives.</summary>
    private async Task<ConnectorCall> UntilAsync(Func<ConnectorCall, bool> isMeant)
    {
        while (true)
        {
            var call = await Connector.NextAsync(Cancel);
            if (isMeant(call))
                return call;
        }
    }

    private static JToken Attached(ConnectorCall call) => Assert.Single(call.Activity["attachments"]!);

    private sealed record Answered(int Status, string Body, ImmutableList<ConnectorCall> Sent);

    /// <summary>What the bot sends to OneDrive, and what that answers: a status, 0 for no connection, -1 for no answer at all.</summary>
    private sealed class Drive : HttpMessageHandler
    {
        private ImmutableList<Upload> sent = [];

        public int Answers { get; set; } = 201;

        public SemaphoreSlim Arrived { get; } = new(0);

        public ImmutableList<Upload> Sent => Volatile.Read(ref sent);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            string[] headers = [.. request.Headers.Concat(request.Content.Headers).Select(header => header.Key)];
            ImmutableInterlocked.Update(ref sent, all => all.Add(new Upload(request.Method, request.RequestUri!, request.Content.Headers.ContentRange!.ToString(), body, headers)));
            Arrived.Release();
            if (Answers == 0)
                throw new HttpRequestException(HttpRequestError.ConnectionError, Marker);
            if (Answers == -1)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage((HttpStatusCode)Answers) { Headers = { Location = new("https://evil.example/") } };
        }

        protected override void Dispose(bool disposing)
        {
            Arrived.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed record Upload(HttpMethod Method, Uri To, string Range, byte[] Body, string[] Headers);
}
