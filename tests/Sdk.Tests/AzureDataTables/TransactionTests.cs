using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class TransactionTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_action_is_carried_out_in_one_transaction()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["merge", "replace", "delete", "upsertMerge"])
            await table.AddEntityAsync(new TableEntity("p", key) { ["a"] = 1 }, Cancel);
        var etag = (await table.GetEntityAsync<TableEntity>("p", "replace", cancellationToken: Cancel)).Value.ETag;

        var response = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "add") { ["text"] = "é\r\n--changeset 👩‍🚀" }),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merge") { ["b"] = 2 }),
                new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replace") { ["b"] = 2 }, etag),
                new(TableTransactionActionType.Delete, new TableEntity("p", "delete")),
                new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "upsertMerge") { ["b"] = 2 }),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsertReplace") { ["b"] = 2 }),
            ],
            Cancel);

        Assert.Equal(Enumerable.Repeat(204, 6), response.Value.Select(action => action.Status));
        Assert.Equal(202, response.GetRawResponse().Status);
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Cancel).ToDictionaryAsync(row => row.RowKey, cancellationToken: Cancel);
        Assert.Equal(["add", "merge", "replace", "upsertMerge", "upsertReplace"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("é\r\n--changeset 👩‍🚀", rows["add"].GetString("text"));
        Assert.Equal((1, 2), (rows["merge"].GetInt32("a"), rows["merge"].GetInt32("b")));
        Assert.Equal((null, 2), (rows["replace"].GetInt32("a"), rows["replace"].GetInt32("b")));
        Assert.Equal((1, 2), (rows["upsertMerge"].GetInt32("a"), rows["upsertMerge"].GetInt32("b")));
        Assert.Equal(rows["add"].ETag, response.Value[0].Headers.ETag);
        Assert.Equal(rows["replace"].ETag, response.Value[2].Headers.ETag);
    }

    [Fact]
    public async Task A_duplicate_fails_the_whole_transaction_and_is_named()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "there"), Cancel);
        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "new")), new(TableTransactionActionType.Add, new TableEntity("p", "there"))],
            Cancel));
        Assert.Equal((409, 1), (e.Status, e.FailedTransactionActionIndex));
        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists, e.ErrorCode);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "new", cancellationToken: Cancel)).HasValue);
    }

    [Fact]
    public async Task An_old_ETag_fails_the_whole_transaction_with_412()
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(new TableEntity("p", "state"), Cancel)).Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("p", "state"), old, cancellationToken: Cancel);
        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "answer")),
                new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "state"), old),
            ],
            Cancel));
        Assert.Equal((412, 1), (e.Status, e.FailedTransactionActionIndex));
        Assert.True(e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied, e.ErrorCode);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "answer", cancellationToken: Cancel)).HasValue);
    }

    [Fact]
    public async Task A_hundred_rows_go_in_one_transaction()
    {
        var table = await azurite.NewTableAsync();
        var response = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n:000}") { ["text"] = new string('x', 1000) })), Cancel);
        Assert.Equal(100, response.Value.Count);
        Assert.Equal(100, await table.QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_transaction_needs_actions_with_keys()
    {
        var table = await azurite.NewTableAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([], Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity())], Cancel));
    }

    /// <summary>The answer is that of the protocol's documentation, with the index before the message.</summary>
    [Fact]
    public async Task The_answer_of_the_service_is_read_as_documented()
    {
        const string Answer =
            """
            --batchresponse_4c637ba4
            Content-Type: multipart/mixed; boundary=changesetresponse_055ac2df

            --changesetresponse_055ac2df
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 409 Conflict
            X-Content-Type-Options: nosniff
            Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8

            {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"12:The specified entity already exists.\nRequestId:6c8dfa3c"}}}
            --changesetresponse_055ac2df--
            --batchresponse_4c637ba4--
            """;
        StubTransport transport = new(_ => StubTransport.Content(HttpStatusCode.Accepted, Answer.ReplaceLineEndings("\r\n"), "multipart/mixed; boundary=batchresponse_4c637ba4"));
        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(() => transport.Table().SubmitTransactionAsync(
            [new(TableTransactionActionType.Delete, new TableEntity("p", "it's"), new ETag("W/\"datetime'2026'\""))], Cancel));
        Assert.Equal((409, "EntityAlreadyExists", 12), (e.Status, e.ErrorCode, e.FailedTransactionActionIndex));
        var body = transport.Requests[0].Body!;
        Assert.Contains("DELETE https://account.table.core.windows.net/people(PartitionKey='p',RowKey='it%27%27s') HTTP/1.1\r\n", body, StringComparison.Ordinal);
        Assert.Contains("If-Match: W/\"datetime'2026'\"\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_that_is_refused_as_a_whole_says_so()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.RequestEntityTooLarge,
            """{"odata.error":{"code":"RequestBodyTooLarge","message":{"lang":"en-US","value":"The request body is too large."}}}"""));
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => transport.Table().SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Cancel));
        Assert.Equal((413, "RequestBodyTooLarge"), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task An_answer_with_too_few_parts_is_no_success()
    {
        StubTransport transport = new(_ => StubTransport.Content(HttpStatusCode.Accepted, "--b\r\n--b--\r\n", "multipart/mixed; boundary=b"));
        await Assert.ThrowsAsync<FormatException>(() => transport.Table().SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Cancel));
    }
}
