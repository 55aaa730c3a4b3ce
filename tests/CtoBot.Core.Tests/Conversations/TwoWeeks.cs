using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using CtoBot.Tests.Support;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>A chat of a CTO who has filed everything of <see cref="FiveCustomers"/>, on Monday 7 December 2026.</summary>
internal static class TwoWeeks
{
    public static FiveCustomers Five { get; } = FiveCustomers.Load();

    /// <summary>The chat.</summary>
    /// <param name="change">What is different from the data: null leaves a dialog out.</param>
    public static Chat Chat(Func<Draft, Draft?>? change = null)
    {
        var chat = new Chat().SetUp().At(12, 7);
        Draft[] drafts = [.. Five.Drafts.Select(draft => change is null ? draft : change(draft)).OfType<Draft>()];
        foreach (var draft in drafts)
            chat.Records.Put(draft with { Filed = true });
        var debriefed = drafts.Where(draft => draft.Flow == BookFlows.Debrief).Select(draft => draft.Subject).ToHashSet();
        return chat.Change(state => state with
        {
            Customers = drafts.Where(draft => draft.Flow == BookFlows.Customer).Select((draft, order) => KeyValuePair.Create(draft.Subject, Entry(draft, order))).ToImmutableDictionary(),
            Visits = drafts.Where(draft => draft.Flow == BookFlows.Visit).ToImmutableDictionary(draft => draft.Subject, draft => Entry(draft) with { Debriefed = debriefed.Contains(draft.Subject) }),
        });
    }

    /// <summary>The name of a customer.</summary>
    public static string NameOf(string customer) => Five.Of(BookFlows.Customer, customer).Fields["name"];

    private static CustomerEntry Entry(Draft draft, int order) => new(
        draft.Value<AnswerValue.Text>("name")!.Words, draft.Value<AnswerValue.Text>("city")!.Words, draft.Value<AnswerValue.Zone>("zone")!.Id, order);

    private static VisitEntry Entry(Draft draft) => new(
        draft.Value<AnswerValue.Choice>("customer")!.Value,
        draft.Value<AnswerValue.Date>("date")!.Day + draft.Value<AnswerValue.Time>("time")!.OfDay,
        draft.Value<AnswerValue.Zone>("zone")!.Id,
        (int)draft.Value<AnswerValue.Number>("minutes")!.Value);
}
