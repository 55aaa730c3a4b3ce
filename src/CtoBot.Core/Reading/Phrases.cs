namespace CtoBot.Core.Reading;

/// <summary>Phrases of one or more words and what they mean; the first meaning added to a phrase stays.</summary>
/// <typeparam name="T">The meaning.</typeparam>
internal sealed class Phrases<T>
    where T : class
{
    private const int LongestPhrase = 4;
    private readonly Dictionary<string, T> _meanings = new(StringComparer.Ordinal);

    internal Phrases<T> Add(IEnumerable<string> phrases, T meaning)
    {
        foreach (var phrase in phrases)
            _meanings.TryAdd(phrase, meaning);
        return this;
    }

    internal Phrases<T> Add<TValue>(IEnumerable<KeyValuePair<string, TValue>> phrases, Func<TValue, T> meaning)
    {
        foreach (var (phrase, value) in phrases)
            _meanings.TryAdd(phrase, meaning(value));
        return this;
    }

    internal T? Find(string phrase) => _meanings.GetValueOrDefault(phrase);

    /// <summary>The meaning of the longest phrase that begins at a token.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="at">Where the phrase begins.</param>
    /// <param name="length">How many tokens it has; 0 when there is none.</param>
    internal T? Longest(List<Token> tokens, int at, out int length)
    {
        for (length = Math.Min(LongestPhrase, tokens.Count - at); length > 0; length--)
            if (Find(string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Text))) is { } meaning)
                return meaning;
        return null;
    }
}
