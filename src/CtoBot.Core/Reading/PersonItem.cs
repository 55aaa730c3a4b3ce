using System.Collections.Immutable;
using System.Text;

namespace CtoBot.Core.Reading;

/// <summary>Reads one person.</summary>
internal static class PersonItem
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;

    /// <summary>Reads <c>Ann Lee</c>, <c>Ann Lee &lt;ann@example.com&gt;</c>, <c>ann@example.com</c> or an object id.</summary>
    internal static Reading<Person> Read(string typed, ImmutableDictionary<string, Person>? known)
    {
        var item = Clean(typed);
        if (Guid.TryParseExact(item, "D", out _))
            return known?.GetValueOrDefault(item) ?? new Person(item, null, item);
        var open = item.IndexOf('<', StringComparison.Ordinal);
        var (name, email) = open >= 0
            ? (item[..open].Trim(' ', '"'), item[(open + 1)..].TrimEnd('>').Trim())
            : item.Contains('@', StringComparison.Ordinal) ? ("", item) : (item, null);
        if (email is not null && email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            email = email["mailto:".Length..];
        // A typed @mention has no address.
        if (open < 0 && email is ['@', .. var mentioned] && !mentioned.Contains('@', StringComparison.Ordinal))
            (name, email) = (mentioned, null);
        if (email is not null && !IsEmail(email))
            return Problem.Unread("people.email", email.Length > 0 ? email : typed);
        if (name.Length == 0 && email is not null)
            name = email;
        return name.Length <= LongestName && name.Any(char.IsLetter) && !name.Any("<>{}|\\".Contains)
            ? new Person(name, email)
            : Problem.Unread("people.unclear", typed);
    }

    /// <summary>A line without the bullet or number before it.</summary>
    internal static string WithoutBullet(string line)
    {
        var item = line.Trim().TrimStart('-', '*', '•', '–', '·').TrimStart();
        var digits = item.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && item.Length > digits && item[digits] is '.' or ')' ? item[(digits + 1)..].TrimStart() : item;
    }

    private static string Clean(string typed)
    {
        var text = new StringBuilder();
        foreach (var rune in typed.AsSpan(0, Math.Min(typed.Length, LongestName + LongestEmail + 20)).EnumerateRunes())
            if (!Rune.IsControl(rune))
                text.Append(rune.ToString());
        return text.Replace("<at>", "").Replace("</at>", "").ToString().Trim(' ', '.', '\u00A0', '\u200B', '\uFEFF');
    }

    private static bool IsEmail(string email) =>
        email.Length <= LongestEmail
        && email.Split('@') is [{ Length: > 0 }, { Length: > 2 } host]
        && host.IndexOf('.') > 0
        && !host.EndsWith('.')
        && !host.Contains("..", StringComparison.Ordinal)
        && !email.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or '(' or ')' or ',' or ';' or ':');
}
