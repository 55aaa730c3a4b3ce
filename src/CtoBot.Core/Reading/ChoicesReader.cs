using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class ChoicesReader
{
    /// <summary>Reads.</summary>
    public static Reading<ImmutableArray<string>> Read(string text, Words words, ImmutableArray<ChoiceOption> options, int min = 0, int max = int.MaxValue) =>
        throw new NotSupportedException();
}
