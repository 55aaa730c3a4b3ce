using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Customers;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime.Text;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>Adds several customers at once: each line becomes a filed dialog of its own. Nothing of the list itself is kept.</summary>
internal static class CustomersRules
{
    public static FlowRules Rules { get; } = new()
    {
        Refuse = (context, _, value) => value is AnswerValue.Table(var lines) && context.State.Customers.Count + lines.Length > CustomerRules.Most
            ? new Problem("customers.full", ImmutableDictionary<string, string>.Empty.Add("max", CustomerRules.Most.ToString(CultureInfo.InvariantCulture)))
            : null,
        // Without a plan there is no list to show; and a card from before the person was forgotten brings no customer back.
        HasSubject = (scene, state, subject) => subject.Length == 0 && PersonalPlan.Of(scene.Content.Plan, state) is not null,
        End = End,
    };

    private static Outcome End(DialogContext context, Ended ended)
    {
        var texts = context.Scene.Texts;
        var before = context.State;
        var state = before;
        var added = new List<string>();
        var known = new List<string>();
        foreach (var line in context.Draft.Value<AnswerValue.Table>("list")?.Lines ?? [])
        {
            var name = line.Cells["name"];
            if (CustomerRules.Named(state, name) is { } already)
            {
                known.Add(already);
                continue;
            }

            state = Add(context.Scene, state, line.Cells);
            added.Add(name);
        }

        var said = added.Count switch
        {
            0 => "",
            <= 3 => texts.Say("customers.added", ("customers", texts.List(added))),
            _ => texts.Say("customers.addedMany", ("count", texts.Number(added.Count))),
        };
        if (known.Count > 0)
            said = texts.Sentences(said, texts.Say("customers.known", ("customers", texts.List(known))));
        if (added.Count > 0)
            state = Ticks.After(context.Scene, Remembered(state, before, texts.List(added)), FlowIds.Customers, ref said);
        return Conversation.ShowAfter(context.Scene, state, Views.Customers, Notice.Change(said, before, state));
    }

    private static PersonState Add(Scene scene, PersonState state, ImmutableDictionary<string, string> cells)
    {
        var number = state.Made + 1;
        var revision = state.Revision + 1;
        var answers = ImmutableDictionary.CreateBuilder<string, Answer>(StringComparer.Ordinal);
        foreach (var (key, value) in Values(scene, cells))
            answers[key] = new Answer(value, revision, scene.Now);
        var draft = new Draft(BookFlows.Customer, string.Create(CultureInfo.InvariantCulture, $"c{number}"), scene.Now, answers.ToImmutable());
        state = (state with { Made = number, Revision = revision }).File(draft);
        var order = state.Customers.Values.Max(entry => entry.Order) + 1;
        return state with { Customers = state.Customers.SetItem(draft.Subject, state.Customers[draft.Subject] with { Order = order }) };
    }

    private static IEnumerable<(string, AnswerValue)> Values(Scene scene, ImmutableDictionary<string, string> cells)
    {
        foreach (var key in (string[])["name", "city", "contact", "trouble"])
        {
            if (cells.GetValueOrDefault(key) is { Length: > 0 } words)
                yield return (key, new AnswerValue.Text(words));
        }

        if (cells.GetValueOrDefault("renewal") is { } day && LocalDatePattern.Iso.Parse(day) is { Success: true } date)
            yield return ("renewal", new AnswerValue.Date(date.Value));
        if (cells.GetValueOrDefault("revenue") is { } amount && Money.TryParse(amount, out var money))
            yield return ("revenue", new AnswerValue.Amount(money));
        if (CustomerRules.ZoneOf(scene, cells.GetValueOrDefault("city")) is { } zone)
            yield return ("zone", new AnswerValue.Zone(zone));
    }

    private static PersonState Remembered(PersonState state, PersonState before, string names)
    {
        var ids = state.Customers.Keys.Except(before.Customers.Keys).ToArray();
        return state.Remember(new UndoEntry(
            "undo.customers",
            names,
            ImmutableDictionary<string, StepState?>.Empty,
            [.. ids.Select(id => Changes.NotThere(state.Filing[Draft.IdOf(BookFlows.Customer, id)]!))],
            Customers: ids.ToImmutableDictionary(id => id, _ => (CustomerEntry?)null)));
    }
}
