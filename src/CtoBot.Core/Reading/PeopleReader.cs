using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class PeopleReader
{
    /// <summary>Reads.</summary>
    public static Reading<ImmutableArray<Person>> Read(string text, Words words, int min = 1, int max = 50, ImmutableDictionary<string, Person>? known = null) =>
        throw new NotSupportedException();
}
