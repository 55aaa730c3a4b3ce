using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>
/// The promises that are open and have a day, kept in the state (<see cref="PersonState.Promises"/>), so that a reminder of them looks at nothing
/// that is filed. It is changed wherever a dialog is filed or unfiled; a dialog that is in the state speaks for itself.
/// </summary>
internal static class PromiseIndex
{
    /// <summary>
    /// More are not kept: the state is read and written with every turn. Those that are due first are, and from when on there are others
    /// (<see cref="PersonState.PromisesCut"/>): for these the filed dialogs are read.
    /// </summary>
    public const int Most = 10;

    /// <summary>Longer texts are cut off.</summary>
    private const int MostText = 120;

    /// <summary>The promises that are due until a day, that day included, the earliest first. The filed dialogs are read only for somebody with more than are kept.</summary>
    public static ImmutableArray<OpenPromise> Due(Scene scene, PersonState state, LocalDate day) =>
        [.. Of(IsWhole(state, day) ? state : Whole(scene, state)).TakeWhile(promise => promise.Due <= day)];

    /// <summary>The state, with what is kept of promises made anew if it does not tell of all that are due until a day: others have been settled since.</summary>
    public static PersonState Refreshed(Scene scene, PersonState state, LocalDate day) => IsWhole(state, day) ? state : Bounded(Whole(scene, state));

    /// <summary>The promises that are kept, the earliest first. Those to customers who were put away do not count.</summary>
    public static ImmutableArray<OpenPromise> Of(PersonState state) =>
    [
        .. Ordered(state.Promises.Where(dialog => !state.Drafts.ContainsKey(dialog.Key)).SelectMany(dialog => dialog.Value)
            .Concat(state.Drafts.Values.Where(Gives).SelectMany(draft => Read(state, draft)))
            .Where(promise => promise.Customer is null || state.Customers.GetValueOrDefault(promise.Customer) is { Archived: false })),
    ];

    /// <summary>The state after a dialog was filed.</summary>
    public static PersonState Filed(PersonState state, Draft draft)
    {
        if (draft.Flow == BookFlows.Visit)
            return Moved(state, draft);
        if (!Gives(draft))
            return state;
        var known = state.Promises.GetValueOrDefault(draft.Id, []);
        var open = Read(state, draft);
        return open.SequenceEqual(known) ? state : Bounded(state with { Promises = open.IsEmpty ? state.Promises.Remove(draft.Id) : state.Promises.SetItem(draft.Id, open) });
    }

    /// <summary>The state after a dialog was removed.</summary>
    public static PersonState Unfiled(PersonState state, Draft draft) => state with { Promises = state.Promises.Remove(draft.Id) };

    private static bool IsWhole(PersonState state, LocalDate day) => state.PromisesCut is not { } cut || cut > day;

    private static PersonState Whole(Scene scene, PersonState state)
    {
        string? Visited(Draft draft) => scene.Records.Find(state, BookFlows.Visit, draft.Subject)?.Choice("customer");
        var given = from draft in scene.Records.All(state)
                    where draft.Filed && Gives(draft)
                    let open = Read(draft, draft.Flow == BookFlows.Debrief ? Visited(draft) : null)
                    where !open.IsEmpty
                    select KeyValuePair.Create(draft.Id, open);
        return state with { Promises = given.ToImmutableDictionary(), PromisesCut = null };
    }

    /// <summary>The visit is to somebody else: so is what was promised there.</summary>
    private static PersonState Moved(PersonState state, Draft visit)
    {
        var id = Draft.IdOf(BookFlows.Debrief, visit.Subject);
        return state.Promises.TryGetValue(id, out var given) && visit.Choice("customer") is { } customer && given.Any(promise => promise.Customer != customer)
            ? state with { Promises = state.Promises.SetItem(id, [.. given.Select(promise => promise with { Customer = customer })]) }
            : state;
    }

    private static bool Gives(Draft draft) => draft.Flow is BookFlows.Debrief or BookFlows.Sales or BookFlows.Support or BookFlows.Services;

    /// <summary>A visit that the state holds no more is still to whom it was; if that is not known either, the promise stands without a name.</summary>
    private static ImmutableArray<OpenPromise> Read(PersonState state, Draft draft) => Read(
        draft,
        draft.Flow != BookFlows.Debrief ? null
        : state.Visits.GetValueOrDefault(draft.Subject)?.Customer ?? state.Promises.GetValueOrDefault(draft.Id, []).Select(promise => promise.Customer).FirstOrDefault());

    private static ImmutableArray<OpenPromise> Read(Draft draft, string? customer) =>
    [
        .. from promise in BookReader.Promises(draft, new Source(draft.Flow, draft.Subject, customer, null, default))
           where promise is { Kept: null, Broken: false, Due: not null }
           select new OpenPromise(PromiseChange.KeyOf(promise), Cut(promise.What), promise.Due!.Value, promise.Source.Who is { } who ? Cut(who) : null, customer),
    ];

    private static PersonState Bounded(PersonState state)
    {
        if (state.Promises.Values.Sum(given => given.Length) <= Most)
            return state;
        var all = Ordered(state.Promises.Values.SelectMany(given => given)).ToImmutableArray();
        var first = all.Take(Most).Select(promise => promise.Key).ToHashSet(StringComparer.Ordinal);
        var kept = state.Promises.ToImmutableDictionary(dialog => dialog.Key, dialog => dialog.Value.RemoveAll(promise => !first.Contains(promise.Key)));
        return state with
        {
            Promises = kept.RemoveRange(kept.Where(dialog => dialog.Value.IsEmpty).Select(dialog => dialog.Key)),
            PromisesCut = state.PromisesCut is { } cut && cut < all[Most].Due ? cut : all[Most].Due,
        };
    }

    private static IOrderedEnumerable<OpenPromise> Ordered(IEnumerable<OpenPromise> promises) =>
        promises.OrderBy(promise => promise.Due).ThenBy(promise => promise.Key, StringComparer.Ordinal);

    private static string Cut(string text)
    {
        var end = 0;
        while (end < text.Length && StringInfo.GetNextTextElementLength(text, end) is var length && end + length <= MostText)
            end += length;
        return end == text.Length ? text : text[..end].TrimEnd() + "…";
    }
}
