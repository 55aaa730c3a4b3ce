using System.Net;
using Azure;
using Azure.Data.Tables;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class QueryTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_each_other_and_a_query_goes_on_from_a_token()
    {
        var table = await TableOfAsync(25);
        var pages = await table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: Cancel).AsPages().ToListAsync(Cancel);
        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, 25), pages.SelectMany(page => page.Values).Select(row => row.GetInt32("n")!.Value));
        Assert.Null(pages[2].ContinuationToken);

        var rest = await table.QueryAsync<TableEntity>(cancellationToken: Cancel).AsPages(pages[0].ContinuationToken, pageSizeHint: 4).ToListAsync(Cancel);
        Assert.Equal([4, 4, 4, 3], rest.Select(page => page.Values.Count));
        Assert.Equal(10, rest[0].Values[0].GetInt32("n"));
    }

    [Fact]
    public async Task A_filter_lets_through_what_it_says()
    {
        var table = await TableOfAsync(10);
        var half = TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and n ge {5} and big lt {8L} and half gt {2.4} and id ne {Guid.Empty} and at gt {DateTimeOffset.UnixEpoch} and even eq {true}");
        Assert.Equal([6], await table.QueryAsync<TableEntity>(half, cancellationToken: Cancel).Select(row => row.GetInt32("n")).ToListAsync(Cancel));
        Assert.Empty(await table.QueryAsync<TableEntity>("n gt 100", cancellationToken: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Only_selected_columns_are_read()
    {
        var table = await TableOfAsync(1);
        var row = await table.QueryAsync<TableEntity>(select: ["RowKey", "n"], cancellationToken: Cancel).SingleAsync(Cancel);
        Assert.Equal(("0000", 0, false), (row.RowKey, row.GetInt32("n"), row.ContainsKey("big")));
    }

    [Fact]
    public async Task An_empty_page_with_a_token_is_not_the_end()
    {
        StubTransport transport = new(request => request switch
        {
            1 => Page("", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg--")),
            2 => Page("", ("x-ms-continuation-NextPartitionKey", "1!4!cB--")),
            _ => Page("""{"PartitionKey":"p","RowKey":"r"}"""),
        });
        var rows = await transport.Table().QueryAsync<TableEntity>(cancellationToken: Cancel).ToListAsync(Cancel);
        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal(3, transport.Requests.Count);
        Assert.EndsWith("&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21cg--", transport.Requests[1].Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith("&NextPartitionKey=1%214%21cB--", transport.Requests[2].Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_continuation_token_is_refused()
    {
        StubTransport transport = new(_ => Page(""));
        await Assert.ThrowsAsync<ArgumentException>(async () => await transport.Table().QueryAsync<TableEntity>(cancellationToken: Cancel).AsPages("mine").ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_wrong_filter_is_400()
    {
        var table = await TableOfAsync(1);
        var e = await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>("n bigger 5", cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(400, e.Status);
    }

    private static HttpResponseMessage Page(string row, params (string Name, string Value)[] headers) =>
        StubTransport.Json(HttpStatusCode.OK, $$"""{"value":[{{row}}]}""", headers);

    private async Task<TableClient> TableOfAsync(int rows)
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
            Enumerable.Range(0, rows).Select(n => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("p", $"{n:0000}")
                {
                    ["n"] = n,
                    ["big"] = (long)n,
                    ["half"] = n / 2d,
                    ["even"] = n % 2 == 0,
                    ["id"] = Guid.NewGuid(),
                    ["at"] = DateTimeOffset.UtcNow,
                })),
            Cancel);
        return table;
    }
}
