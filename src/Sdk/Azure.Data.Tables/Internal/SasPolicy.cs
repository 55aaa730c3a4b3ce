using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Adds a shared access signature to the query of each request.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query;
        // A retry has it already.
        if (query.Contains(signature, StringComparison.Ordinal)) return;
        message.Request.Uri.Query = query.Length > 0 ? $"{query}&{signature}" : $"?{signature}";
    }
}
