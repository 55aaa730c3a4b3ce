using System.Collections.Immutable;
using NodaTime.Text;

namespace CtoBot.Core.Reading;

/// <summary>Reads a words file, checks it and brings its words into the form that texts are compared in.</summary>
internal static class WordsFile
{
    private const string Name = "words.json";

    /// <inheritdoc cref="Words.Parse"/>
    internal static Words Parse(string json)
    {
        var words = ReadingJson.Parse(json, ReadingJson.Default.Words, Name);
        Count(words.Weekdays, 7, "weekdays");
        Count(words.WeekdayNames, 7, "weekdayNames");
        Count(words.Months, 12, "months");
        Count(words.MonthNames, 12, "monthNames");
        foreach (var (word, time) in words.Times)
            if (!LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Success)
                throw ReadingJson.Invalid(Name, "$.times." + word, $"“{time}” is no time such as 12:00");
        foreach (var (word, codes) in words.Currencies)
            if (codes.IsEmpty || !codes.All(Currencies.IsCode))
                throw ReadingJson.Invalid(Name, "$.currencies." + word, "it must list ISO 4217 codes");
        return Comparable(words);
    }

    private static void Count<T>(ImmutableArray<T> items, int count, string path)
    {
        if (items.Length != count)
            throw ReadingJson.Invalid(Name, "$." + path, $"it has {items.Length} entries instead of {count}");
        for (var i = 0; i < count; i++)
            if (items[i] is ImmutableArray<string> { IsDefaultOrEmpty: true })
                throw ReadingJson.Invalid(Name, $"$.{path}[{i}]", "it is empty");
    }

    private static Words Comparable(Words words) => words with
    {
        Weekdays = [.. words.Weekdays.Select(Fold)],
        Months = [.. words.Months.Select(Fold)],
        Numbers = Fold(words.Numbers),
        One = Fold(words.One),
        Ordinals = Fold(words.Ordinals),
        OrdinalSuffixes = Fold(words.OrdinalSuffixes),
        Days = Fold(words.Days),
        Next = Fold(words.Next),
        This = Fold(words.This),
        Last = Fold(words.Last),
        In = Fold(words.In),
        Ago = Fold(words.Ago),
        From = Fold(words.From),
        Units = new TimeUnits(Fold(words.Units.Day), Fold(words.Units.Week), Fold(words.Units.Month), Fold(words.Units.Year)),
        Articles = Fold(words.Articles),
        Fillers = Fold(words.Fillers),
        Am = Fold(words.Am),
        Pm = Fold(words.Pm),
        Times = Fold(words.Times),
        Hours = Fold(words.Hours),
        HourParts = Fold(words.HourParts),
        Past = Fold(words.Past),
        To = Fold(words.To),
        Yes = Fold(words.Yes),
        No = Fold(words.No),
        Multipliers = Fold(words.Multipliers),
        Currencies = Fold(words.Currencies),
        OutOf = Fold(words.OutOf),
        And = Fold(words.And),
        Through = Fold(words.Through),
        All = Fold(words.All),
        None = Fold(words.None),
        Except = Fold(words.Except),
        Groups = Fold(words.Groups),
        Numbered = Fold(words.Numbered),
    };

    private static ImmutableArray<string> Fold(ImmutableArray<string> words) =>
        [.. words.Select(Normalise.ForCompare).Distinct(StringComparer.Ordinal)];

    private static ImmutableDictionary<string, T> Fold<T>(ImmutableDictionary<string, T> words)
    {
        var folded = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (word, value) in words)
            folded[Normalise.ForCompare(word)] = value;
        return folded.ToImmutable();
    }
}
