using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata of an activity: a mention, information about the client, and the like.</summary>
public class Entity
{
    /// <summary>Creates an entity of a type.</summary>
    /// <param name="type">The type, for example <c>mention</c> or <c>clientInfo</c>.</param>
    public Entity(string type = default) => Type = type;

    /// <summary>The type, for example <c>mention</c> or <c>clientInfo</c>.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>All other properties of the entity. They survive a round trip.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];

    /// <summary>Reads the entity as a type of its own.</summary>
    /// <typeparam name="T">A type whose properties are those of the entity.</typeparam>
    /// <returns>A new instance.</returns>
    /// <exception cref="JsonException">The properties do not fit the type.</exception>
    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    /// <summary>Replaces type and properties by those of another object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="obj">An object with a <c>type</c>.</param>
    public void SetAs<T>(T obj)
    {
        var entity = JObject.FromObject(obj).ToObject<Entity>();
        Type = entity.Type;
        Properties = entity.Properties;
    }
}
