using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Customers;

/// <summary>
/// The answers about customers, visits, debriefs and meetings, as typed records. Made of the drafts whenever it is needed and
/// never kept: what a person changes in an answer is changed in every figure.
/// </summary>
public sealed record Book
{
    private ImmutableDictionary<string, Customer> _customers = ImmutableDictionary<string, Customer>.Empty;
    private ILookup<string?, Debrief> _debriefs = Enumerable.Empty<Debrief>().ToLookup(debrief => debrief.Customer?.Id);

    private Book()
    {
    }

    /// <summary>All customers, archived ones included, in the order of the person's list.</summary>
    public ImmutableArray<Customer> Customers { get; private init; } = [];

    /// <summary>The customers that count: those not archived.</summary>
    public IEnumerable<Customer> Active => Customers.Where(customer => !customer.Archived);

    /// <summary>All visits by day and time; those without a day last.</summary>
    public ImmutableArray<Visit> Visits { get; private init; } = [];

    /// <summary>All debriefs in which something was answered, oldest visit first.</summary>
    public ImmutableArray<Debrief> Debriefs { get; private init; } = [];

    /// <summary>The debriefs that count: those of a customer that is known and not archived, oldest visit first.</summary>
    public IEnumerable<Debrief> Counted => Debriefs.Where(debrief => debrief.Customer is { Archived: false });

    /// <summary>Notes of the meeting with sales, or null.</summary>
    public SalesMeeting? Sales { get; private init; }

    /// <summary>Notes of the meeting with support, or null.</summary>
    public SupportMeeting? Support { get; private init; }

    /// <summary>Notes of the meeting with services, or null.</summary>
    public ServicesMeeting? Services { get; private init; }

    /// <summary>Notes of the meeting with the CFO, or null.</summary>
    public CfoMeeting? Cfo { get; private init; }

    /// <summary>Notes of the meetings with the direct reports, in the order they were begun.</summary>
    public ImmutableArray<ReportMeeting> Reports { get; private init; } = [];

    /// <summary>The verdict, or null.</summary>
    public Verdict? Verdict { get; private init; }

    /// <summary>
    /// The currency that amounts are ranked by: the most frequent among the revenues of the customers that count, of equally
    /// frequent ones the first by its code; empty when no customer has a revenue. Nothing is ever converted.
    /// </summary>
    public string MainCurrency { get; private init; } = "";

    /// <summary>The customer with this id, or null.</summary>
    public Customer? Find(string? customer) => customer is null ? null : _customers.GetValueOrDefault(customer);

    /// <summary>The debriefs of a customer, oldest visit first.</summary>
    public IEnumerable<Debrief> DebriefsOf(string customer) => _debriefs[customer];

    /// <summary>When the customer's contract ends: what the customer said last, otherwise what the person's own company said; null when nobody did.</summary>
    public LocalDate? RenewalOf(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return DebriefsOf(customer.Id).LastOrDefault(debrief => debrief.Renewal is not null)?.Renewal ?? customer.Renewal;
    }

    /// <summary>Reads the drafts. Never throws for what they hold: an answer that is missing, skipped, or of another kind is null.</summary>
    /// <param name="drafts">Drafts of any flows, in any order; those that are none of <see cref="BookFlows"/> are left out. Of two with the same id the later counts.</param>
    /// <param name="listed">What the person's list of customers says, by customer id; null for nothing.</param>
    /// <param name="zone">The person's zone, in which a meeting has its day; null for UTC.</param>
    public static Book Of(IEnumerable<Draft> drafts, IReadOnlyDictionary<string, CustomerEntry>? listed = null, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var flows = drafts
            .GroupBy(draft => (draft.Flow, draft.Subject), (_, same) => same.Last())
            .OrderBy(draft => draft.StartedAt)
            .ToLookup(draft => draft.Flow, StringComparer.Ordinal);
        LocalDate Begun(Draft draft) => draft.StartedAt.InZone(zone ?? DateTimeZone.Utc).Date;

        var customers = flows[BookFlows.Customer]
            .Select(draft => (Draft: draft, Listed: listed is not null && listed.TryGetValue(draft.Subject, out var entry) ? entry : null))
            // One that was begun and never named is no customer yet.
            .Where(entry => entry.Listed is not null || entry.Draft.Text("name") is not null)
            .Select(entry => BookReader.Customer(entry.Draft, entry.Listed))
            .OrderBy(customer => customer.Order)
            .ThenBy(customer => customer.Id.Length)
            .ThenBy(customer => customer.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var byId = customers.ToImmutableDictionary(customer => customer.Id, StringComparer.Ordinal);
        var visits = flows[BookFlows.Visit]
            .Select(draft => BookReader.Visit(draft, id => id is null ? null : byId.GetValueOrDefault(id)))
            .OrderBy(visit => visit.Date ?? LocalDate.MaxIsoValue)
            .ThenBy(visit => visit.Time ?? LocalTime.MaxValue)
            .ToImmutableArray();
        var visitsById = visits.ToDictionary(visit => visit.Id, StringComparer.Ordinal);
        var debriefs = flows[BookFlows.Debrief]
            .Where(draft => draft.Answers.Values.Any(answer => answer.Value is not AnswerValue.Skipped))
            .Select(draft => BookReader.Debrief(draft, visitsById.GetValueOrDefault(draft.Subject), Begun(draft)))
            .OrderBy(debrief => debrief.Source.On)
            .ThenBy(debrief => debrief.Visit?.Time ?? LocalTime.Midnight)
            .ToImmutableArray();
        var called = new CustomerNames(customers);
        return new Book
        {
            _customers = byId,
            _debriefs = debriefs.ToLookup(debrief => debrief.Customer?.Id),
            Customers = customers,
            Visits = visits,
            Debriefs = debriefs,
            Sales = flows[BookFlows.Sales].LastOrDefault() is { } sales ? MeetingReader.Sales(sales, Begun(sales), called.Find) : null,
            Support = flows[BookFlows.Support].LastOrDefault() is { } support ? MeetingReader.Support(support, Begun(support)) : null,
            Services = flows[BookFlows.Services].LastOrDefault() is { } services ? MeetingReader.Services(services, Begun(services)) : null,
            Cfo = flows[BookFlows.Cfo].LastOrDefault() is { } cfo ? MeetingReader.Cfo(cfo, Begun(cfo)) : null,
            Reports = [.. flows[BookFlows.Report].Select(report => MeetingReader.Report(report, Begun(report)))],
            Verdict = flows[BookFlows.Verdict].LastOrDefault() is { } verdict ? MeetingReader.Verdict(verdict) : null,
            MainCurrency = MainOf(customers),
        };
    }

    private static string MainOf(IEnumerable<Customer> customers) => customers
        .Where(customer => customer is { Archived: false, Revenue: not null })
        .GroupBy(customer => customer.Revenue!.Value.Currency, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? "";
}
