using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Fieldwork;

/// <summary>The list of customers, and one of them in full.</summary>
internal static class CustomerCards
{
    /// <summary>The list. It needs nothing but the state, so that it is as quick as today's steps.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="page">Which page, from 1, or "archived".</param>
    /// <param name="notice">What just happened, or null.</param>
    public static Reply List(Scene scene, PersonState state, string page, Notice? notice)
    {
        var texts = scene.Texts;
        var archived = page == Views.Archived;
        var entries = state.Customers.Where(entry => entry.Value.Archived == archived).OrderBy(entry => entry.Value.Order).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToImmutableArray();
        if (entries.IsEmpty)
            return new Reply.Note(texts["customers.none"], [.. notice is null ? [] : new[] { notice.Text }, texts["customers.noneText"]], [.. Buttons(scene, state, archived, notice)]);
        var shown = ListPage.Of(scene, entries, ListPage.Number(page) ?? 1, Views.Customers);
        var rows = shown.Items.Select(entry => Row(scene, state, entry.Key, entry.Value, entries.IndexOf(entry) + 1));
        return new Reply.Board(
            texts[archived ? "customers.archivedTitle" : "customers.title"],
            notice?.Text,
            texts[archived ? "customers.archivedLead" : "customers.lead"],
            [new BoardSection("", [.. rows])],
            shown.Text,
            [.. Buttons(scene, state, archived, notice), .. shown.Buttons]);
    }

    private static BoardRow Row(Scene scene, PersonState state, string id, CustomerEntry customer, int number)
    {
        var texts = scene.Texts;
        var visits = state.Visits.Where(visit => visit.Value.Customer == id).OrderBy(visit => visit.Value.Start).Select(visit => visit.Value).ToImmutableArray();
        var next = visits.FirstOrDefault(visit => !visit.IsOver(scene));
        var last = visits.LastOrDefault(visit => visit.IsOver(scene));
        var when = next is not null ? texts.Say("customers.nextVisit", ("date", scene.Date(next.Start.Date)), ("time", texts.Time(next.Start.TimeOfDay)))
            : last is not null ? texts.Say("customers.lastVisit", ("date", scene.Date(last.Start.Date)))
            : texts["customers.noVisit"];
        return new BoardRow(
            new Figure(texts.Number(number)),
            customer.Name,
            [.. customer.City.Length > 0 ? new[] { customer.City } : [], when],
            Open: CardAction.Show(Views.Customer(id)));
    }

