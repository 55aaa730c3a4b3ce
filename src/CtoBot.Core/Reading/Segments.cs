namespace CtoBot.Core.Reading;

/// <summary>Cuts words at places where no space stands: Japanese and Chinese are written without any, and some articles are only set off by an apostrophe.</summary>
internal static class Segments
{
    /// <summary>What follows a number of a date or of a time in Japanese and Chinese: year, month, day, hour, minute.</summary>
    internal const string Counters = "年月日号號时時点點分";

    /// <summary>The tokens, with those cut that hold several known words.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <param name="known">Whether a word means something.</param>
    internal static List<Token> Cut(List<Token> tokens, Func<string, bool> known)
    {
        var cut = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind is not TokenKind.Word || known(token.Text))
                cut.Add(token);
            else if (token.Text.IndexOf('\'') is > 0 and var apostrophe && apostrophe < token.Text.Length - 1)
                cut.AddRange([token with { Text = token.Text[..(apostrophe + 1)] }, new Token(TokenKind.Word, token.Text[(apostrophe + 1)..], true)]);
            else if (IsUnspaced(token.Text[0]))
                cut.AddRange(Unspaced(token, cut is [.., { Kind: TokenKind.Number }] && token.Glued, known));
            else
                cut.Add(token);
        }

        return cut;
    }

    /// <summary>Whether a letter is of a script that is written without spaces.</summary>
    internal static bool IsUnspaced(char letter) => letter is (>= '\u3005' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>The known words that a run of letters consists of, the longest first as far as that leaves only such; the run as it is if there is no way.</summary>
    private static IReadOnlyList<Token> Unspaced(Token run, bool afterNumber, Func<string, bool> known)
    {
        var text = run.Text;
        // Where the rest is no sequence of known words, whatever stands before it.
        var dead = new bool[text.Length];
        var ends = new List<int>();
        if (!Reach(0))
            return [run];
        return [.. ends.Select((end, index) => new Token(TokenKind.Word, text[(index == 0 ? 0 : ends[index - 1])..end], index > 0 || run.Glued))];

        bool Reach(int at)
        {
            if (at == text.Length)
                return true;
            for (var end = text.Length; end > at && !dead[at]; end--)
            {
                // Behind a number a counter is a word, whatever else the letter means.
                var isCounter = at == 0 && end == 1 && afterNumber && Counters.Contains(text[0], StringComparison.Ordinal);
                if (!isCounter && !known(text[at..end]))
                    continue;
                ends.Add(end);
                if (Reach(end))
                    return true;
                ends.RemoveAt(ends.Count - 1);
            }

            dead[at] = true;
            return false;
        }
    }
}
