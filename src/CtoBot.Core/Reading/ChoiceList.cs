using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Works through a list of options item by item.</summary>
/// <param name="index">The options.</param>
/// <param name="words">The language's words.</param>
/// <param name="count">How many options there are.</param>
internal sealed class ChoiceList(OptionIndex index, Words words, int count)
{
    private const int MostItems = 200;

    /// <summary>The places of the options that were chosen.</summary>
    internal SortedSet<int> Chosen { get; } = [];

    /// <summary>The item that could not be read; null for the whole text.</summary>
    internal string? Failed { get; private set; }

    /// <summary>The options that item may have meant.</summary>
    internal ImmutableArray<int> Candidates { get; private set; } = [];

    /// <summary>Reads a whole text; false when an item failed.</summary>
    internal bool TryRead(string text)
    {
        var line = OptionIndex.Bare(text);
        if (index.FindExact(line) is [var only])
            return Choose([only]);
        if (words.None.Contains(line))
            return true;
        if (words.All.Contains(line))
            return Choose(Enumerable.Range(0, count));
        if (AfterAllExcept(line) is not { } exceptions)
            return TryReadItems(text);
        if (!TryReadItems(exceptions))
            return false;
        Chosen.SymmetricExceptWith(Enumerable.Range(0, count));
        return true;
    }

    private bool TryReadItems(string text)
    {
        var items = text.Split(['\n', '\r', ',', ';', '|', '•', '、', '，', '،', '；', '؛'], MostItems, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(items, item => OptionIndex.Bare(item).Length == 0 || TryItem(item));
    }

    private bool TryItem(string typed)
    {
        var item = WithoutLeadingAnd(OptionIndex.Bare(typed).TrimStart('-', '*', ' '));
        if (Certain(item) is { IsEmpty: false } certain)
            return Choose(certain);
        var parts = SplitAtAnds(item).Select(Places).ToList();
        if (parts.Count > 1 && parts.TrueForAll(places => !places.IsEmpty))
            return Choose(parts.SelectMany(places => places));
        var found = index.Find(item);
        if (found is [var only])
            return Choose([only]);
        var spaced = item.Split(' ').Select(Certain).ToList();
        if (spaced.TrueForAll(places => !places.IsEmpty))
            return Choose(spaced.SelectMany(places => places));
        (Failed, Candidates) = (typed, found);
        return false;
    }

    /// <summary>What a part says; empty when it may mean several options.</summary>
    private ImmutableArray<int> Places(string part) =>
        Certain(part) is { IsEmpty: false } certain ? certain : index.Find(part) is [_] found ? found : [];

    /// <summary>One option by name or number, a range of them, or a group.</summary>
    private ImmutableArray<int> Certain(string item)
    {
        if (NamedOrRange(item) is { IsEmpty: false } places)
            return places;
        if (!words.Groups.TryGetValue(item, out var longer))
            return [];
        var members = longer.Split(',').Select(member => NamedOrRange(member.Trim())).ToList();
        return members.TrueForAll(member => !member.IsEmpty) ? [.. members.SelectMany(member => member)] : [];
    }

    private ImmutableArray<int> NamedOrRange(string item)
    {
        if (index.FindExact(item) is [_] exact)
            return exact;
        foreach (var joint in words.Through.Select(word => $" {word} ").Append(" - ").Append("-"))
            if (item.Split(joint, 3) is [var from, var to] && Range(from.Trim(), to.Trim()) is { IsEmpty: false } range)
                return range;
        return [];
    }

    private ImmutableArray<int> Range(string from, string to)
    {
        if (index.FindExact(from) is not [var first] || index.FindExact(to) is not [var last])
            return [];
        if (first <= last)
            return [.. Enumerable.Range(first, last - first + 1)];
        // Saturday to Wednesday goes round the week; for anything else the ends are in the wrong order.
        return words.Weekdays.Any(forms => forms.Contains(from))
            ? [.. Enumerable.Range(first, count - first), .. Enumerable.Range(0, last + 1)]
            : [.. Enumerable.Range(last, first - last + 1)];
    }

    private List<string> SplitAtAnds(string item)
    {
        var parts = new List<List<string>> { new() };
        var spaced = item.Replace("&", " & ", StringComparison.Ordinal).Replace("+", " + ", StringComparison.Ordinal);
        foreach (var word in spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (words.And.Contains(word) || word is "+" or "/")
                parts.Add([]);
            else
                parts[^1].Add(word);
        return [.. parts.Where(part => part.Count > 0).Select(part => string.Join(' ', part))];
    }

    private string WithoutLeadingAnd(string item) =>
        words.And.FirstOrDefault(word => item.StartsWith(word + " ", StringComparison.Ordinal)) is { } and ? item[(and.Length + 1)..] : item;

    private string? AfterAllExcept(string line)
    {
        foreach (var all in words.All)
            foreach (var except in words.Except)
                if (line.StartsWith($"{all} {except} ", StringComparison.Ordinal))
                    return line[(all.Length + except.Length + 2)..];
        return null;
    }

    private bool Choose(IEnumerable<int> places)
    {
        Chosen.UnionWith(places);
        return true;
    }
}
