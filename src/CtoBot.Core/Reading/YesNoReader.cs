namespace CtoBot.Core.Reading;

/// <summary>Reads a yes or a no.</summary>
public static class YesNoReader
{
    private const int LongestText = 100;

    /// <summary>Reads yes, y, sure, no thanks, and the true and false of a card's toggle.</summary>
    /// <param name="text">What was typed, or the value of a card's input.</param>
    /// <param name="words">The language's words.</param>
    /// <returns>True for yes; a problem when the text has neither, or both.</returns>
    public static Reading<bool> Read(string text, Words words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (text.Length > LongestText)
            return Problem.Unread("yesno.unclear", text);
        var line = Normalise.ForCompare(text).Trim('.', '!', ',', ' ', '"');
        if (words.Yes.Contains(line) || words.No.Contains(line))
            return words.Yes.Contains(line);
        var tokens = Token.Split(line).Where(token => token.Kind is not TokenKind.Sign).Select(token => token.Text).ToList();
        var yes = tokens.Exists(words.Yes.Contains);
        var no = tokens.Exists(words.No.Contains);
        // “Sure we do” and “no, thanks” begin with the answer; “not sure” and “yes, but no budget” are no answer.
        if (yes != no && (yes ? words.Yes : words.No).Contains(tokens[0]))
            return yes;
        return Problem.Unread("yesno.unclear", text);
    }
}
