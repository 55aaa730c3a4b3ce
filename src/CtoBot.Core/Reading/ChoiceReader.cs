using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class ChoiceReader
{
    /// <summary>Reads.</summary>
    public static Reading<string> Read(string text, Words words, ImmutableArray<ChoiceOption> options) =>
        throw new NotSupportedException();
}
