using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>What a token consists of.</summary>
internal enum TokenKind
{
    /// <summary>ASCII digits only.</summary>
    Number,

    /// <summary>Letters, apostrophes between them included, and one before a number: l'11.</summary>
    Word,

    /// <summary>One other character.</summary>
    Sign,
}

/// <summary>A piece of a text in the form of <see cref="Normalise.ForCompare"/>.</summary>
/// <param name="Kind">What it consists of.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Glued">True when no space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, bool Glued)
{
    /// <summary>Whether it is this one character.</summary>
    internal bool Is(char sign) => Kind is TokenKind.Sign && Text[0] == sign;

    /// <summary>Splits a text into tokens; spaces are left out.</summary>
    internal static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var kind = KindOf(text[at]);
            var end = at + 1;
            while (kind is not TokenKind.Sign && end < text.Length && Continues(text, end, kind))
                end++;
            if (text[at] != ' ')
                tokens.Add(new Token(kind, text[at..end], at > 0 && text[at - 1] != ' '));
            at = end;
        }
        return tokens;
    }

    private static TokenKind KindOf(char letter) =>
        char.IsAsciiDigit(letter) ? TokenKind.Number : IsLetter(letter) ? TokenKind.Word : TokenKind.Sign;

    /// <summary>Whether words are made of it: a letter, or a mark that belongs to one, as the vowels of Hindi do.</summary>
    internal static bool IsLetter(char letter) =>
        char.IsLetter(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Continues(string text, int at, TokenKind kind) =>
        KindOf(text[at]) == kind
        || (kind is TokenKind.Word && text[at] == '\'' && at + 1 < text.Length && KindOf(text[at + 1]) is TokenKind.Word or TokenKind.Number);
}
