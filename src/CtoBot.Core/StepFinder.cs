using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core;

/// <summary>Finds the step that typed words name: by its number in today's list, or by its title.</summary>
internal static class StepFinder
{
    /// <summary>No title is longer, with room for a slip.</summary>
    private const int LongestTitle = 120;

    /// <summary>The step that the words begin with, and what follows it; null if they name none.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="words">E.g. "2", "2 to friday", "own team: bring cake".</param>
    /// <param name="separators">What may stand between the step and the rest.</param>
    public static (PlanItem Item, string Said)? Find(Scene scene, PersonalPlan plan, string words, params ReadOnlySpan<string> separators)
    {
        var numbered = Checklists.Numbered(scene, plan);
        var digits = words.TakeWhile(char.IsDigit).Count();
        if (digits > 0 && int.TryParse(Normalise.Digits(words[..digits]), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= numbered.Length ? (numbered[number - 1], Strip(words[digits..], separators)) : null;
        if (ByTitle(plan, numbered, words) is { } item)
            return (item, "");
        // A title may hold "to" and "on", and the rest a colon: the longest beginning that names a step is it.
        foreach (var (index, length) in Places(words.Length > LongestTitle ? words[..LongestTitle] : words, separators))
        {
            if (ByTitle(plan, numbered, words[..index]) is { } named)
                return (named, words[(index + length)..].Trim());
        }

        return null;
    }

    /// <summary>Where separators stand, the last first.</summary>
    private static IEnumerable<(int Index, int Length)> Places(string words, ReadOnlySpan<string> separators)
    {
        var places = new List<(int Index, int Length)>();
        foreach (var separator in separators)
        {
            for (var index = words.IndexOf(separator, StringComparison.OrdinalIgnoreCase); index >= 0; index = words.IndexOf(separator, index + 1, StringComparison.OrdinalIgnoreCase))
                places.Add((index, separator.Length));
        }

        return places.OrderByDescending(place => place.Index);
    }

    private static string Strip(string rest, ReadOnlySpan<string> separators)
    {
        rest = rest.TrimStart();
        foreach (var separator in separators)
        {
            if (rest.StartsWith(separator.TrimStart(), StringComparison.OrdinalIgnoreCase))
                return rest[separator.TrimStart().Length..].Trim();
        }

        return rest.Trim();
    }

    /// <summary>The only step whose title holds the words, those of today's list first; or the one that is spelt alike.</summary>
    private static PlanItem? ByTitle(PersonalPlan plan, ImmutableArray<PlanItem> numbered, string words)
    {
        var said = Normalise.ForCompare(words);
        if (said.Length < 3)
            return null;
        foreach (IEnumerable<PlanItem> items in (IEnumerable<PlanItem>[])[numbered, plan.Items])
        {
            PlanItem[] holding = [.. items.Where(item => Normalise.ForCompare(item.Step.Title).Contains(said, StringComparison.Ordinal)).Take(2)];
            if (holding is [var only])
                return only;
        }

        var closest = ClosestMatch.Find(said, plan.Items.Select(item => item.Step.Title).Distinct(StringComparer.Ordinal));
        return closest is null ? null : numbered.Concat(plan.Items).First(item => item.Step.Title == closest);
    }
}
