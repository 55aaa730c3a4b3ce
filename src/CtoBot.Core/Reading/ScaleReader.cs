using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Reads a mark on a scale.</summary>
public static class ScaleReader
{
    private const int LongestText = 60;

    /// <summary>Reads 4, 4/5, 4 out of 5, four.</summary>
    /// <param name="text">What was typed, or the value of a card's input.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="min">The lowest mark, 0 or more.</param>
    /// <param name="max">The best mark; another one after the slash is a problem.</param>
    /// <returns>The mark, or why there is none.</returns>
    public static Reading<int> Read(string text, Words words, int min = 1, int max = 5)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (text.Length <= LongestText && Mark(Normalise.ForCompare(text), words, max) is { } mark && mark >= min && mark <= max)
            return mark;
        return Problem.Of(
            "scale.unclear",
            ("said", Problem.Said(text)),
            ("min", min.ToString(CultureInfo.InvariantCulture)),
            ("max", max.ToString(CultureInfo.InvariantCulture)));
    }

    private static int? Mark(string line, Words words, int max)
    {
        var pieces = line.TrimEnd('.', '!').Replace("/", " / ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new List<int>();
        var between = new List<string>();
        foreach (var piece in pieces)
            if (Number(piece, words) is { } number)
                numbers.Add(number);
            else if (numbers.Count == 1 && (piece == "/" || words.OutOf.Any(phrase => phrase.Split(' ').Contains(piece))))
                between.Add(piece);
            else if (!words.Fillers.Contains(piece) && !words.Articles.Contains(piece))
                return null;
        return numbers switch
        {
            [var mark] when between.Count == 0 => mark,
            [var mark, var best] when best == max && (between is ["/"] || words.OutOf.Contains(string.Join(' ', between))) => mark,
            _ => null,
        };
    }

    private static int? Number(string piece, Words words)
    {
        if (words.Numbers.TryGetValue(piece, out var value))
            return value;
        return int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out value) ? value : null;
    }
}
