using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Reading;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows.Fieldwork;

/// <summary>The dialog about one customer. Its subject is the customer's id.</summary>
internal static class CustomerRules
{
    /// <summary>More are not kept.</summary>
    public const int Most = 200;

    public static FlowRules Rules { get; } = new()
    {
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$zone"] = context => ZoneOf(context.Scene, context.Draft.Value<AnswerValue.Text>("city")?.Words) ?? "",
            ["$salesHead"] = context => SetupAnswers.Names(context.State, "salesHead").FirstOrDefault() ?? "",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Placeholders = context => [("subject", NameOf(context))],
        Refuse = (context, question, value) => question.Id == "name" && value is AnswerValue.Text(var name) && Named(context.State, name, except: context.Draft.Subject) is { } other
            ? new Problem("customers.nameTaken", ImmutableDictionary<string, string>.Empty.Add("customer", other))
            : null,
        HasSubject = (_, state, id) => state.Customers.ContainsKey(id),
        Index = (state, draft) => state with
        {
            Customers = state.Customers.SetItem(draft.Subject, Entry(state.Customers.GetValueOrDefault(draft.Subject), draft)),
        },
        Unindex = (state, id) => state with { Customers = state.Customers.Remove(id) },
        End = (context, ended) =>
        {
            var said = ended.Changed ? context.Scene.Texts.Say("customers.saved", ("customer", NameOf(context))) : ended.Notice;
            return Conversation.ShowAfter(context.Scene, context.State, Views.Customer(context.Draft.Subject), said);
        },
    };

    /// <summary>The name of the customer that has this name already, whatever its letters' case; or null.</summary>
    public static string? Named(PersonState state, string name, string except = "")
    {
        var wanted = Normalise.ForCompare(name);
        return state.Customers.FirstOrDefault(entry => entry.Key != except && Normalise.ForCompare(entry.Value.Name) == wanted).Value?.Name;
    }

    /// <summary>The zone of a city, if there is but one.</summary>
    public static string? ZoneOf(Scene scene, string? city) =>
        city is { Length: > 0 } && ZoneReader.Read(city, scene.Content.Zones, scene.Now) is { Ok: true, Value.Id: var zone } ? zone : null;

    private static string NameOf(DialogContext context) =>
        context.Draft.Value<AnswerValue.Text>("name")?.Words ?? context.State.Customers.GetValueOrDefault(context.Draft.Subject)?.Name ?? "";

    private static CustomerEntry Entry(CustomerEntry? before, Draft draft) => (before ?? new CustomerEntry("")) with
    {
        Name = draft.Value<AnswerValue.Text>("name")?.Words ?? before?.Name ?? "",
        City = draft.Value<AnswerValue.Text>("city")?.Words ?? "",
        Zone = draft.Value<AnswerValue.Zone>("zone")?.Id ?? "",
    };
}
