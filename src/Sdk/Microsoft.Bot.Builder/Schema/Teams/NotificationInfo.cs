using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>How Teams notifies of a message.</summary>
public class NotificationInfo
{
    /// <summary>Creates an empty instance.</summary>
    public NotificationInfo()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public NotificationInfo(bool? alert = default)
    {
        Alert = alert;
    }

    /// <summary>Whether the activity feed shows it.</summary>
    [JsonProperty("alert")]
    public bool? Alert { get; set; }
}
