using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace CtoBot.Sdk.Tests.AzureDataTables;

/// <summary>Answers requests itself, and keeps what was asked: for answers that the emulator never gives.</summary>
internal sealed class StubTransport(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(HttpMethod Method, Uri Address, string? Authorization, string? Body)> Requests { get; } = [];

    public TableClientOptions Options => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) },
    };

    public TableClient Table() =>
        new(new Uri("https://account.table.core.windows.net"), "people", new TableSharedKeyCredential("account", "a2V5"), Options);

    public static HttpResponseMessage Json(HttpStatusCode status, string body, params (string Name, string Value)[] headers) =>
        Content(status, body, "application/json", headers);

    public static HttpResponseMessage Content(HttpStatusCode status, string body, string type, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        return answer(Requests.Count);
    }
}
