using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>Archives, brings back and reorders customers. What is known of them stays.</summary>
internal static class CustomerChanges
{
    /// <summary>Takes a customer off the list.</summary>
    public static Outcome? Archive(Scene scene, PersonState state, string id) => Put(scene, state, id, archived: true, "customers.archived", "undo.archive");

    /// <summary>Brings one back.</summary>
    public static Outcome? Restore(Scene scene, PersonState state, string id) => Put(scene, state, id, archived: false, "customers.restored", "undo.restore");

    private static Outcome? Put(Scene scene, PersonState state, string id, bool archived, string said, string label)
    {
        if (!state.Customers.TryGetValue(id, out var entry))
            return null;
        if (entry.Archived == archived)
            return CardViews.Show(scene, state, Views.Customers, null);
        var last = state.Customers.Values.Max(customer => customer.Order) + 1;
        var changed = Change(state, label, entry.Name, (id, entry with { Archived = archived, Order = archived ? entry.Order : last }));
        return CardViews.Show(scene, changed, Views.Customers, Notice.Change(scene.Texts.Say(said, ("customer", entry.Name)), state, changed));
    }

    /// <summary>Moves a customer up (-1) or down (1) in the list.</summary>
    public static Outcome? Reorder(Scene scene, PersonState state, string id, string by)
    {
        if (!state.Customers.TryGetValue(id, out var entry) || entry.Archived || by is not ("-1" or "1"))
            return null;
        var list = state.Customers.Where(customer => !customer.Value.Archived).OrderBy(customer => customer.Value.Order).ThenBy(customer => customer.Key, StringComparer.Ordinal).ToList();
        var at = list.FindIndex(customer => customer.Key == id);
        var to = Math.Clamp(at + (by == "1" ? 1 : -1), 0, list.Count - 1);
        if (to == at)
            return CardViews.Show(scene, state, Views.Customers, null);
        var other = list[to];
        var changed = Change(state, "undo.reorder", entry.Name, (id, entry with { Order = other.Value.Order }), (other.Key, other.Value with { Order = entry.Order }));
        var said = scene.Texts.Say("customers.reordered", ("customer", entry.Name), ("number", scene.Texts.Number(to + 1)));
        return CardViews.Show(scene, changed, Views.Customers, Notice.Change(said, state, changed));
    }

    private static PersonState Change(PersonState state, string label, string subject, params (string Id, CustomerEntry Entry)[] entries) =>
        (state with
        {
            Revision = state.Revision + 1,
            Customers = state.Customers.SetItems(entries.Select(entry => KeyValuePair.Create(entry.Id, entry.Entry))),
        }).Remember(new UndoEntry(
            label,
            subject,
            ImmutableDictionary<string, StepState?>.Empty,
            [],
            Customers: entries.ToImmutableDictionary(entry => entry.Id, entry => (CustomerEntry?)state.Customers[entry.Id])));
}
