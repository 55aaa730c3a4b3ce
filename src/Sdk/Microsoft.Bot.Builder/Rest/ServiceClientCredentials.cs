namespace Microsoft.Rest;

/// <summary>Puts credentials on the requests of a client.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Puts credentials on a request that is about to be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the wait for a token.</param>
    /// <returns>A task that ends when the request is ready.</returns>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}
