using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation: a personal chat, a group chat or a channel thread.</summary>
public class ConversationAccount
{
    /// <summary>Creates an empty instance.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public ConversationAccount(bool? isGroup = default, string conversationType = default, string id = default, string name = default, string aadObjectId = default, string role = default, string tenantId = default)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>Whether more than two take part.</summary>
    [JsonProperty("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    [JsonProperty("conversationType")]
    public string ConversationType { get; set; }

    /// <summary>The id on the channel; opaque.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The display name.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>The Entra object id of the conversation.</summary>
    [JsonProperty("aadObjectId")]
    public string AadObjectId { get; set; }

    /// <summary>See <see cref="RoleTypes"/>.</summary>
    [JsonProperty("role")]
    public string Role { get; set; }

    /// <summary>The Entra tenant of the conversation.</summary>
    [JsonProperty("tenantId")]
    public string TenantId { get; set; }

    /// <summary>Properties of the JSON object that this type does not define. They survive a round trip.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];
}
