namespace Azure.Data.Tables.Models;

/// <summary>A table of an account.</summary>
/// <param name="name">Its name.</param>
public class TableItem(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;
}
