using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A user or a bot, as the channel knows it.</summary>
public class ChannelAccount
{
    /// <summary>Creates an empty instance.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>The id on the channel; in Teams <c>29:…</c> for a person, <c>28:…</c> for a bot.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The display name; absent in some Teams events.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>The Entra object id of a person.</summary>
    [JsonProperty("aadObjectId")]
    public string AadObjectId { get; set; }

    /// <summary>See <see cref="RoleTypes"/>.</summary>
    [JsonProperty("role")]
    public string Role { get; set; }

    /// <summary>Properties of the JSON object that this type does not define. They survive a round trip.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];
}
