using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>What is kept of an HTTP message after it was disposed of.</summary>
public abstract class HttpMessageWrapper
{
    /// <summary>The body; null when there was none.</summary>
    public string Content { get; set; }

    /// <summary>All headers by name, in any case.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds headers to <see cref="Headers"/>.</summary>
    /// <param name="headers">The headers; null for none.</param>
    protected void CopyHeaders(HttpHeaders headers)
    {
        foreach (var (name, values) in headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            Headers[name] = [.. values];
    }
}
