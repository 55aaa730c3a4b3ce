namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke: status and body of the HTTP response.</summary>
public class InvokeResponse
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>What the body holds as JSON; no body when null.</summary>
    public object Body { get; set; }

    /// <summary>Whether the status is 2xx.</summary>
    /// <returns>True if it is.</returns>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
