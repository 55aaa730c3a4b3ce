using System.Globalization;
using NodaTime.Text;

namespace CtoBot.Core.Reading;

/// <summary>Finds the parts of a time of day in a text.</summary>
internal static class TimeParts
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The parts without fillers; null when something in the text belongs to no time of day.</summary>
    internal static List<TimePart>? Of(string text, Words words)
    {
        var phrases = Vocabulary(words);
        var tokens = Segments.Cut(Token.Split(WithoutAbbreviationDots(Normalise.ForCompare(text))), word => phrases.Find(word) is not null);
        var parts = new List<TimePart>();
        for (var at = 0; at < tokens.Count;)
        {
            var part = Part(tokens, at, phrases, out var length);
            if (part is null)
                return null;
            if (part is not TimePart.Skip)
                parts.Add(part);
            at += length;
        }
        return parts;
    }

    private static TimePart? Part(List<Token> tokens, int at, Phrases<TimePart> phrases, out int length)
    {
        length = 1;
        var token = tokens[at];
        if (token.Kind is TokenKind.Number)
            return token.Text.Length <= 4 ? new TimePart.Num(int.Parse(token.Text, CultureInfo.InvariantCulture), token.Text.Length) : null;
        if (token.Kind is TokenKind.Sign)
            return Sign(tokens, at);
        if (Counted(tokens, at) is { } counted)
            return counted;
        var part = phrases.Longest(tokens, at, out var found);
        length = Math.Max(1, found);
        return part;
    }

    /// <summary>The mark of an hour or of minutes in Japanese and Chinese: 7時30分.</summary>
    private static TimePart? Counted(List<Token> tokens, int at) => at > 0 && tokens[at - 1].Kind is TokenKind.Number && tokens[at].Glued
        ? tokens[at].Text switch
        {
            "時" or "时" or "点" or "點" => new TimePart.Hour(),
            "分" => new TimePart.Skip(),
            _ => null,
        }
        : null;

    private static TimePart? Sign(List<Token> tokens, int at)
    {
        var afterNumber = at > 0 && tokens[at - 1].Kind is TokenKind.Number;
        var beforeNumber = at + 1 < tokens.Count && tokens[at + 1].Kind is TokenKind.Number;
        return tokens[at].Text[0] switch
        {
            '.' or ':' when afterNumber && beforeNumber => new TimePart.Sign(),
            '.' or ',' or '!' or '?' when !beforeNumber => new TimePart.Skip(),
            _ => null,
        };
    }

    private static string WithoutAbbreviationDots(string text) =>
        string.Concat(text.Where((letter, at) => letter != '.' || at == 0 || !char.IsLetter(text[at - 1])));

    private static Phrases<TimePart> Vocabulary(Words words) => new Phrases<TimePart>()
        .Add(words.Times, time => new TimePart.Named(HourAndMinute.Parse(time).Value))
        .Add(words.Am, new TimePart.Half(false))
        .Add(words.Pm, new TimePart.Half(true))
        .Add(words.Hours, new TimePart.Hour())
        .Add(words.HourParts, minutes => new TimePart.Minutes(minutes))
        .Add(words.Past, new TimePart.Beside(1))
        .Add(words.To, new TimePart.Beside(-1))
        .Add(words.Numbers, value => new TimePart.Num(value, 0))
        .Add(words.Articles, new TimePart.Skip())
        .Add(words.Fillers, new TimePart.Skip());
}
