namespace Microsoft.Rest;

/// <summary>The outcome of a successful call without a result.</summary>
public class HttpOperationResponse : IDisposable
{
    /// <summary>The request.</summary>
    public HttpRequestMessage Request { get; set; }

    /// <summary>The response.</summary>
    public HttpResponseMessage Response { get; set; }

    /// <summary>Disposes of request and response.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of request and response.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Request?.Dispose();
        Response?.Dispose();
    }
}
