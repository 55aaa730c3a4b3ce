namespace Microsoft.Rest;

/// <summary>The outcome of a successful call with a result.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    /// <summary>The result; null when the response had no body.</summary>
    public T Body { get; set; }
}
