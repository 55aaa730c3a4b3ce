namespace Microsoft.Bot.Builder;

/// <summary>Values of one turn, by name or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>
{
    /// <summary>Finds a value by name.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The name.</param>
    /// <returns>The value; null when there is none of that name and type.</returns>
    public T Get<T>(string key)
        where T : class => TryGetValue(key, out var value) ? value as T : null;

    /// <summary>Finds a value by type.</summary>
    /// <typeparam name="T">The type with which it was added.</typeparam>
    /// <returns>The value; null when there is none.</returns>
    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName);

    /// <summary>Adds a value by name.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Adds a value by type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is one already.</exception>
    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName, value);

    /// <summary>Sets a value by name; null removes it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    public void Set<T>(string key, T value)
        where T : class
    {
        if (value is null)
            Remove(key);
        else
            this[key] = value;
    }

    /// <summary>Sets a value by type; null removes it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName, value);
}
