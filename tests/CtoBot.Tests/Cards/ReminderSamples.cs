using CtoBot.Core;
using CtoBot.Core.Reminders;

namespace CtoBot.Tests.Cards;

/// <summary>What comes unasked in the travel week of a CTO with customers: mornings, an evening, before and after a visit.</summary>
internal static class ReminderSamples
{
    /// <summary>Goes through the week.</summary>
    public static void Make(SampleChat chat, Action<string, Reply> keep)
    {
        chat.Install();
        chat.Say("setup");
        chat.Answer(("hat", "cto"), ("company", "Contoso"));
        chat.Answer(("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        chat.Answer(("start", "2026-11-27"));
        chat.Answer();
        keep("reminders-what", chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "reminders"), (DataKeys.View, Views.Reminders))));
        chat.Answer(("morning", "yes"), ("evening", "yes"), ("brief", "yes"), ("debrief", "yes"), ("follow", "no"));
        chat.Answer(("eveningTime", "18:00"), ("briefMinutes", "60"), ("late", "6"));
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "customers")));
        chat.Say("Northwind Logistics | Hamburg\nFabrikam **Retail** | Zürich");
        Visit(chat, "northwind", "2026-11-30", "10:00");
        Visit(chat, "fabrikam", "2026-12-01", "14:00");

        chat.Later("2026-11-27T08:00").Say("done 1");
        chat.Say("done 2");
        Skip(chat, 3);
        keep("evening", chat.Later("2026-11-27T17:00").Tick(DueKind.Evening));
        keep("reminder-visit", chat.Later("2026-11-30T08:00").Tick(DueKind.Visit));
        keep("reminder-debrief", chat.Later("2026-11-30T10:00").Tick(DueKind.Debrief));
        chat.Say("later");
        keep("morning-visits", chat.Later("2026-12-01T06:30").Tick(DueKind.Morning));
        chat.Say("done 1");
        keep("morning-last-of-week", chat.Later("2026-12-04T06:30").Tick(DueKind.Morning));
        Promise(chat);
        keep("morning-promises", chat.Later("2026-12-07T06:30").Tick(DueKind.Morning));
        chat.Say("pause");
        keep("reminders-paused", chat.Answer(("until", "2026-12-10")));
    }

    private static void Visit(SampleChat chat, string customer, string date, string time)
    {
        chat.Say("customer " + customer);
        chat.Press(((Reply.Brief)chat.Last).Buttons.First(button => button.Label == chat.Texts["customers.plan"]).Action);
        chat.Answer(("date", date), ("time", time), ("minutes", "60"), ("zone", "Europe/Berlin"));
    }

    /// <summary>The debrief of the first visit, on one card: something promised, and something to do.</summary>
    private static void Promise(SampleChat chat)
    {
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "debrief"), (DataKeys.Subject, "v3"), (DataKeys.Form, "yes")));
        chat.Answer(
            ("usage", "Daily"), ("risk", "3"), ("promises.what", "A hotfix for the *export*"), ("promises.who", "Ann Lee"), ("promises.due", "2026-12-03"),
            ("next.what", "Call Maren with the date of the hotfix"), ("next.due", "2026-12-08"));
    }

    private static void Skip(SampleChat chat, int step)
    {
        chat.Say($"skip {step}");
        chat.Answer(("reason", Samples.Planted.Reason));
    }
}
