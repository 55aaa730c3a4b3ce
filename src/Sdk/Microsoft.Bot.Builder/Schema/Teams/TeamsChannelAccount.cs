using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A person, with what Teams tells about them.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    /// <summary>The given name.</summary>
    [JsonProperty("givenName")]
    public string GivenName { get; set; }

    /// <summary>The surname.</summary>
    [JsonProperty("surname")]
    public string Surname { get; set; }

    /// <summary>The mail address.</summary>
    [JsonProperty("email")]
    public string Email { get; set; }

    /// <summary>The sign-in name.</summary>
    [JsonProperty("userPrincipalName")]
    public string UserPrincipalName { get; set; }

    /// <summary>The Entra tenant of the person.</summary>
    [JsonProperty("tenantId")]
    public string TenantId { get; set; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>.</summary>
    [JsonProperty("userRole")]
    public string UserRole { get; set; }

    // The roster API of Teams calls the Entra object id "objectId".
    [JsonProperty("objectId")]
    private string ObjectId
    {
        set => AadObjectId = value;
    }
}
