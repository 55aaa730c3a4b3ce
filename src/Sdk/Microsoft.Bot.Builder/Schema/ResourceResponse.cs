using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to a sent or updated activity.</summary>
public class ResourceResponse
{
    /// <summary>Creates an empty instance.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public ResourceResponse(string id = default)
    {
        Id = id;
    }

    /// <summary>The id of the activity; empty when the channel gave none.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }
}
