using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The Bot Connector refused a call or failed.</summary>
public class ErrorResponseException : RestException
{
    /// <summary>Creates an exception without a message.</summary>
    public ErrorResponseException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened.</param>
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The request.</summary>
    public HttpRequestMessageWrapper Request { get; set; }

    /// <summary>The response: status, headers (<c>Retry-After</c> among them) and body as text.</summary>
    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The body of the response; null when it was not that of an error.</summary>
    public ErrorResponse Body { get; set; }
}
