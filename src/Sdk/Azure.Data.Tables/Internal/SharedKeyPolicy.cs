using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Signs requests with the account's key by the Shared Key Lite scheme of the table service ("Authorize with Shared Key").</summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        // Each retry is signed anew: the service refuses a date that is more than 15 minutes old.
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signature = credential.Sign(StringToSign(date, credential.AccountName, message.Request.Uri.ToUri()));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    /// <summary>The text to sign: the date and the canonical resource. No request of this library has the <c>comp</c> parameter that would belong to it.</summary>
    internal static string StringToSign(string date, string accountName, Uri address) => $"{date}\n/{accountName}{address.AbsolutePath}";
}
