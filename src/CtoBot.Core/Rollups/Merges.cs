namespace CtoBot.Core.Rollups;

/// <summary>
/// Which references mean the same (disjoint sets). A chain through a bug that is no longer there still joins its ends, and a circle
/// is a set like any other.
/// </summary>
internal sealed class Merges
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>Says that two references mean the same.</summary>
    public void Join(string one, string other) => _parents[Root(one)] = Root(other);

    /// <summary>The reference that stands for all that mean the same as this one.</summary>
    public string Root(string reference)
    {
        while (_parents.TryGetValue(reference, out var parent) && parent != reference)
        {
            // Shortens the way for the next time.
            _parents[reference] = _parents.GetValueOrDefault(parent, parent);
            reference = parent;
        }

        return reference;
    }
}