    private static IEnumerable<Button> Buttons(Scene scene, PersonState state, bool archived, Notice? notice)
    {
        var texts = scene.Texts;
        if (notice is { Undoes: not null })
            yield return new Button(texts["undo.button"], notice.UndoAction(Views.Customers));
        if (archived)
        {
            yield return new Button(texts["customers.button"], CardAction.Show(Views.Customers));
            yield break;
        }

        yield return new Button(texts["customers.add"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Customers), (DataKeys.View, Views.Customers)));
        if (state.Customers.IsEmpty)
            yield break;
        yield return new Button(texts["customers.askIntroduction"], CardAction.Show(Views.Message("introduction")));
        yield return new Button(texts["visits.button"], CardAction.Show(Views.Visits));
        if (state.Customers.Values.Count(customer => customer.Archived) is > 0 and var count)
            yield return new Button(texts.Say("customers.showArchived", ("count", texts.Number(count))), CardAction.Show(Views.CustomersPage(Views.Archived)));
    }

    /// <summary>A customer in full, or null if there is none of this id.</summary>
    public static Reply? Detail(Scene scene, PersonState state, string id, Notice? notice)
    {
        if (!state.Customers.TryGetValue(id, out var entry))
            return null;
        var texts = scene.Texts;
        var book = Finding.BookOf(scene, state);
        var customer = book.Find(id);
        var line = RiskBoard.Of(book).Lines.FirstOrDefault(line => line.Customer.Id == id);
        var visits = state.Visits.Where(visit => visit.Value.Customer == id).OrderBy(visit => visit.Value.Start).ToImmutableArray();
        return new Reply.Brief(
            entry.Name,
            notice?.Text,
            entry.Archived ? texts["customers.archivedLead"] : customer?.Trouble,
            [.. Facts(scene, entry, customer, line)],
            [
                new BriefSection(
                    texts["customers.sectionVisits"],
                    visits.IsEmpty ? [texts["customers.noVisits"]] : [],
                    [.. visits.Select(visit => scene.When(visit.Value))],
                    [],
                    visits.LastOrDefault() is { Key: { } last } ? new Button(texts["visits.button"], CardAction.Show(Views.Visit(last))) : null),
            ],
            [.. Buttons(scene, state, id, entry, notice)]);
    }

    /// <summary>
    /// The answers about a customer, each with a way to change it, and the way to what was not answered yet: a customer that was
    /// added with a list has no more than its line. Null if there is none of this id.
    /// </summary>
    public static Reply? Answers(Scene scene, PersonState state, string id, Notice? notice)
    {
        if (scene.Records.Find(state, BookFlows.Customer, id) is not { } draft || !scene.Content.Flows.TryGetValue(BookFlows.Customer, out var flow))
            return null;
        var texts = scene.Texts;
        var context = new DialogContext(scene, state, flow, draft);
        return DialogCards.Summary(
            context,
            notice?.Text,
            [
                .. Dialog.Asked(context).Any(question => Dialog.IsOpen(context, question)) ? new[] { new Button(texts["customers.complete"], Dialogs.OpenAction(draft)) } : [],
                new Button(texts["customers.back"], CardAction.Show(Views.Customer(id))),
            ]);
    }

    private static IEnumerable<BriefFact> Facts(Scene scene, CustomerEntry entry, Customer? customer, RiskLine? line)
    {
        var texts = scene.Texts;
        if (line?.Risk is { } risk)
            yield return new BriefFact(texts["risks.headRisk"], texts.Say("risks.risk", ("risk", texts.Number(risk))));
        if (customer?.Revenue is { } revenue)
            yield return new BriefFact(texts["risks.headRevenue"], scene.Amount(revenue));
        if ((line?.Renewal ?? customer?.Renewal) is { } renewal)
            yield return new BriefFact(texts["risks.headRenewal"], scene.Date(renewal));
        if (customer?.Contact is { } contact)
            yield return new BriefFact(texts["customers.contact"], contact);
        if (entry.City.Length > 0 || entry.Zone.Length > 0)
            yield return new BriefFact(texts["customers.where"], Where(scene, entry));
        yield return new BriefFact(texts["customers.sectionIntroduction"], Introduction(scene, customer));
    }

    private static string Where(Scene scene, CustomerEntry entry)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(entry.Zone);
        var there = zone is null || zone.Equals(scene.Zone) ? "" : scene.Texts.Say("customers.localTime", ("time", scene.Texts.Time(scene.Now.InZone(zone).TimeOfDay)));
        return scene.Texts.Items(new[] { entry.City.Length > 0 ? entry.City : entry.Zone, there }.Where(part => part.Length > 0));
    }

    /// <summary>Who makes the introduction and how far that is, and whether sales insists on coming along.</summary>
    public static string Introduction(Scene scene, Customer? customer)
    {
        var texts = scene.Texts;
        var introduction = customer?.Introduction;
        var said = (introduction?.State, introduction?.By) switch
        {
            ("done", { } by) => texts.Say("customers.introDoneBy", ("people", by.Name)),
            ("done", null) => texts["customers.introDone"],
            ("asked", { } by) => texts.Say("customers.introAskedOf", ("people", by.Name)),
            ("asked", null) => texts["customers.introAsked"],
            _ => texts["customers.introNotYet"],
        };
        return introduction switch
        {
            { Along: true, AlongWho: { } who } => $"{said}; {texts.Say("customers.insistsWho", ("people", who))}",
            { Along: true } => $"{said}; {texts["customers.insists"]}",
            _ => said,
        };
    }

    private static IEnumerable<Button> Buttons(Scene scene, PersonState state, string id, CustomerEntry entry, Notice? notice)
    {
        var texts = scene.Texts;
        var view = Views.Customer(id);
        Button Acts(string label, string verb, string step = "") =>
            new(texts[label], CardAction.Of(verb, (DataKeys.Subject, id), (DataKeys.View, view), (DataKeys.Step, step)));
        if (notice is { Undoes: not null })
            yield return new Button(texts["undo.button"], notice.UndoAction(view));
        if (entry.Archived)
        {
            yield return Acts("customers.restore", Verbs.Restore);
        }
        else
        {
            yield return new Button(texts["customers.plan"], VisitRules.Plan(state, id));
            if (VisitTimes.Waiting(scene, state).FirstOrDefault(visit => visit.Value.Customer == id) is { Key: { } waiting })
                yield return new Button(texts["customers.debrief"], DebriefRules.Opens(waiting));
            yield return new Button(texts["customers.change"], CardAction.Show(Views.CustomerAnswers(id)));
            yield return new Button(texts["customers.message"], CardAction.Show(Views.Message(MessageRules.To("visit", id))));
            yield return Acts("customers.up", Verbs.Reorder, "-1");
            yield return Acts("customers.down", Verbs.Reorder, "1");
            yield return Acts("customers.archive", Verbs.Archive);
        }

        yield return new Button(texts["customers.button"], CardAction.Show(Views.Customers));
    }
}
