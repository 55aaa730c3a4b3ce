using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>What changed at a customer between two visits.</summary>
/// <param name="Before">The debrief of the visit before.</param>
/// <param name="Now">The debrief of the visit that is looked at.</param>
/// <param name="Ratings">The functions rated at either visit.</param>
/// <param name="StillThere">Bugs of both visits: the same by the person's word, or by a title that resembles.</param>
/// <param name="New">Bugs that were not mentioned before.</param>
/// <param name="Unmentioned">Bugs that are no longer mentioned.</param>
/// <param name="Promises">What was promised at the visit before, and where it stands.</param>
public sealed record VisitComparison(
    Debrief Before,
    Debrief Now,
    ImmutableArray<RatingChange> Ratings,
    ImmutableArray<BugStill> StillThere,
    ImmutableArray<Bug> New,
    ImmutableArray<Bug> Unmentioned,
    PromiseList Promises)
{
    /// <summary>How much higher (or, below 0, lower) the flight risk is; null unless both visits say one.</summary>
    public int? RiskChange => Now.Risk - Before.Risk;

    /// <summary>Compares a visit with the one before it at the same customer.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="bugs">The same book's bugs.</param>
    /// <param name="visit">The visit's id.</param>
    /// <param name="today">The person's date.</param>
    /// <returns>The comparison, or null when the visit has no debrief or there is none before it.</returns>
    public static VisitComparison? Of(Book book, BugList bugs, string visit, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(bugs);
        if (book.Debriefs.FirstOrDefault(debrief => debrief.VisitId == visit) is not { Customer: { } customer } now)
            return null;
        if (book.DebriefsOf(customer.Id).TakeWhile(debrief => debrief.VisitId != visit).LastOrDefault() is not { } before)
            return null;
        var still = Still(before.Bugs, now.Bugs, bugs);
        return new VisitComparison(
            before,
            now,
            [.. Functions.All
                .Select(function => new RatingChange(function, Rating(before, function), Rating(now, function)))
                .Where(change => change is not { Before: null, Now: null })],
            still,
            [.. now.Bugs.Where(bug => still.All(pair => pair.Now != bug))],
            [.. before.Bugs.Where(bug => still.All(pair => pair.Before != bug))],
            PromiseList.Of(before.Promises, today));
    }

    private static int? Rating(Debrief debrief, string function) => debrief.Services.GetValueOrDefault(function)?.Rating;

    private static ImmutableArray<BugStill> Still(ImmutableArray<Bug> before, ImmutableArray<Bug> now, BugList bugs)
    {
        var left = before.ToList();
        var pairs = new List<BugStill>();
        // The person's word first, so that a title that only resembles takes nothing away from it.
        foreach (var bug in now)
            Pair(bug, left.FirstOrDefault(earlier => bugs.Find(bug.Ref) is { } group && group == bugs.Find(earlier.Ref)));
        foreach (var bug in now.Where(bug => pairs.All(pair => pair.Now != bug)))
        {
            var title = Title.Of(bug.Title);
            Pair(bug, left
                .Select(earlier => (Earlier: earlier, Resemblance: title.Resemblance(Title.Of(earlier.Title))))
                .Where(candidate => candidate.Resemblance >= Title.Enough)
                .OrderByDescending(candidate => candidate.Resemblance)
                .FirstOrDefault().Earlier);
        }

        return [.. now.SelectMany(bug => pairs.Where(pair => pair.Now == bug))];

        void Pair(Bug bug, Bug? earlier)
        {
            if (earlier is null)
                return;
            left.Remove(earlier);
            pairs.Add(new BugStill(earlier, bug));
        }
    }
}

/// <summary>A rating at two visits.</summary>
/// <param name="Function">A key of <see cref="Functions.All"/>.</param>
/// <param name="Before">The rating at the visit before, or null.</param>
/// <param name="Now">The rating now, or null.</param>
public sealed record RatingChange(string Function, int? Before, int? Now)
{
    /// <summary>How much better (or, below 0, worse); null unless both visits rate it.</summary>
    public int? Change => Now - Before;
}

/// <summary>A bug that was told of at two visits.</summary>
/// <param name="Before">As it was told before.</param>
/// <param name="Now">As it was told now.</param>
public sealed record BugStill(Bug Before, Bug Now);
