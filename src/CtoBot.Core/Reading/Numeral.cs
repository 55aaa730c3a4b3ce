using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>A number written in digits, with separators, inside a text.</summary>
internal static class Numeral
{
    private const int MostWholeDigits = 16;
    private const int MostDecimals = 10;

    /// <summary>Finds the first numeral of a text.</summary>
    /// <param name="text">A text in the form of <see cref="Normalise.ForCompare"/>.</param>
    /// <returns>Where it begins and ends (exclusive); null when the text has no digit.</returns>
    internal static (int Start, int End)? Find(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return null;
        if (start > 0 && text[start - 1] is '.' or ',')
            start--;
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || JoinsDigits(text, end)))
            end++;
        return (start, end);
    }

    /// <summary>The value of a numeral that <see cref="Find"/> found.</summary>
    /// <param name="text">The numeral.</param>
    /// <param name="decimalComma">Which of comma and point is the decimal separator where both are possible.</param>
    /// <param name="value">The value, when this returns true.</param>
    /// <param name="big">True when there is no value only because it has too many digits.</param>
    internal static bool TryRead(string text, bool decimalComma, out decimal value, out bool big)
    {
        value = 0;
        big = false;
        var (whole, decimals) = Split(text, decimalComma);
        if (!IsGrouped(whole) || !decimals.All(char.IsAsciiDigit))
            return false;
        var digits = string.Concat(whole.Where(char.IsAsciiDigit)).TrimStart('0');
        big = digits.Length > MostWholeDigits || decimals.Length > MostDecimals;
        if (big)
            return false;
        value = decimals.Length == 0
            ? decimal.Parse("0" + digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : decimal.Parse($"0{digits}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool JoinsDigits(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]))
            return false;
        return text[at] is '.' or ',' or '\'' || (text[at] is ' ' && HasThreeDigits(text, at + 1));
    }

    private static bool HasThreeDigits(string text, int at)
    {
        var end = at;
        while (end < text.Length && end <= at + 3 && char.IsAsciiDigit(text[end]))
            end++;
        return end == at + 3;
    }

    private static (string Whole, string Decimals) Split(string text, bool decimalComma)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return (text, "");
        var sign = text[last];
        var others = text.AsSpan(0, last);
        var onlyOnce = !others.Contains(sign);
        var groupsMarkedOtherwise = others.ContainsAny(".,' ");
        var couldBeGroup = onlyOnce && !groupsMarkedOtherwise && text.Length - last == 4 && last is >= 1 and <= 3 && text[0] != '0';
        var isDecimal = onlyOnce && (sign == (decimalComma ? ',' : '.') || !couldBeGroup);
        return isDecimal ? (text[..last], text[(last + 1)..]) : (text, "");
    }

    private static bool IsGrouped(string whole)
    {
        var sign = whole.FirstOrDefault(letter => !char.IsAsciiDigit(letter));
        if (sign == default)
            return true;
        var groups = whole.Split(sign);
        var inner = groups[1..^1];
        return groups.All(group => group.All(char.IsAsciiDigit))
            && groups[0].Length is >= 1 and <= 3
            && groups[^1].Length == 3
            && (inner.All(group => group.Length == 3) || (sign == ',' && inner.All(group => group.Length == 2)));
    }
}
