using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>The words of one language that the readers need; <c>words.json</c> of that language.</summary>
/// <remarks>All words are kept as <see cref="Normalise.ForCompare"/> gives them; the spelling in the file is free.</remarks>
public sealed record Words
{
    /// <summary>The seven weekdays from Monday, each with its full name first, then its short forms.</summary>
    public required ImmutableArray<ImmutableArray<string>> Weekdays { get; init; }

    /// <summary>The twelve months from January, each with its full name first, then its short forms.</summary>
    public required ImmutableArray<ImmutableArray<string>> Months { get; init; }

    /// <summary>Words for whole numbers, for example <c>two</c>.</summary>
    public required ImmutableDictionary<string, int> Numbers { get; init; }

    /// <summary>Words that mean one only before a unit or multiplier, for example <c>a</c> week, <c>a</c> million.</summary>
    public required ImmutableArray<string> One { get; init; }

    /// <summary>Words for places in an order, for example <c>first</c>.</summary>
    public required ImmutableDictionary<string, int> Ordinals { get; init; }

    /// <summary>What follows a numeral to make it an ordinal, for example <c>th</c>.</summary>
    public required ImmutableArray<string> OrdinalSuffixes { get; init; }

    /// <summary>Day words by their distance from today in days, for example <c>tomorrow</c>: 1.</summary>
    public required ImmutableDictionary<string, int> Days { get; init; }

    /// <summary>Words for the coming one, for example <c>next</c>.</summary>
    public required ImmutableArray<string> Next { get; init; }

    /// <summary>Words for the present one, for example <c>this</c>.</summary>
    public required ImmutableArray<string> This { get; init; }

    /// <summary>Words for the previous one, for example <c>last</c>.</summary>
    public required ImmutableArray<string> Last { get; init; }

    /// <summary>Words before a distance into the future, for example <c>in</c> 3 days.</summary>
    public required ImmutableArray<string> In { get; init; }

    /// <summary>Words after a distance into the past, for example 3 days <c>ago</c>.</summary>
    public required ImmutableArray<string> Ago { get; init; }

    /// <summary>Words between a distance and its start, for example a week <c>from</c> Monday.</summary>
    public required ImmutableArray<string> From { get; init; }

    /// <summary>Words for one or more days, weeks, months and years.</summary>
    public required TimeUnits Units { get; init; }

    /// <summary>Articles; one before a bare numeral makes it a day of the month.</summary>
    public required ImmutableArray<string> Articles { get; init; }

    /// <summary>Words that add nothing and are skipped, for example <c>please</c>.</summary>
    public required ImmutableArray<string> Fillers { get; init; }

    /// <summary>Words for before noon.</summary>
    public required ImmutableArray<string> Am { get; init; }

    /// <summary>Words for after noon.</summary>
    public required ImmutableArray<string> Pm { get; init; }

    /// <summary>Times with a name, as <c>HH:mm</c>, for example <c>noon</c>: 12:00.</summary>
    public required ImmutableDictionary<string, string> Times { get; init; }

    /// <summary>Words after an hour, for example <c>o'clock</c> and <c>h</c>.</summary>
    public required ImmutableArray<string> Hours { get; init; }

    /// <summary>Parts of an hour in minutes, for example <c>half</c>: 30.</summary>
    public required ImmutableDictionary<string, int> HourParts { get; init; }

    /// <summary>Words between a part and the hour before it, for example half <c>past</c> seven.</summary>
    public required ImmutableArray<string> Past { get; init; }

    /// <summary>Words between a part and the hour after it, for example quarter <c>to</c> eight.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>Words for yes; <c>true</c> among them.</summary>
    public required ImmutableArray<string> Yes { get; init; }

    /// <summary>Words for no; <c>false</c> among them.</summary>
    public required ImmutableArray<string> No { get; init; }

    /// <summary>What a numeral is multiplied by, for example <c>k</c>: 1000.</summary>
    public required ImmutableDictionary<string, decimal> Multipliers { get; init; }

    /// <summary>Currency words and signs with the ISO 4217 codes they stand for, likeliest first; the person's own currency wins if listed.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> Currencies { get; init; }

    /// <summary>Words between a mark and the best mark, for example 4 <c>out of</c> 5.</summary>
    public required ImmutableArray<string> OutOf { get; init; }

    /// <summary>Words that join the last two of a list, for example <c>and</c>.</summary>
    public required ImmutableArray<string> And { get; init; }

    /// <summary>Words between the ends of a range, for example Monday <c>to</c> Friday.</summary>
    public required ImmutableArray<string> Through { get; init; }

    /// <summary>Words for every option.</summary>
    public required ImmutableArray<string> All { get; init; }

    /// <summary>Words for no option.</summary>
    public required ImmutableArray<string> None { get; init; }

    /// <summary>Words before what is left out, for example all <c>except</c> Friday.</summary>
    public required ImmutableArray<string> Except { get; init; }

    /// <summary>Short words for several options, with the longer form to read instead, for example <c>weekend</c>: sat, sun.</summary>
    public required ImmutableDictionary<string, string> Groups { get; init; }

    /// <summary>Words before an option's number, for example <c>option</c> 2.</summary>
    public required ImmutableArray<string> Numbered { get; init; }

    /// <summary>The language's spelling of the months, January first, for dates that are said.</summary>
    public required ImmutableArray<string> MonthNames { get; init; }

    /// <summary>The language's spelling of the weekdays, Monday first, for dates that are said.</summary>
    public required ImmutableArray<string> WeekdayNames { get; init; }

    /// <summary>Reads a words file.</summary>
    /// <param name="json">The text of <c>words.json</c>.</param>
    /// <exception cref="FormatException">The text is no valid words file; the message names the path in it and the reason.</exception>
    public static Words Parse(string json) => WordsFile.Parse(json);

    /// <summary>A date in words that <see cref="DateReader"/> reads back, for example <c>27 November 2026</c>.</summary>
    public string Say(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MonthNames[date.Month - 1]} {date.Year}");
}

/// <summary>Words for lengths of time, singular and plural.</summary>
/// <param name="Day">Words for days.</param>
/// <param name="Week">Words for weeks.</param>
/// <param name="Month">Words for months.</param>
/// <param name="Year">Words for years.</param>
public sealed record TimeUnits(
    ImmutableArray<string> Day, ImmutableArray<string> Week, ImmutableArray<string> Month, ImmutableArray<string> Year);
