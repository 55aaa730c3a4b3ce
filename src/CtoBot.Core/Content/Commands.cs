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
public sealed record CommandContent(
    string Name,
    ImmutableArray<string> Says,
    string? Help = null,
    string? Argument = null,
    bool Needed = false,
    string? Talk = null);

/// <summary>A command as a person typed it.</summary>
/// <param name="Content">Which.</param>
/// <param name="Argument">What followed it, as written; empty for nothing.</param>
public sealed record Command(CommandContent Content, string Argument);

/// <summary>Recognises typed commands.</summary>
public sealed class Commands
{
    private readonly FrozenDictionary<string, CommandContent> _bySaying;
    private readonly int _longest;

    /// <summary>Commands with their sayings.</summary>
    /// <exception cref="FormatException">Two commands share a saying.</exception>
    public Commands(ImmutableArray<CommandContent> all)
    {
        All = all;
        var bySaying = new Dictionary<string, CommandContent>(StringComparer.Ordinal);
        foreach (var command in all)
        {
            foreach (var saying in command.Says)
            {
                if (!bySaying.TryAdd(Normalise.ForCompare(saying), command))
                    throw new FormatException($"'{saying}' stands for both '{bySaying[Normalise.ForCompare(saying)].Name}' and '{command.Name}'.");
            }
        }

        _bySaying = bySaying.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = bySaying.Keys.Max(saying => saying.Count(letter => letter == ' ')) + 1;
    }

    /// <summary>In the order of the help.</summary>
    public ImmutableArray<CommandContent> All { get; }

    /// <summary>The command in what was typed, or null.</summary>
    /// <param name="words">As typed; only the first line is looked at for commands with an argument.</param>
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

    private Command? ReadWithArgument(string words)
    {
        var parts = words.Split((char[]?)null, _longest + 1, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(_longest, parts.Length - 1); count > 0; count--)
        {
            var saying = Normalise.ForCompare(string.Join(' ', parts[..count]).TrimEnd(':'));
            if (_bySaying.TryGetValue(saying, out var command) && command.Argument is not null)
                return new Command(command, string.Join(' ', parts[count..]));
        }

        return null;
    }

    /// <summary>What the person may have meant, as they could type it, or null.</summary>
    public string? Suggest(string words)
    {
        var said = Normalise.ForCompare(words);
        return said.Length is 0 or > 40
            ? null
            : !said.Any(char.IsLetter) ? null : ClosestMatch.Find(said, All.Where(command => command.Talk is null).SelectMany(command => command.Says));
    }
}
