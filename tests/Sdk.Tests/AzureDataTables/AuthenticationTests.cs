using System.Globalization;
using System.Net;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Internal;
using CtoBot.Tests.Support;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class AuthenticationTests(AzuriteServer azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>RFC 4231, test case 2.</summary>
    [Fact]
    public void A_signature_is_the_HMAC_SHA256_of_the_text_in_base64()
    {
        TableSharedKeyCredential credential = new("account", Convert.ToBase64String("Jefe"u8));
        var expected = Convert.FromHexString("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        Assert.Equal(Convert.ToBase64String(expected), credential.Sign("what do ya want for nothing?"));
    }

    /// <summary>The text is that of "Authorize with Shared Key", the signature was computed with <c>openssl dgst -sha256 -mac HMAC</c>.</summary>
    [Fact]
    public void A_request_is_signed_as_the_documentation_says()
    {
        var text = SharedKeyPolicy.StringToSign("Sun, 11 Oct 2009 21:49:13 GMT", "testaccount1", new Uri("https://testaccount1.table.core.windows.net/Tables?$top=1"));
        Assert.Equal("Sun, 11 Oct 2009 21:49:13 GMT\n/testaccount1/Tables", text);
        Assert.Equal("erfi4yVE0zU1S7dZ91m3OqgDlWoAA1SQJePQxntAHNY=", new TableSharedKeyCredential("testaccount1", AzuriteServer.AccountKey).Sign(text));
    }

    [Fact]
    public void The_account_of_the_emulator_stands_twice_in_the_text_and_keys_stay_escaped()
    {
        var text = SharedKeyPolicy.StringToSign("D", "devstoreaccount1", new Uri("http://127.0.0.1:10002/devstoreaccount1/t(PartitionKey='a%20%27%27',RowKey='%C3%A9')"));
        Assert.Equal("D\n/devstoreaccount1/devstoreaccount1/t(PartitionKey='a%20%27%27',RowKey='%C3%A9')", text);
    }

    [Fact]
    public async Task A_wrong_key_is_403_and_is_used_no_more_once_it_is_changed()
    {
        await azurite.StartAsync();
        TableSharedKeyCredential credential = new(AzuriteServer.AccountName, "d3Jvbmc=");
        TableServiceClient service = new(azurite.Endpoint, credential);
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableIfNotExistsAsync("mine", Cancel));
        Assert.Equal(403, e.Status);
        credential.SetAccountKey(AzuriteServer.AccountKey);
        Assert.Equal("mine", (await service.CreateTableIfNotExistsAsync("mine", Cancel)).Value.Name);
    }

    [Fact]
    public async Task A_shared_access_signature_is_accepted_in_every_form_it_can_be_given()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 }, Cancel);
        var sas = AccountSas("rl");
        var address = new Uri($"{azurite.Endpoint}/{table.Name}");
        TableClient[] clients =
        [
            new(address, new AzureSasCredential(sas)),
            new(address, new AzureSasCredential("?" + sas)),
            new(new Uri($"{address}?{sas}")),
            new TableServiceClient(azurite.Endpoint, new AzureSasCredential(sas)).GetTableClient(table.Name),
            new TableServiceClient(new Uri($"{azurite.Endpoint}?{sas}")).GetTableClient(table.Name),
            new($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={sas}", table.Name),
        ];
        foreach (var client in clients)
        {
            Assert.Equal(1, (await client.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).Value.GetInt32("n"));
            var e = await Assert.ThrowsAsync<RequestFailedException>(() => client.AddEntityAsync(new TableEntity("p", "s"), Cancel));
            Assert.Equal(403, e.Status);
        }
    }

    [Fact]
    public async Task A_signature_is_added_once_however_often_a_request_is_retried()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        TableClient table = new(new Uri("https://account.table.core.windows.net/people"), new AzureSasCredential("sig=abc"), transport.Options);
        await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        Assert.Equal(4, transport.Requests.Count);
        Assert.All(transport.Requests, request => Assert.Equal(2, request.Address.Query.Split("sig=abc").Length));
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent()
    {
        StubTransport transport = new(_ => StubTransport.Json(HttpStatusCode.NoContent, ""));
        OneToken token = new();
        TableClient table = new(new Uri("https://account.table.core.windows.net"), "people", token, transport.Options);
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancel);
        Assert.Equal(["https://storage.azure.com/.default"], token.Scopes);
        Assert.Equal("Bearer token", transport.Requests[0].Authorization);
    }

    [Fact]
    public void Tokens_and_signatures_are_not_sent_in_the_clear()
    {
        Uri clear = new("http://account.table.core.windows.net/people");
        Assert.Throws<ArgumentException>(() => new TableServiceClient(clear, new OneToken()));
        Assert.Throws<ArgumentException>(() => new TableClient(clear, new AzureSasCredential("sig=a")));
        Assert.Throws<ArgumentException>(() => new TableClient("TableEndpoint=http://account.table.core.windows.net;SharedAccessSignature=sig=a", "people"));
    }

    /// <summary>"Create an account SAS", version 2019-02-02.</summary>
    private static string AccountSas(string permissions)
    {
        var (version, expiry) = ("2019-02-02", DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        var text = $"{AzuriteServer.AccountName}\n{permissions}\nt\nsco\n\n{expiry}\n\n\n{version}\n";
        var signature = new TableSharedKeyCredential(AzuriteServer.AccountName, AzuriteServer.AccountKey).Sign(text);
        return $"sv={version}&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(expiry)}&sig={Uri.EscapeDataString(signature)}";
    }

    private sealed class OneToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
