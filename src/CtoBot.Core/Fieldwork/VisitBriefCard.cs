using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>The page to read before a visit. What other customers said stands in it as counts only.</summary>
internal static class VisitBriefCard
{
    /// <summary>More bugs of others would hide the rest.</summary>
    private const int MostBugs = 5;

    /// <summary>The questions to ask, in the order of the debrief: <c>brief.ask…</c>.</summary>
    private static readonly ImmutableArray<string> Questions =
        ["Use", "Bugs", "Risk", "Sales", "Services", "Support", "Training", "Engineering", "Else"];

    /// <summary>The page, or null if there is no such visit.</summary>
    public static Reply? Of(Finding finding, string id)
    {
        var (scene, state, texts) = (finding.Scene, finding.State, finding.Scene.Texts);
        if (VisitBrief.Of(finding.Book, id, scene.Today) is not { } brief)
            return null;
        var planned = state.Visits.GetValueOrDefault(id) ?? EntryOf(brief.Visit);
        return new Reply.Brief(
            Title(scene, brief.Visit, planned),
            finding.Notice?.Text,
            texts["brief.listen"],
            [.. Facts(finding, brief, planned)],
            [
                .. Known(scene, brief.Visit.Customer),
                .. brief.Earlier.LastOrDefault() is { } last ? new[] { LastTime(finding, last) } : [],
                .. brief.Promises.IsEmpty ? [] : new[] { new BriefSection(texts["brief.promises"], [], [.. brief.Promises.Select(line => Promise(scene, line))], [], finding.Go("promises.button", Views.Promises)) },
                new BriefSection(texts["brief.ask"], [], [.. Questions.Select(question => texts["brief.ask" + question])], []),
                Elsewhere(scene, brief),
            ],
            finding.Buttons([], Buttons(finding, id, brief.Visit, planned)));
    }

    /// <summary>A visit that the state holds no more, as it did; null without a time.</summary>
    private static VisitEntry? EntryOf(Visit visit) => visit is { Date: { } date, Time: { } time }
        ? new VisitEntry(visit.CustomerId ?? "", date + time, visit.Zone ?? "", visit.Minutes, Debriefed: true)
        : null;

    private static string Title(Scene scene, Visit visit, VisitEntry? planned)
    {
        var name = visit.Customer?.Name ?? scene.Texts["list.unknown"];
        var day = planned?.Span(scene).Start.InZone(scene.Zone).Date;
        return day == scene.Today ? scene.Texts.Say("brief.morning", ("customer", name))
            : day == scene.Today.PlusDays(1) ? scene.Texts.Say("brief.evening", ("customer", name))
            : scene.Texts.Say("brief.title", ("subject", name));
    }

    private static IEnumerable<BriefFact> Facts(Finding finding, VisitBrief brief, VisitEntry? planned)
    {
        var (scene, texts, visit) = (finding.Scene, finding.Scene.Texts, brief.Visit);
        if (planned is not null)
            yield return new(texts["brief.when"], Wording.Line(scene.When(planned), texts.Say("brief.minutes", ("minutes", texts.Number(planned.Minutes)))));
        if (Wording.Line(visit.Place, visit.Customer?.City) is { Length: > 0 } where)
            yield return new(texts["customers.where"], where);
        if (visit.Customer is not { } customer)
            yield break;
        if (customer.Contact is { } contact)
            yield return new(texts["customers.contact"], contact);
        yield return new(texts["brief.with"], Along(scene, visit));
        yield return new(texts["customers.sectionIntroduction"], CustomerCards.Introduction(scene, customer));
        if (finding.Book.RenewalOf(customer) is { } renewal)
            yield return new(texts["risks.headRenewal"], scene.Date(renewal));
        if (customer.Revenue is { } revenue)
            yield return new(texts["risks.headRevenue"], scene.Amount(revenue));
    }

    private static string Along(Scene scene, Visit visit) =>
        (visit.Along ?? visit.Customer?.Introduction?.AlongWho) is { } who ? scene.Texts.Say("brief.along", ("people", who))
        : visit.Customer?.Introduction?.Along == true ? scene.Texts["brief.insists"]
        : scene.Texts["brief.alone"];

