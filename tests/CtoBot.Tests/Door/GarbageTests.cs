using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CtoBot.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>Whatever is posted: the caller's fault or a polite answer, and never a fault of the bot.</summary>
public sealed class GarbageTests : DoorTest
{
    private BotHost _host = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await StartAsync();
    }

    public static TheoryData<string> NoActivities => new(
        "", " ", "\n", "{", "}", "{\"type\"", "{\"type\":\"message\"", "[]", "[{}]", "[{\"type\":\"message\"}]", "1", "-1.5e300", "1e999", "null", "true", "\"message\"", "message",
        "{}", "{\"type\":null}", "{\"type\":\"\"}", "{\"type\":[]}", "{\"type\":{}}", "{\"text\":\"hello\"}", "{\"type\":\"message\"}", "{\"type\":\"message\"} {}", "{\"type\":\"message\"}garbage",
        "<activity type='message'/>", "type=message", "\0", "\ufeff", "{\"type\":\"message\",\"conversation\":null}", "{\"type\":\"message\",\"conversation\":\"a\"}",
        "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"}}", "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"\"}", "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"ftp://127.0.0.1/\"}",
        "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"//\"}", "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://\"}", "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://127.0.0.1:99999\"}");

    [Theory]
    [MemberData(nameof(NoActivities), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_activity_is_refused(string body)
    {
        using var response = await Somebody(_host).PostAsync(body, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "")]
    [InlineData("{\"a\":[", "")]
    public async Task What_is_nested_ten_thousand_deep_is_refused(string open, string close)
    {
        foreach (var field in new[] { "value", "channelData", "entities", "text", "somethingNew" })
        {
            var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
            var json = Somebody(_host).Words("hello").ToString(Formatting.None);
            using var response = await Somebody(_host).PostAsync($"{json[..^1]},\"{field}\":{deep}}}", Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        BlamesNobodyElse();
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_too_large_whether_its_length_is_announced_or_not()
    {
        var json = Somebody(_host).Words(new string('x', 1024 * 1024)).ToString();
        using var announced = await Somebody(_host).PostAsync(json, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, announced.StatusCode);
        using var stream = new StreamContent(new Unannounced(Encoding.UTF8.GetBytes(json)));
        stream.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var chunked = await Somebody(_host).PostAsync(stream, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        BlamesNobodyElse();
    }

    [Fact]
    public async Task A_text_that_just_fits_is_answered()
    {
        var person = Somebody(_host);
        foreach (var before in new[] { "set up", "cto" })
            await person.SayAsync(before, Cancel);
        foreach (var letter in new[] { "x", "1 ", "é", "𝒳", "next friday ", "Berlin, ", "(" })
        {
            var words = string.Concat(Enumerable.Repeat(letter, 100_000 / letter.Length));
            var answer = await person.SayAsync(words, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("What is your company called", Assert.Single(answer.Sent, call => call.Delivered).Json, StringComparison.Ordinal);
        }

        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData(null)]
    public async Task A_wrong_content_type_is_no_fault_of_the_bot(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Somebody(_host).Words("hello").ToString()));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await Somebody(_host).PostAsync(content, Cancel);
        Assert.InRange((int)response.StatusCode, 200, 499);
        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("NONSENSE")]
    public async Task Another_method_is_refused_and_told_which_one_is_right(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _host.Endpoint);
        using var response = await Somebody(_host).SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task A_token_that_cannot_be_checked_is_refused(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Endpoint) { Content = new StringContent(Somebody(_host).Words("hello").ToString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await Somebody(_host).SendAsync(request, Cancel);
        Assert.InRange((int)response.StatusCode, 400, 401);
        BlamesNobodyElse();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_the_callers_fault_or_answered()
    {
        var json = Encoding.UTF8.GetBytes(Somebody(_host).Words("hello there").ToString(Formatting.None));
        var broken = json.ToArray();
        broken[Encoding.UTF8.GetString(json).IndexOf("hello", StringComparison.Ordinal)] = 0xff;
        foreach (var bytes in new[] { broken, Encoding.Unicode.GetBytes("{\"type\":\"message\"}"), [0xff, 0xfe, 0x00], [.. Encoding.UTF8.Preamble, .. json], [0x1f, 0x8b, 0x08] })
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await Somebody(_host).PostAsync(content, Cancel);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }

        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("handoff")]
    [InlineData("trace")]
    [InlineData("contactRelationUpdate")]
    [InlineData("invokeResponse")]
    [InlineData("MESSAGE")]
    [InlineData("something new")]
    public async Task An_activity_of_a_type_that_it_does_not_handle_is_taken_in_silence(string type)
    {
        var person = Somebody(_host);
        var activity = person.Words("hello");
        activity["type"] = type;
        var answer = await person.PostAsync(activity, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Sent);
        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("task/fetch")]
    [InlineData("signin/verifyState")]
    [InlineData("fileConsent/invoke")]
    [InlineData("application/search")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_invoke_that_it_does_not_know_is_no_outage(string? name)
    {
        var person = Somebody(_host);
        var invoke = person.New("adaptiveCard-action");
        invoke["name"] = name;
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostAsync(invoke, Cancel)).Status);
        BlamesNobodyElse();
    }

    [Theory]
    [InlineData("text", "\"today\"")]
    [InlineData("type", "\"invoke\"")]
    [InlineData("from", "{}")]
    [InlineData("conversation", "[]")]
    [InlineData("serviceUrl", "1")]
    [InlineData("TEXT", "\"today\"")]
    [InlineData("$type", "\"System.IO.FileInfo\"")]
    [InlineData("$ref", "\"1\"")]
    [InlineData("__proto__", "{\"type\":\"x\"}")]
    public async Task A_key_that_comes_twice_or_means_something_elsewhere_is_no_fault_of_the_bot(string key, string value)
    {
        foreach (var sample in Samples)
        {
            var json = Somebody(_host).New(sample).ToString(Formatting.None);
            using var after = await Somebody(_host).PostAsync($"{json[..^1]},\"{key}\":{value}}}", Cancel);
            Assert.InRange((int)after.StatusCode, 200, 499);
            using var before = await Somebody(_host).PostAsync($"{{\"{key}\":{value},{json[1..]}", Cancel);
            Assert.InRange((int)before.StatusCode, 200, 499);
        }

        BlamesNobodyElse();
    }

    public static TheoryData<string> Samples => new(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public Task Whatever_a_field_of_an_activity_holds_it_is_no_fault_of_the_bot(string sample) =>
        SurvivesAsync(() => Task.FromResult(Somebody(_host).New(sample)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_a_field_of_a_filled_in_card_holds_it_is_no_fault_of_the_bot(bool execute)
    {
        var pages = new (string Question, string Value)[][]
        {
            [("hat", "cto"), ("company", "Contoso")],
            [("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue")],
        };
        await SurvivesAsync(async () =>
        {
            var person = Somebody(_host);
            await person.SayAsync("set up", Cancel);
            await person.PressAsync("Next", true, Cancel, pages[0]);
            var button = person.Card.Button("Next");
            return execute ? person.Execute(button, pages[1]) : person.Submit(button, pages[1]);
        }, path => path.StartsWith("value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_a_button_of_the_plan_carries_it_is_no_fault_of_the_bot()
    {
        var person = await SomebodySetUpAsync(_host);
        foreach (var button in person.Card.Actions)
            await SurvivesAsync(() => Task.FromResult(person.Execute(button)), path => path.StartsWith("value.action.data", StringComparison.Ordinal) || path == "value.action.verb");
    }

    [Fact]
    public async Task Every_verb_with_every_data_that_makes_no_sense_is_answered_with_a_card_or_words()
    {
        var person = await SomebodySetUpAsync(_host);
        string[] verbs = ["answer", "skip", "back", "later", "cancel", "open", "edit", "tick", "untick", "undo", "show", "copy", "say", "", "nonsense"];
        string[] flows = ["setup", "note", "move", "skip-step", "out-of-order", "message", "nonsense", ""];
        string[] words = ["", "nonsense", "step:/", "day:99999999999", "day:-1", "step:nonsense/step:nonsense/today", "message:nonsense", "setup", "company:1 hat:x :: 0", "\0|%"];
        foreach (var (verb, flow) in verbs.SelectMany(verb => flows.Select(flow => (verb, flow))))
        {
            foreach (var word in words)
            {
                var invoke = person.Execute(person.Card.Actions[0]);
                invoke["value"]!["action"]!["verb"] = verb;
                invoke["value"]!["action"]!["data"] = new JObject
                {
                    ["verb"] = verb,
                    ["flow"] = flow,
                    ["subject"] = word,
                    ["page"] = word,
                    ["seen"] = word,
                    ["step"] = word,
                    ["view"] = word,
                    ["words"] = word,
                    ["q.company"] = word,
                    ["q."] = word,
                };
                var answer = await person.PostAsync(invoke, Cancel);
                Assert.True(answer.Status == HttpStatusCode.OK && (answer.Card is not null || answer.Sent.Count > 0), $"{verb} {flow} {word}: {answer.Status}");
            }
        }

        BlamesNobodyElse();
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered()
    {
        foreach (var text in NaughtyStrings.All)
        {
            var person = Somebody(_host);
            foreach (var words in new[] { text, "set up", text, "cto", text, "back", $"\"{text}\"", $"edit {text}", $"note {text}" })
            {
                var answer = await person.SayAsync(words, Cancel);
                Assert.True(answer.Status == HttpStatusCode.OK && answer.Sent.Exists(call => call.Delivered), $"“{text}”: {answer.Status}");
            }
        }

        BlamesNobodyElse();
    }

    [Fact]
    public async Task Whatever_is_entered_on_a_card_comes_back_as_a_card()
    {
        var planner = await SomebodySetUpAsync(_host);
        foreach (var text in NaughtyStrings.All)
        {
            var person = Somebody(_host);
            await person.SayAsync("set up", Cancel);
            Assert.NotNull((await person.PressAsync("Next", true, Cancel, ("hat", text), ("company", text), (text, text))).Card);
            Assert.NotNull((await person.PressAsync("Next", true, Cancel, ("hat", "cto"), ("company", text))).Card);
            // A note that was refused is still asked for.
            await planner.SayAsync("cancel", Cancel);
            await planner.SayAsync("note 1", Cancel);
            Assert.NotNull((await planner.PressAsync("Save", true, Cancel, ("note", text))).Card);
            Assert.Equal(HttpStatusCode.OK, (await planner.SayAsync("today", Cancel)).Status);
        }

        BlamesNobodyElse();
    }

    /// <summary>Puts wrong things into each field of an activity in turn.</summary>
    private async Task SurvivesAsync(Func<Task<JObject>> make, Func<string, bool>? which = null)
    {
        var failures = new List<string>();
        var paths = (await make()).Descendants().OfType<JProperty>().Select(property => property.Path).Where(path => which?.Invoke(path) ?? true).ToList();
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            foreach (var wrong in Wrong())
            {
                var activity = await make();
                var token = activity.SelectToken(path)!;
                if (wrong is null)
                    token.Parent!.Remove();
                else
                    token.Replace(wrong);
                using var response = await Somebody(_host).PostAsync(activity.ToString(Formatting.None), Cancel);
                if ((int)response.StatusCode is < 200 or > 499 || _host.Logs.Errors.Any())
                    failures.Add($"{path} = {Shown(wrong)}: {response.StatusCode} {_host.Logs.Errors.FirstOrDefault()?.Text.Split('\n')[0]}");
            }
        }

        Assert.Empty(failures);
    }

    /// <summary>A fresh set each time: a token belongs to one document. Null stands for no field at all.</summary>
    private static IEnumerable<JToken?> Wrong() =>
    [
        null, JValue.CreateNull(), 0, -1.5, new JRaw("1e999"), new JRaw("123456789012345678901234567890"), true, "", " ", "nonsense", "\0\ud800", "2026-13-45T99:99:99Z",
        new JArray(), new JArray(JValue.CreateNull()), new JArray(1, "a", new JObject()), new JObject(), new JObject { ["id"] = JValue.CreateNull(), ["type"] = 1 }, new string('x', 20_000),
    ];

    private static string Shown(JToken? token) => token is null ? "(missing)" : token.ToString(Formatting.None) is var text && text.Length > 60 ? text[..60] : text;

    private void BlamesNobodyElse() => Assert.Empty(_host.Logs.Errors.Select(line => line.Text));

    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
