using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>A typed command as an author wrote it in <c>commands.json</c>.</summary>
/// <param name="Name">The name that the program knows.</param>
/// <param name="Says">What a person may type, the first one being what the help shows.</param>
/// <param name="Help">What it does, or null if the help leaves it out.</param>
/// <param name="Argument">What follows it, as the help shows it (e.g. "2"), or null if nothing may follow.</param>
/// <param name="Needed">Whether it is a command only with its argument.</param>
/// <param name="Talk">The key of a text that answers it: small talk, no command.</param>
/// <param name="Pages">Whether the number of a page may follow it, which the help does not show.</param>
/// <param name="Group">Where the help shows it: the text help.&lt;group&gt; is the heading. Null: with what can be said anywhere, or with the steps if it takes an argument.</param>
public sealed record CommandContent(
    string Name,
    ImmutableArray<string> Says,
    string? Help = null,
    string? Argument = null,
    bool Needed = false,
    string? Talk = null,
    bool Pages = false,
    string? Group = null);

/// <summary>A command as a person typed it.</summary>
/// <param name="Content">Which.</param>
/// <param name="Argument">What followed it, as written; empty for nothing.</param>
public sealed record Command(CommandContent Content, string Argument);

/// <summary>Recognises typed commands.</summary>
public sealed class Commands
{
    /// <summary>Longer words are not meant as a command, and would not fit on a button.</summary>
    private const int LongestSuggestion = 40;

    private readonly FrozenDictionary<string, CommandContent> _bySaying;
    private readonly int _longest;

    /// <summary>Commands with their sayings.</summary>
    /// <param name="all">In the order of the help.</param>
    /// <param name="besides">Commands of another language, whose sayings are understood too where they mean nothing else; or null.</param>
    /// <exception cref="FormatException">Two commands share a saying.</exception>
    public Commands(ImmutableArray<CommandContent> all, Commands? besides = null)
    {
        All = all;
        var bySaying = new Dictionary<string, CommandContent>(StringComparer.Ordinal);
        foreach (var command in all)
        {
            foreach (var saying in command.Says)
            {
                // Spellings that are compared alike may both be written down.
                if (!bySaying.TryAdd(Normalise.ForCompare(saying), command) && bySaying[Normalise.ForCompare(saying)] != command)
                    throw new FormatException($"'{saying}' stands for both '{bySaying[Normalise.ForCompare(saying)].Name}' and '{command.Name}'.");
            }
        }

        foreach (var (saying, command) in besides?._bySaying ?? FrozenDictionary<string, CommandContent>.Empty)
            bySaying.TryAdd(saying, all.FirstOrDefault(own => IsSame(own, command)) ?? command);
        _bySaying = bySaying.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = bySaying.Keys.Max(saying => saying.Count(letter => letter == ' ')) + 1;
    }

    /// <summary>Whether two languages have the same command in these. Small talk is told apart by what it answers.</summary>
    private static bool IsSame(CommandContent one, CommandContent other) =>
        one.Name == other.Name && one.Talk == other.Talk && one.Needed == other.Needed && one.Pages == other.Pages && one.Argument is null == other.Argument is null;

    /// <summary>In the order of the help.</summary>
    public ImmutableArray<CommandContent> All { get; }

    /// <summary>The command in what was typed, or null.</summary>
    /// <param name="words">As typed. An argument is kept as it stands, line ends included.</param>
    /// <param name="bare">True: only a command that stands alone, because the words may well be an answer.</param>
    public Command? Read(string words, bool bare)
    {
        if (words.Length > Normalise.MaxLength)
            return null;
        var said = Normalise.ForCompare(words);
        if ((_bySaying.TryGetValue(said, out var alone) || _bySaying.TryGetValue(said.TrimEnd('.', '!', '?', ' '), out alone)) && !alone.Needed)
            return new Command(alone, "");
        return bare ? null : ReadWithArgument(words.Trim());
    }

    /// <summary>The longest saying wins: "leave out 2" is not "leave" with "out 2".</summary>
    private Command? ReadWithArgument(string words)
    {
        Command? found = null;
        for (int count = 0, end = EndOfWord(words, 0); count < _longest && end < words.Length; count++, end = EndOfWord(words, end))
        {
            if (_bySaying.TryGetValue(Normalise.ForCompare(words[..end].TrimEnd(':')), out var command) && (command.Argument is not null || (command.Pages && words.AsSpan(end).Trim().ContainsAnyExceptInRange('0', '9') is false)))
                found = new Command(command, words[end..].Trim());
        }

        return found ?? ReadOtherwise(words);
    }

    /// <summary>A command as it is written where no space stands before its argument, or where the argument comes first: 完了2, 2を完了, "2 पूरा".</summary>
    private Command? ReadOtherwise(string words)
    {
        // The longest saying wins here as well. Latin letters are left alone: there "2 done" may be anything.
        foreach (var (saying, command) in _bySaying.Where(entry => entry.Value.Argument is not null && entry.Key[^1] > 'ʯ' && entry.Key.Length < words.Length).OrderByDescending(entry => entry.Key.Length))
        {
            var isUnspaced = Segments.IsUnspaced(saying[^1]);
            if (isUnspaced && words.StartsWith(saying, StringComparison.OrdinalIgnoreCase))
                return new Command(command, words[saying.Length..].Trim(' ', '\u3000', ':', '：'));
            if (words.EndsWith(saying, StringComparison.OrdinalIgnoreCase) && (isUnspaced || char.IsWhiteSpace(words[^(saying.Length + 1)])))
                return new Command(command, words[..^saying.Length].TrimEnd(' ', '\u3000', 'を', 'に', 'の'));
        }

        return null;
    }

    private static int EndOfWord(string words, int from)
    {
        while (from < words.Length && char.IsWhiteSpace(words[from]))
            from++;
        while (from < words.Length && !char.IsWhiteSpace(words[from]))
            from++;
        return from;
    }

    /// <summary>What the person may have meant, as they could type it, or null: a command alone, or one that is misspelt before its argument.</summary>
    public Command? Suggest(string words)
    {
        var said = Normalise.ForCompare(words);
        if (said.Length is 0 or > LongestSuggestion || !said.Any(char.IsLetter))
            return null;
        if (Closest(said, All.Where(command => command.Talk is null)) is { } alone)
            return new Command(alone, "");
        words = words.Trim();
        var end = EndOfWord(words, 0);
        return end < words.Length && Closest(words[..end], All.Where(command => command.Argument is not null)) is { } meant
            ? new Command(meant, words[end..].Trim())
            : null;
    }

    private CommandContent? Closest(string said, IEnumerable<CommandContent> among) =>
        ClosestMatch.Find(said, among.SelectMany(command => command.Says)) is { } saying ? _bySaying[Normalise.ForCompare(saying)] : null;
}
