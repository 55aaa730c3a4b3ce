using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Flows.Steps;

/// <summary>What stands for the placeholders of a drafted message. What is not known becomes a neutral word.</summary>
internal static class MessageWords
{
    /// <summary>The words of a message.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="customer">The id of the customer whom it is written to; empty if it is to nobody in particular.</param>
    public static (string Name, string Value)[] Of(Scene scene, PersonState state, string customer)
    {
        var texts = scene.Texts;
        var plan = PersonalPlan.Of(scene.Content.Plan, state);
        return
        [
            ("me", Or(state.Client.Name, texts["message.me"])),
            ("company", Or(SetupAnswers.Draft(state)?.Value<AnswerValue.Text>(SetupAnswers.Company)?.Words, texts["message.company"])),
            ("team", Or(texts.List(SetupAnswers.Names(state, "reports")), texts["message.team"])),
            ("salesHead", Or(texts.List(SetupAnswers.Names(state, "salesHead")), texts["message.salesHead"])),
            ("customers", Or(texts.List(Customers(state)), texts["message.customers"])),
            ("customer", Or(state.Customers.GetValueOrDefault(customer)?.Name, texts["message.customer"])),
            ("contact", Or(Contact(scene, state, customer), texts["message.contact"])),
            ("when", Visit(scene, state, customer) is { } start ? texts.Say("message.whenVisit", ("date", texts.Day(start.Date)), ("time", texts.Time(start.TimeOfDay))) : texts["message.when"]),
            ("from", plan is null ? texts["message.from"] : texts.Day(plan.Start)),
            ("until", plan is null ? texts["message.until"] : texts.Day(plan.End)),
        ];
    }

    private static IEnumerable<string> Customers(PersonState state) =>
        state.Customers.Values.Where(entry => !entry.Archived).OrderBy(entry => entry.Order).Select(entry => entry.Name);

    private static string? Contact(Scene scene, PersonState state, string customer) =>
        customer.Length == 0 ? null : scene.Records.Find(state, "customer", customer)?.Value<AnswerValue.Text>("contact")?.Words;

    /// <summary>The start of the next visit by the clock of the place, or null if none is planned.</summary>
    private static LocalDateTime? Visit(Scene scene, PersonState state, string customer)
    {
        var next =
            from visit in state.Visits.Values
            where visit.Customer == customer
            let zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(visit.Zone) ?? scene.Zone
            where visit.Start.InZoneLeniently(zone).ToInstant() > scene.Now
            orderby visit.Start
            select (LocalDateTime?)visit.Start;
        return next.FirstOrDefault();
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value;
}
