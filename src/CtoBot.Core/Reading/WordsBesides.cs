using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Words of a language with those of another that is understood besides.</summary>
internal static class WordsBesides
{
    /// <summary>
    /// The words, and those of <paramref name="others"/> that mean nothing else here: French "mar." is a Tuesday, and no March. Only words
    /// that are looked for in the same kind of answer can get in each other's way, so a yes is held against a no and not against a month.
    /// </summary>
    /// <param name="words">The language's own.</param>
    /// <param name="others">The other language's, or null for none.</param>
    internal static Words And(this Words words, Words? others)
    {
        if (others is null)
            return words;
        var dates = new Union([
            .. words.Weekdays, .. words.Months, [.. words.Days.Keys], [.. words.Numbers.Keys], [.. words.Ordinals.Keys], words.One, words.Next, words.This, words.Last, words.In, words.Ago,
            words.From, words.Units.Day, words.Units.Week, words.Units.Month, words.Units.Year, words.Articles, words.Fillers,
        ]);
        var times = new Union([
            words.Am, words.Pm, [.. words.Times.Keys], words.Hours, [.. words.HourParts.Keys], words.Past, words.To, [.. words.Numbers.Keys], words.Articles, words.Fillers,
        ]);
        var amounts = new Union([[.. words.Multipliers.Keys], [.. words.Currencies.Keys], [.. words.Numbers.Keys], words.One, words.Fillers, words.OutOf]);
        var choices = new Union([words.And, words.Through, words.All, words.None, words.Except, [.. words.Groups.Keys], words.Numbered]);
        var answers = new Union([words.Yes, words.No]);
        return words with
        {
            Weekdays = [.. words.Weekdays.Zip(others.Weekdays, dates.Add)],
            Months = [.. words.Months.Zip(others.Months, dates.Add)],
            Days = dates.Add(words.Days, others.Days),
            Numbers = dates.Add(words.Numbers, others.Numbers),
            Ordinals = dates.Add(words.Ordinals, others.Ordinals),
            OrdinalSuffixes = [.. words.OrdinalSuffixes.Union(others.OrdinalSuffixes, StringComparer.Ordinal)],
            One = dates.Add(words.One, others.One),
            Next = dates.Add(words.Next, others.Next),
            This = dates.Add(words.This, others.This),
            Last = dates.Add(words.Last, others.Last),
            In = dates.Add(words.In, others.In),
            Ago = dates.Add(words.Ago, others.Ago),
            From = dates.Add(words.From, others.From),
            Units = new TimeUnits(
                dates.Add(words.Units.Day, others.Units.Day),
                dates.Add(words.Units.Week, others.Units.Week),
                dates.Add(words.Units.Month, others.Units.Month),
                dates.Add(words.Units.Year, others.Units.Year)),
            Articles = dates.Add(words.Articles, others.Articles),
            Fillers = dates.Add(words.Fillers, [.. others.Fillers.Where(word => !times.Has(word) && !amounts.Has(word))]),
            Am = times.Add(words.Am, others.Am),
            Pm = times.Add(words.Pm, others.Pm),
            Times = times.Add(words.Times, others.Times),
            Hours = times.Add(words.Hours, others.Hours),
            HourParts = times.Add(words.HourParts, others.HourParts),
            Past = times.Add(words.Past, others.Past),
            To = times.Add(words.To, others.To),
            Yes = answers.Add(words.Yes, others.Yes),
            No = answers.Add(words.No, others.No),
            Multipliers = amounts.Add(words.Multipliers, others.Multipliers),
            Currencies = amounts.Add(words.Currencies, others.Currencies),
            OutOf = amounts.Add(words.OutOf, others.OutOf),
            And = choices.Add(words.And, others.And),
            Through = choices.Add(words.Through, others.Through),
            All = choices.Add(words.All, others.All),
            None = choices.Add(words.None, others.None),
            Except = choices.Add(words.Except, others.Except),
            Groups = choices.Add(words.Groups, others.Groups),
            Numbered = choices.Add(words.Numbered, others.Numbered),
        };
    }

    /// <summary>Lists that are looked through for the same answer.</summary>
    private sealed class Union(ImmutableArray<string>[] lists)
    {
        private readonly HashSet<string> _taken = new(lists.SelectMany(list => list), StringComparer.Ordinal);

        public bool Has(string word) => _taken.Contains(word);

        public ImmutableArray<string> Add(ImmutableArray<string> words, ImmutableArray<string> others) => [.. words, .. others.Where(word => !Has(word))];

        public ImmutableDictionary<string, T> Add<T>(ImmutableDictionary<string, T> words, ImmutableDictionary<string, T> others) =>
            words.AddRange(others.Where(other => !Has(other.Key)));
    }
}
