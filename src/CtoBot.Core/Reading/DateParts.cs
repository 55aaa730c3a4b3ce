using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Finds the parts of a date in a text.</summary>
internal static class DateParts
{
    /// <summary>The parts, without articles, fillers and punctuation; null when something in the text belongs to no date.</summary>
    internal static List<DatePart>? Of(string text, Words words)
    {
        var phrases = Vocabulary(words);
        var tokens = Segments.Cut(Token.Split(Normalise.ForCompare(text)), word => phrases.Find(word) is not null);
        var parts = new List<DatePart>();
        var afterArticle = false;
        for (var at = 0; at < tokens.Count;)
        {
            var part = Part(tokens, at, words, phrases, out var length);
            if (part is null)
                return null;
            if (part is DatePart.Num number && afterArticle)
                part = number with { Ordinal = true };
            afterArticle = part is DatePart.Article;
            if (part is not (DatePart.Skip or DatePart.Article))
                parts.Add(part);
            at += length;
        }
        return parts;
    }

    private static DatePart? Part(List<Token> tokens, int at, Words words, Phrases<DatePart> phrases, out int length)
    {
        length = 1;
        var token = tokens[at];
        if (token.Kind is TokenKind.Sign)
            return Sign(tokens, at);
        if (token.Kind is TokenKind.Number)
        {
            if (token.Text.Length > 8)
                return null;
            if (Counted(tokens, at) is { } counted)
            {
                length = 2;
                return counted;
            }

            var ordinal = at + 1 < tokens.Count && tokens[at + 1].Glued && words.OrdinalSuffixes.Contains(tokens[at + 1].Text);
            length = ordinal ? 2 : 1;
            return new DatePart.Num(int.Parse(token.Text, CultureInfo.InvariantCulture), token.Text.Length, ordinal);
        }
        if (phrases.Longest(tokens, at, out var found) is { } part)
        {
            length = found;
            return part;
        }
        return Misspelt(token.Text, words, phrases);
    }

    /// <summary>The number of a year, month or day as Japanese and Chinese mark it: 2026年11月27日.</summary>
    private static DatePart? Counted(List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].Glued)
            return null;
        var number = int.Parse(tokens[at].Text, CultureInfo.InvariantCulture);
        return tokens[at + 1].Text switch
        {
            "年" when tokens[at].Text.Length == 4 => new DatePart.Num(number, 4, false),
            "月" when number is >= 1 and <= 12 => new DatePart.Month(number),
            "日" or "号" or "號" => new DatePart.Num(number, 2, true),
            _ => null,
        };
    }

    private static DatePart? Sign(List<Token> tokens, int at)
    {
        var letter = tokens[at].Text[0];
        var afterNumber = at > 0 && tokens[at - 1].Kind is TokenKind.Number;
        var beforeNumber = at + 1 < tokens.Count && tokens[at + 1].Kind is TokenKind.Number;
        if (letter is '.' or '/' or '-' && afterNumber && beforeNumber)
            return new DatePart.Sign(letter);
        var minus = letter is '-' && beforeNumber && tokens[at + 1].Glued && !tokens[at].Glued;
        return !minus && letter is '.' or ',' or '-' or '!' or '?' or '(' or ')' or ';' or '"' or '\'' ? new DatePart.Skip() : null;
    }

    private static DatePart? Misspelt(string word, Words words, Phrases<DatePart> phrases)
    {
        if (word.Length < 4)
            return null;
        var names = words.Weekdays.Concat(words.Months).Select(forms => forms[0]).Concat(words.Days.Keys);
        var parts = ClosestMatch.FindAll(word, names).Select(phrases.Find).Distinct().ToList();
        return parts is [var only] ? only : null;
    }

    private static Phrases<DatePart> Vocabulary(Words words)
    {
        var phrases = new Phrases<DatePart>().Add(words.Days, offset => new DatePart.Day(offset));
        for (var i = 0; i < words.Weekdays.Length; i++)
            phrases.Add(words.Weekdays[i], new DatePart.Weekday(i + 1));
        for (var i = 0; i < words.Months.Length; i++)
            phrases.Add(words.Months[i], new DatePart.Month(i + 1));
        return phrases
            .Add(words.Units.Day, new DatePart.Unit('d'))
            .Add(words.Units.Week, new DatePart.Unit('w'))
            .Add(words.Units.Month, new DatePart.Unit('m'))
            .Add(words.Units.Year, new DatePart.Unit('y'))
            .Add(words.Next, new DatePart.Which(1))
            .Add(words.This, new DatePart.Which(0))
            .Add(words.Last, new DatePart.Which(-1))
            .Add(words.In, new DatePart.In())
            .Add(words.Ago, new DatePart.Ago())
            .Add(words.From, new DatePart.From())
            .Add(words.Articles, new DatePart.Article())
            .Add(words.Ordinals, value => new DatePart.Num(value, 0, true))
            .Add(words.Numbers, value => new DatePart.Num(value, 0, false))
            .Add(words.One, new DatePart.Num(1, 0, false))
            .Add(words.Fillers, new DatePart.Skip());
    }
}
