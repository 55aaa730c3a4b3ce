using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Partners;
using CtoBot.Core.Reading;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core;

/// <summary>What a turn happens in: the person's language, habits and clock.</summary>
/// <param name="Content">The content in the person's language.</param>
/// <param name="Texts">Its texts, with dates and numbers in the person's culture.</param>
/// <param name="Region">How the person writes dates and numbers.</param>
/// <param name="Now">The time of the turn.</param>
/// <param name="Zone">Where the person is, as far as is known.</param>
/// <param name="Records">The filed dialogs.</param>
internal sealed record Scene(LanguageContent Content, Texts Texts, Region Region, Instant Now, DateTimeZone Zone, Records Records)
{
    /// <summary>What the person shares with another.</summary>
    public Shared Shared { get; init; } = Shared.None;

    /// <summary>See <see cref="Input.Said.Mentions"/>; empty for any other input.</summary>
    public ImmutableArray<Person> Mentions { get; init; } = [];

    /// <summary>The operator's public holidays.</summary>
    public ImmutableSortedSet<LocalDate> Holidays { get; init; } = ImmutableSortedSet<LocalDate>.Empty;

    /// <summary>The person's calendar date; of a reminder that comes late, the date that it is about.</summary>
    public LocalDate Today { get; init; } = Now.InZone(Zone).Date;

    /// <summary>The content in every language.</summary>
    public required ContentLibrary Library { get; init; }

    /// <summary>The same scene in the language that a person speaks from now on.</summary>
    public Scene SpokenWith(PersonState state)
    {
        var locale = SpokenLanguage.LocaleOf(state);
        return Library.TextsFor(locale) == Texts ? this : this with { Content = Library.For(locale), Texts = Library.TextsFor(locale), Region = RegionOf(Library, state, locale) };
    }

    /// <summary>The habits of the language, and the money of where the person is from.</summary>
    private static Region RegionOf(ContentLibrary library, PersonState state, string locale)
    {
        var region = library.RegionFor(locale);
        return locale == state.Client.Locale ? region : region with { Currency = library.RegionFor(state.Client.Locale).Currency };
    }

    /// <summary>The scene for a person.</summary>
    public static Scene For(ContentLibrary library, PersonState state, Instant now, Records records)
    {
        var locale = SpokenLanguage.LocaleOf(state);
        var zone = Calendar.Of(state, library.Holidays)?.ZoneAt(now) ?? DateTimeZoneProviders.Tzdb.GetZoneOrNull(SetupAnswers.Zone(state) ?? state.Client.Zone);
        return new Scene(
            library.For(locale),
            library.TextsFor(locale),
            RegionOf(library, state, locale),
            now,
            zone ?? DateTimeZone.Utc,
            records)
        {
            Library = library,
            Holidays = library.Holidays,
        };
    }
}
