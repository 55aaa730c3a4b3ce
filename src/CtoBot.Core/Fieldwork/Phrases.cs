using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>The short phrases that lists of customers and visits are made of.</summary>
internal static class Phrases
{
    /// <summary>When a visit is, by the clock of its place, and by the person's own where that is another.</summary>
    public static string When(this Scene scene, VisitEntry visit)
    {
        var texts = scene.Texts;
        var there = texts.Say("visits.line", ("date", scene.Date(visit.Start.Date)), ("time", texts.Time(visit.Start.TimeOfDay)));
        var here = visit.Span(scene).Start.InZone(scene.Zone).LocalDateTime;
        if (here == visit.Start)
            return there;
        var mine = here.Date == visit.Start.Date
            ? texts.Say("visits.yourTime", ("time", texts.Time(here.TimeOfDay)))
            : texts.Say("visits.yourTimeDay", ("date", scene.Date(here.Date)), ("time", texts.Time(here.TimeOfDay)));
        return $"{there} ({mine})";
    }
}
