using System.Net;
using Azure;
using Azure.Data.Tables;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class FailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json", """{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"One of the inputs is wrong."}}}""")]
    [InlineData("application/xml", """<?xml version="1.0" encoding="utf-8"?><error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code>InvalidInput</code><message xml:lang="en-US">One of the inputs is wrong.</message></error>""")]
    [InlineData("application/xml", "<Error><Code>InvalidInput</Code><Message>One of the inputs is wrong.</Message></Error>")]
    public async Task An_error_is_read_in_every_form_the_service_has(string type, string body)
    {
        StubTransport transport = new(_ => StubTransport.Content(HttpStatusCode.BadRequest, body, type));
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        Assert.Equal((400, "InvalidInput"), (e.Status, e.ErrorCode));
        Assert.Contains("One of the inputs is wrong.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<html><body>Bad<br></html>")]
    [InlineData("application/json", "{\"unlike\":1}")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "")]
    public async Task An_answer_of_another_party_is_still_an_error_with_its_status(string type, string body)
    {
        StubTransport transport = new(_ => StubTransport.Content(HttpStatusCode.BadRequest, body, type));
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        Assert.Equal(400, e.Status);
    }

    [Fact]
    public async Task The_code_is_taken_from_the_header_when_there_is_no_body()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.Forbidden, "", ("x-ms-error-code", "AuthorizationPermissionMismatch")));
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        Assert.Equal("AuthorizationPermissionMismatch", e.ErrorCode);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_and_each_time_signed_anew()
    {
        StubTransport transport = new(request => request < 3
            ? StubTransport.Json(request == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.ServiceUnavailable, "{}", ("Retry-After", "0"))
            : StubTransport.Json(HttpStatusCode.NoContent, "", ("ETag", "W/\"1\"")));
        var response = await transport.Table().UpsertEntityAsync(new TableEntity("p", "r") { ["n"] = 1 }, cancellationToken: Cancel);
        Assert.Equal(new ETag("W/\"1\""), response.Headers.ETag);
        Assert.Equal(3, transport.Requests.Count);
        Assert.All(transport.Requests, request => Assert.StartsWith("SharedKeyLite account:", request.Authorization, StringComparison.Ordinal));
        Assert.Single(transport.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task A_conflict_is_not_retried()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.PreconditionFailed, "{}"));
        await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Cancel));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_sent()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.NoContent, ""));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.Table().AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
        Assert.Empty(transport.Requests);
    }
}
