using Azure.Data.Tables;

namespace CtoBot.Sdk.Tests.AzureDataTables;

public class ConnectionStringTests
{
    private const string Key = "c2VjcmV0LXNlY3JldA==";

    [Theory]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=acc;AccountKey={Key};EndpointSuffix=core.windows.net", "acc", "https://acc.table.core.windows.net/")]
    [InlineData($"AccountName=acc;AccountKey={Key}", "acc", "https://acc.table.core.windows.net/")]
    [InlineData($"accountname = acc ; accountkey = {Key} ;;", "acc", "https://acc.table.core.windows.net/")]
    [InlineData($"AccountName=acc;AccountKey={Key};EndpointSuffix=core.chinacloudapi.cn", "acc", "https://acc.table.core.chinacloudapi.cn/")]
    [InlineData($"AccountName=acc;AccountKey={Key};TableEndpoint=http://127.0.0.1:7/acc;BlobEndpoint=http://127.0.0.1:6/acc", "acc", "http://127.0.0.1:7/acc")]
    [InlineData("TableEndpoint=https://acc.table.core.windows.net/;SharedAccessSignature=?sv=2019-02-02&sig=a%3D", "acc", "https://acc.table.core.windows.net/")]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://storage", "devstoreaccount1", "http://storage:10002/devstoreaccount1")]
    public void A_connection_string_says_where_the_service_is(string connectionString, string account, string address)
    {
        TableServiceClient service = new(connectionString);
        Assert.Equal((account, new Uri(address)), (service.AccountName, service.Uri));
    }

    [Theory]
    [InlineData("nonsense", "part 1 of 1 is not of the form Name=value")]
    [InlineData($"AccountName=acc;{Key};EndpointSuffix=x", "neither AccountKey nor SharedAccessSignature")]
    [InlineData("AccountName=acc;bXktc2VjcmV0LWtleTE=;EndpointSuffix=x", "part 2 of 3 has no value")]
    [InlineData("AccountName=acc;bXktc2VjcmV0LWtleQ", "part 2 of 2 is not of the form Name=value")]
    [InlineData($"AccountKey={Key}", "no AccountName")]
    [InlineData("AccountName=acc", "neither AccountKey nor SharedAccessSignature")]
    [InlineData("AccountName=acc;AccountKey=", "AccountKey has no value")]
    [InlineData("AccountName=acc;AccountKey=%%%secret", "AccountKey is not base64")]
    [InlineData($"AccountName=acc;AccountName=other;AccountKey={Key}", "AccountName is there twice")]
    [InlineData($"AccountName=acc;AccountKey={Key};DefaultEndpointsProtocol=ftp", "DefaultEndpointsProtocol")]
    [InlineData($"AccountName=acc;AccountKey={Key};TableEndpoint=acc.table", "TableEndpoint")]
    [InlineData($"AccountName=a b;AccountKey={Key}", "AccountName or EndpointSuffix")]
    [InlineData("SharedAccessSignature=sig=secret", "neither TableEndpoint nor AccountName")]
    [InlineData("UseDevelopmentStorage=false", "UseDevelopmentStorage")]
    public void What_is_wrong_is_named_without_the_secret(string connectionString, string wrong)
    {
        var e = Assert.Throws<FormatException>(() => new TableServiceClient(connectionString));
        Assert.Contains(wrong, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("c2VjcmV0", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void No_connection_string_is_refused(string? connectionString) =>
        Assert.ThrowsAny<ArgumentException>(() => new TableServiceClient(connectionString!));
}
