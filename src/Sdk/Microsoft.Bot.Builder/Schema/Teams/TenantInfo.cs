using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>An Entra tenant.</summary>
public class TenantInfo
{
    /// <summary>Creates an empty instance.</summary>
    public TenantInfo()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public TenantInfo(string id = default)
    {
        Id = id;
    }

    /// <summary>The id of the tenant.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }
}
