namespace Microsoft.Rest;

/// <summary>A call of a REST service failed.</summary>
public class RestException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public RestException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened.</param>
    public RestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
