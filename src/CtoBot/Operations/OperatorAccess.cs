using System.Security.Cryptography;
using System.Text;
using CtoBot.Access;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations;

/// <summary>Tells operators from strangers, by the bearer token of <c>Ops:Key</c>. Without a key, programs on this machine are operators, in Development only.</summary>
internal sealed class OperatorAccess(IOptions<OpsOptions> options, IHostEnvironment environment)
{
    /// <summary>How operators' requests are authenticated.</summary>
    public const string Scheme = "Bearer";

    /// <summary>Whether a request is an operator's.</summary>
    public bool IsOperator(HttpContext context)
    {
        if (string.IsNullOrEmpty(options.Value.Key))
            return environment.IsDevelopment() && LocalCaller.Is(context);
        var header = context.Request.Headers.Authorization.ToString();
        // Hashed first: the comparison takes the same time whatever the length.
        return header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[(Scheme.Length + 1)..])), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key)));
    }
}
