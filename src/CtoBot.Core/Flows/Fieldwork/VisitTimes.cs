using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>When a visit is, as an instant. A time that the clocks skip is the next one that there is; of a time that comes twice, the first.</summary>
internal static class VisitTimes
{
    /// <summary>From when until when.</summary>
    public static (Instant Start, Instant End) Span(this VisitEntry visit, Scene scene)
    {
        var start = visit.Start.InZoneLeniently(visit.ZoneIn(scene)).ToInstant();
        return (start, start + Duration.FromMinutes(visit.Minutes));
    }

    /// <summary>Whether it has ended.</summary>
    public static bool IsOver(this VisitEntry visit, Scene scene) => visit.Span(scene).End <= scene.Now;

    /// <summary>The zone of its place; the person's own if it is not known.</summary>
    public static DateTimeZone ZoneIn(this VisitEntry visit, Scene scene) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(visit.Zone) ?? scene.Zone;

    /// <summary>The visits that are over and not written down, the earliest first.</summary>
    public static IEnumerable<KeyValuePair<string, VisitEntry>> Waiting(Scene scene, PersonState state) =>
        state.Visits.Where(visit => !visit.Value.Debriefed && visit.Value.IsOver(scene)).OrderBy(visit => visit.Value.Span(scene).Start).ThenBy(visit => visit.Key, StringComparer.Ordinal);
}
