using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

/// <summary>What people attach to a message is not read, and they are told so.</summary>
public sealed class FileTests : DoorTest
{
    private const string Told = "I read words only";

    [Theory]
    [InlineData("""{ "contentType": "application/vnd.microsoft.teams.file.download.info", "name": "notes.docx", "contentUrl": "https://contoso.sharepoint.example/notes.docx" }""")]
    [InlineData("""{ "contentType": "image/*", "contentUrl": "https://smba.example/v3/attachments/1/views/original" }""")]
    [InlineData("""{ "contentType": "audio/mp4" }""")]
    public async Task A_file_without_words_is_answered_with_what_to_do(string attachment)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var answer = await person.PostAsync(With(person.Words(""), attachment), Cancel);
        Assert.StartsWith(Told, (string?)Assert.Single(answer.Sent).Activity["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("notes.docx", answer.Sent[0].Activity.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_a_file_are_taken_in()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var answer = await person.PostAsync(With(person.Words("help"), """{ "contentType": "image/png", "contentUrl": "https://smba.example/1" }"""), Cancel);
        Assert.StartsWith(Told, (string?)answer.Sent[0].Activity["text"], StringComparison.Ordinal);
        Assert.Contains("What you can say", string.Concat(answer.Sent.Skip(1).Select(sent => sent.Activity)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "contentType": "text/html", "content": "<p>help</p>" }""")]
    [InlineData("""{ "name": "of no type" }""")]
    [InlineData("null")]
    public async Task What_is_no_file_is_not_taken_for_one(string attachment)
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var answer = await person.PostAsync(With(person.Words("help"), attachment), Cancel);
        Assert.DoesNotContain(Told, string.Concat(answer.Sent.Select(sent => sent.Activity)), StringComparison.Ordinal);
    }

    private static JObject With(JObject message, string attachment)
    {
        message["attachments"] = new JArray(JToken.Parse(attachment));
        return message;
    }
}
