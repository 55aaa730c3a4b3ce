using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>Reads customers, visits and debriefs from the answers of their flows.</summary>
internal static class BookReader
{
    private const int UsualMinutes = 60;

    public static Customer Customer(Draft draft, CustomerEntry? listed) => new(
        draft.Subject,
        draft.Text("name") ?? (listed is { Name.Length: > 0 } named ? named.Name : draft.Subject),
        draft.Text("city"),
        draft.Zone("zone"),
        draft.Text("contact"),
        draft.Day("renewal"),
        draft.Money("revenue"),
        draft.Text("trouble"),
        new Introduction(
            draft.Person("introBy"),
            draft.Choice("intro"),
            draft.YesNo("along"),
            draft.YesNo("along") == true ? draft.Text("alongWho") : null),
        listed?.Order ?? int.MaxValue,
        listed?.Archived ?? false);

    public static Visit Visit(Draft draft, Func<string?, Customer?> find)
    {
        var customer = find(draft.Choice("customer"));
        return new Visit(
            draft.Subject,
            draft.Choice("customer"),
            customer,
            draft.Day("date"),
            draft.Time("time"),
            draft.Number("minutes") is > 0 and <= int.MaxValue and { } minutes ? (int)minutes : UsualMinutes,
            draft.Zone("zone") ?? customer?.Zone,
            draft.Text("place"),
            draft.Text("along"));
    }

    /// <param name="draft">The debrief's answers.</param>
    /// <param name="visit">Its visit, or null when it was removed.</param>
    /// <param name="begun">The person's date when the debrief was begun, for one without a visit.</param>
    public static Debrief Debrief(Draft draft, Visit? visit, LocalDate begun)
    {
        var source = new Source(draft.Flow, draft.Subject, visit?.Customer?.Id, visit?.Customer?.Name, visit?.Date ?? begun);
        var reasons = draft.Choices("reasons");
        // An answer stays kept when the reason it explains is taken back: it no longer applies.
        Draft? Because(string reason) => reasons.Contains(reason) ? draft : null;
        return new Debrief
        {
            VisitId = draft.Subject,
            Visit = visit,
            Customer = visit?.Customer,
            Source = source,
            Finished = draft.Filed || draft.Status is DraftStatus.Done,
            Usage = draft.Text("usage"),
            Parts = draft.Text("parts"),
            Environment = draft.Text("environment"),
            Users = draft.Text("users"),
            Bugs = [.. draft.Lines("bugs", "title").Select(line => new Bug(
                line.Ref, line.First, line.Row.Option<Severity>("severity"), line.Row.Text("blocks"), line.Row.Day("since"),
                line.Row.Text("promised"), line.Row.Text(RowCells.Same), source)
            {
                Apart = [.. line.Row.Text(RowCells.Apart)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []],
            })],
            Risk = draft.Scale("risk"),
            Reasons = reasons,
            Competitor = Because("competitor")?.Text("competitor"),
            Renewal = Because("renewal")?.Day("renewal"),
            Sponsor = Because("sponsor")?.Text("sponsor"),
            Escalations = Because("escalations")?.Text("escalations"),
            Services = Services(draft),
            Quotes = [.. draft.Lines("quotes", "words").Select(line => new Quote(
                line.Ref, line.First, line.Row.Text("about"), source with { Who = line.Row.Text("who") }))],
            Promises = Promises(draft, source),
        };
    }

    /// <summary>The promises and next steps of a debrief or meeting.</summary>
    public static ImmutableArray<Promise> Promises(Draft draft, Source source) =>
    [
        .. draft.Lines("promises", "what").Select(line => Promise(line, PromiseKind.Promise, source)),
        .. draft.Lines("next", "what").Select(line => Promise(line, PromiseKind.Next, source)),
    ];

    private static Promise Promise((string Ref, Row Row, string First) line, PromiseKind kind, Source source) => new(
        line.Ref, kind, line.First, line.Row.Day("due"), line.Row.Day(RowCells.Done), line.Row.Text(RowCells.Done) == RowCells.Broken,
        source with { Who = line.Row.Text("who") });

    private static ImmutableDictionary<string, Service> Services(Draft draft)
    {
        var services = ImmutableDictionary.CreateBuilder<string, Service>(StringComparer.Ordinal);
        foreach (var function in Functions.All)
        {
            var service = new Service(draft.Scale(function + "Rating"), draft.Text(Functions.SaidOf(function)));
            if (service is not (null, null))
                services[function] = service;
        }

        return services.ToImmutable();
    }
}
