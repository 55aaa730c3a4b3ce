using System.Text;
using System.Text.Json.Nodes;

// What the bot is measured against: reads an activity as JSON and posts a fixed reply to the connector, nothing else.
var app = WebApplication.CreateBuilder(args).Build();
using var http = new HttpClient();
var reply = Encoding.UTF8.GetBytes("""{"type":"message","text":"Done."}""");
app.MapPost("/api/messages", async (HttpRequest request) =>
{
    var activity = (await JsonNode.ParseAsync(request.Body))!;
    var content = new ByteArrayContent(reply);
    content.Headers.ContentType = new("application/json");
    using var response = await http.PostAsync($"{activity["serviceUrl"]}/v3/conversations/{activity["conversation"]!["id"]}/activities", content);
    response.EnsureSuccessStatusCode();
});
await app.RunAsync();
