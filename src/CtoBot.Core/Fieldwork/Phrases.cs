using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;
using CtoBot.Core.Flows.Fieldwork;
using NodaTime;

namespace CtoBot.Core.Fieldwork;

/// <summary>The short phrases that lists of customers and visits are made of.</summary>
internal static class Phrases
{
    /// <summary>"120,000 EUR".</summary>
    public static string Say(this Scene scene, Money money) => $"{scene.Texts.Number(money.Amount)} {money.Currency}";

    /// <summary>"120,000 EUR and 5,000 USD".</summary>
    public static string Say(this Scene scene, MoneyTotal total) => scene.Texts.List(total.Amounts.Select(money => scene.Say(money)));

    /// <summary>A date, with its year where it is not this one.</summary>
    public static string Day(this Scene scene, LocalDate date) =>
        date.Year == scene.Today.Year ? scene.Texts.ShortDay(date) : $"{scene.Texts.ShortDay(date)} {date.Year.ToString(scene.Texts.Culture)}";

    /// <summary>When a visit is, by the clock of its place, and by the person's own where that is another.</summary>
    public static string When(this Scene scene, VisitEntry visit)
    {
        var texts = scene.Texts;
        var there = texts.Say("visits.line", ("date", scene.Day(visit.Start.Date)), ("time", texts.Time(visit.Start.TimeOfDay)));
        var here = visit.Span(scene).Start.InZone(scene.Zone).LocalDateTime;
        if (here == visit.Start)
            return there;
        var mine = here.Date == visit.Start.Date
            ? texts.Say("visits.yourTime", ("time", texts.Time(here.TimeOfDay)))
            : texts.Say("visits.yourTimeDay", ("date", scene.Day(here.Date)), ("time", texts.Time(here.TimeOfDay)));
        return $"{there} ({mine})";
    }
}
