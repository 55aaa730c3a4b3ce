using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Reads the meetings of the second week from the answers of their flows.</summary>
internal static class MeetingReader
{
    public static SalesMeeting Sales(Draft draft, LocalDate on, Func<string, string?> customerCalled) => new(
        Source(draft, on),
        draft.Text("pipeline"),
        [.. draft.Lines("deals", "deal").Select(line => Deal(line.Ref, line.Row, line.First, customerCalled))],
        draft.Text("said"),
        BookReader.Promises(draft, Source(draft, on)));

    public static SupportMeeting Support(Draft draft, LocalDate on) => new(
        Source(draft, on), draft.Scale("urgency"), draft.Number("escalations"), draft.Text("gaps"), draft.Text("said"),
        BookReader.Promises(draft, Source(draft, on)));

    public static ServicesMeeting Services(Draft draft, LocalDate on) => new(
        Source(draft, on), draft.Scale("delight"), draft.Text("gaps"), draft.Text("said"), BookReader.Promises(draft, Source(draft, on)));

    public static CfoMeeting Cfo(Draft draft, LocalDate on) => new(
        Source(draft, on),
        draft.Text("history"),
        draft.Text("metrics"),
        [.. draft.Lines("budget", "line").Select(line => new BudgetLine(line.Ref, line.First, line.Row.Money("amount"), line.Row.Money("committed")))],
        [.. draft.Lines("costs", "what").Select(line => new Cost(line.Ref, line.First, line.Row.Option<CostKind>("kind") ?? CostKind.Other, line.Row.Money("cost")))],
        draft.Text("said"));

    public static ReportMeeting Report(Draft draft, LocalDate on) => new(
        Source(draft, on), draft.Subject, draft.Scale("meets"), draft.Text("strengths"), draft.Text("gaps"), draft.Text("needs"), draft.Text("said"));

    public static Verdict Verdict(Draft draft) => new(draft.Text("truth"), draft.Text("first"), draft.Text("who"), draft.Text("cost"));

    private static Deal Deal(string reference, Row row, string name, Func<string, string?> customerCalled) => new(
        reference,
        name,
        row.Text("customer"),
        row.Text("customer") is { } customer ? customerCalled(customer) : null,
        row.Money("amount"),
        row.Day("close"),
        row.Text("needs"),
        row.Text("bug"));

    private static Source Source(Draft draft, LocalDate on) => new(draft.Flow, draft.Subject, null, null, on);
}
