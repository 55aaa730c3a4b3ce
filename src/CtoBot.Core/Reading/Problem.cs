using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Why something typed could not be read, as a key into the texts, so that it can be said in any language.</summary>
/// <param name="Key">The text's key with its prefix, for example <c>problem.date.unclear</c>.</param>
/// <param name="Arguments">Values for the text's named placeholders, without braces; <c>said</c> is what the person typed, shortened.</param>
public sealed record Problem(string Key, ImmutableDictionary<string, string> Arguments)
{
    /// <summary>Every key begins with this; the text file leaves it out.</summary>
    public const string Prefix = "problem.";

    private const int SaidLength = 60;

    internal static Problem Of(string key, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            named[name] = value;
        return new Problem(Prefix + key, named.ToImmutable());
    }

    internal static Problem Unread(string key, string text) => Of(key, ("said", Said(text)));

    /// <summary>What the person typed, fit to be quoted in one line: no control characters, at most 60 characters.</summary>
    internal static string Said(string text)
    {
        var line = Normalise.ForQuote(text);
        if (line.Length <= SaidLength)
            return line;
        var end = char.IsHighSurrogate(line[SaidLength - 2]) ? SaidLength - 2 : SaidLength - 1;
        return string.Concat(line.AsSpan(0, end).TrimEnd(), "…");
    }
}
