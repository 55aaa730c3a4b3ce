namespace CtoBot.Turns;

/// <summary>Texts as .NET has them: UTF-16 that need not be well-formed.</summary>
internal static class Utf16
{
    /// <summary>Whether a text can be written as UTF-8 and read back unchanged: no surrogate stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var surrogate = rest.IndexOfAnyInRange('\ud800', '\udfff');
            if (surrogate < 0)
                return true;
            if (surrogate + 1 == rest.Length || !char.IsSurrogatePair(rest[surrogate], rest[surrogate + 1]))
                return false;
            rest = rest[(surrogate + 2)..];
        }
        return true;
    }
}
