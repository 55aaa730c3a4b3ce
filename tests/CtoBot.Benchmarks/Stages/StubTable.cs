using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CtoBot.Storage;
using CtoBot.Storage.Tables;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Benchmarks.Stages;

/// <summary>A table whose service is this process: what is built and read is measured, not what is sent.</summary>
internal sealed class StubTable : HttpMessageHandler
{
    private readonly byte[] answer;

    private StubTable(int changes)
    {
        var parts = string.Concat(Enumerable.Repeat("--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\"\r\n\r\n\r\n", changes));
        answer = Encoding.UTF8.GetBytes($"--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n{parts}--changesetresponse_1--\r\n--batchresponse_1--\r\n");
    }

    /// <summary>A table store that takes so many changes at a time.</summary>
    public static IStore Of(int changes)
    {
        var options = new StoreOptions { Kind = StoreKind.Tables };
        var service = new TableServiceClient(
            "UseDevelopmentStorage=true", new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(new StubTable(changes))), Retry = { MaxRetries = 0 } });
        return new TableStore(service, options, TimeProvider.System, NullLogger<TableStore>.Instance);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var response = new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new ByteArrayContent(answer), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=batchresponse_1");
        return response;
    }
}
