using System.Buffers;
using System.Globalization;
using System.Text;

namespace CtoBot.Storage;

/// <summary>
/// Writes any key with characters that every medium and every URL can hold, without changing the ordinal order:
/// <c>a &lt; b</c> exactly when <c>Escape(a) &lt; Escape(b)</c>. So a range of keys is a range of escaped keys.
/// <list type="bullet">
/// <item>ASCII letters, digits and <c>- . : @ _ |</c> stand for themselves.</item>
/// <item>What sorts before them (control characters, space, <c>! " # $ % &amp; ' ( ) * + ,</c>) is <c>!</c> and two hex digits.</item>
/// <item>Other ASCII is the nearest plain character below it, <c>~~</c> and two hex digits: <c>/</c> is <c>.~~2F</c>.
/// A plain character is never followed by <c>~~</c> otherwise, and nothing that can follow it sorts as high.</item>
/// <item><c>~</c> and everything above it is <c>~</c> and four hex digits for each UTF-16 code unit.</item>
/// </list>
/// </summary>
internal static class KeyEscape
{
    private const string PlainCharacters = "-.0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz|";
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters);
    private static readonly string[] Ascii = [.. Enumerable.Range(0, '~').Select(code => EscapeAscii((char)code))];

    /// <summary>The key as it is stored.</summary>
    public static string Escape(string key)
    {
        if (!key.AsSpan().ContainsAnyExcept(Plain))
            return key;
        var escaped = new StringBuilder(key.Length + 32);
        foreach (var character in key)
        {
            if (character < '~')
                escaped.Append(Ascii[character]);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"~{(int)character:X4}");
        }
        return escaped.ToString();
    }

    /// <summary>The key that <see cref="Escape"/> was given.</summary>
    /// <exception cref="FormatException">The text is not an escaped key.</exception>
    public static string Unescape(string escaped)
    {
        if (!escaped.AsSpan().ContainsAny('!', '~'))
            return escaped;
        var key = new StringBuilder(escaped.Length);
        for (var rest = escaped.AsSpan(); rest.Length > 0;)
        {
            var (character, length) = rest switch
            {
                ['!', ..] => (Hex(rest, 1, 2), 3),
                ['~', ..] => (Hex(rest, 1, 4), 5),
                [_, '~', '~', ..] => (Hex(rest, 3, 2), 5),
                _ => (rest[0], 1),
            };
            key.Append(character);
            rest = rest[length..];
        }
        return key.ToString();
    }

    private static string EscapeAscii(char character)
    {
        if (PlainCharacters.Contains(character, StringComparison.Ordinal))
            return character.ToString();
        var below = PlainCharacters.LastOrDefault(plain => plain < character);
        return below == default
            ? string.Create(CultureInfo.InvariantCulture, $"!{(int)character:X2}")
            : string.Create(CultureInfo.InvariantCulture, $"{below}~~{(int)character:X2}");
    }

    private static char Hex(ReadOnlySpan<char> text, int start, int digits) =>
        text.Length >= start + digits
        && ushort.TryParse(text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw new FormatException("A row has a key that this bot did not write.");
}