    private static IEnumerable<BriefSection> Known(Scene scene, Customer? customer)
    {
        if (customer is { Trouble: { } trouble })
            yield return new BriefSection(scene.Texts["brief.known"], [scene.Texts.Say("brief.trouble", ("trouble", trouble))], [], []);
        else if (customer is not { Revenue: not null } and not { Renewal: not null })
            yield return new BriefSection(scene.Texts["brief.known"], [scene.Texts["brief.nothingKnown"]], [], []);
    }

    private static BriefSection LastTime(Finding finding, Debrief last)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var marks =
            from function in Functions.All
            let rating = last.Services.GetValueOrDefault(function)?.Rating
            where rating is not null
            select texts.Say("brief.mark", ("function", scene.Function(function)!), ("rating", texts.Number(rating.Value)));
        return new BriefSection(
            texts.Say("brief.before", ("date", scene.Date(last.Source.On))),
            [],
            [.. Wording.Lines(
                last.Risk is { } risk ? Wording.Line([texts.Say("brief.beforeRisk", ("risk", texts.Number(risk))), .. last.Reasons.Select(reason => scene.Option("reasons", reason))]) : null,
                last.Bugs.IsEmpty ? null : texts.Say("brief.beforeBugs", ("bugs", string.Join("; ", last.Bugs.Select(bug => bug.Title)))),
                texts.Items(marks) is { Length: > 0 } all ? texts.Say("brief.beforeMarks", ("marks", all)) : null)],
            [.. BriefWords.Quoted(finding, last.Quotes)],
            finding.Go("debrief.read", Views.Debrief(last.VisitId)));
    }

    private static string Promise(Scene scene, PromiseLine line) => (line.Promise.Due, line.State) switch
    {
        (null, _) => scene.Texts.Say("brief.promiseLineNoDate", ("promise", line.Promise.What)),
        ({ } due, PromiseState.Overdue) => scene.Texts.Say("brief.promiseLineLate", ("promise", line.Promise.What), ("date", scene.Date(due))),
        ({ } due, _) => scene.Texts.Say("brief.promiseLine", ("promise", line.Promise.What), ("date", scene.Date(due))),
    };

    private static BriefSection Elsewhere(Scene scene, VisitBrief brief)
    {
        var texts = scene.Texts;
        ImmutableArray<string> points =
        [
            .. brief.Bugs.Where(bug => bug.Others > 0).Take(MostBugs).Select(bug => texts.Say("brief.elsewhereBug", ("bug", bug.Title), ("customers", scene.Count("list.customers", bug.Others)))),
            .. Wording.Lines(
                BriefCards.Averages(scene, brief.Functions),
                brief.Reasons.IsEmpty ? null : texts.Say("brief.elsewhereReasons", ("reasons", texts.Items(brief.Reasons.Select(Reason))))),
        ];
        return new BriefSection(texts["brief.elsewhere"], points.IsEmpty ? [texts["brief.elsewhereNone"]] : [], points, []);

        string Reason(ReasonElsewhere reason) => texts.Say("brief.reasonCount", ("reason", scene.Option("reasons", reason.Reason)), ("count", texts.Number(reason.Customers)));
    }

    private static IEnumerable<Button> Buttons(Finding finding, string id, Visit visit, VisitEntry? planned)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var written = planned is null or { Debriefed: true };
        if (written && finding.Book.Debriefs.Any(debrief => debrief.VisitId == id))
            yield return new Button(texts["visits.debrief"], CardAction.Show(Views.Debrief(id)));
        if (!written && planned!.IsOver(scene))
            yield return new Button(texts["visits.debrief"], DebriefRules.Opens(id));
        if (!written)
            yield return new Button(texts["visits.change"], VisitCards.ChangeWhen(id));
        if (visit.CustomerId is { } customer && finding.State.Customers.ContainsKey(customer))
            yield return new Button(texts["brief.customer"], CardAction.Show(Views.Customer(customer)));
        yield return new Button(texts["visits.button"], CardAction.Show(Views.Visits));
    }
}
