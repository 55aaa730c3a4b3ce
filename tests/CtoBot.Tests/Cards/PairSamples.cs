using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.Reminders;

namespace CtoBot.Tests.Cards;

/// <summary>Every card of a partnership, from the invitation to the check-ins.</summary>
internal static class PairSamples
{
    private const string Cmo = PairTable.Cmo;
    private const string Cto = PairTable.Cto;

    /// <summary>All of them, by name, with two people of a locale.</summary>
    public static IReadOnlyDictionary<string, (Reply Reply, Texts Texts)> In(string locale)
    {
        var samples = new Dictionary<string, (Reply, Texts)>(StringComparer.Ordinal);
        var table = new PairTable(locale);
        void Keep(string name, Reply reply) => samples.Add("pair-" + name, (reply, table.Texts));

        Invitation(table, Keep);
        Apart(table, Keep);
        table = Begun("room", locale);
        Room(table, Keep);
        Group(Begun("room", locale), Keep);
        Ledger(table, Keep);
        Agreement(table, Keep);
        Afterwards(table, Keep);
        return samples;
    }

    private static PairTable Begun(string mode, string locale)
    {
        var table = new PairTable(locale);
        table.SetUp(Cmo, "cmo");
        table.SetUp(Cto, "cto");
        table.Say(Cmo, "invite");
        table.Answer(Cmo, ("who", Cto), ("mode", mode));
        table.News(Cto);
        table.Press(Cto, "Accept");
        return table;
    }

    private static void Invitation(PairTable table, Action<string, Reply> keep)
    {
        table.SetUp(Cmo, "cmo");
        table.SetUp(Cto, "cto");
        keep("none", table.Say(Cmo, "agreement"));
        keep("invite", table.Say(Cmo, "invite"));
        keep("invite-named", table.Say(Cmo, "Tom Berg"));
        keep("invited-code", table.Answer(Cmo, ("who", "Tom Berg"), ("mode", "apart")));
        keep("invited-withdrawn", table.Press(Cmo, "Withdraw"));
    }

    private static void Apart(PairTable table, Action<string, Reply> keep)
    {
        table = new PairTable(table.Locale);
        table.SetUp(Cmo, "cmo");
        table.SetUp(Cto, "cto");
        table.Say(Cmo, "invite");
        keep("invited", table.Answer(Cmo, ("who", Cto), ("mode", "apart")));
        keep("invitation", table.News(Cto));
        keep("accepted", table.Press(Cto, "Accept"));
        keep("news-accepted", table.News(Cmo));
        keep("1-involvement-private", table.Press(Cmo, "Begin"));
        keep("2-success-private", table.Answer(Cmo, ("ads", "cmo"), ("site", "both"), ("comfort", "4"), ("limits", Samples.Planted.Reason)));
        keep("3-measures-private", table.Answer(Cmo, ("brings", "Money to bring, wins to need"), ("quick", "2"), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"), ("wins.owner", "both")));
        keep("4-expenses-private", table.Answer(Cmo, ("metrics.name", "Page load"), ("metrics.baseline", "4.2"), ("metrics.target", "2.5"), ("metrics.unit", "s"), ("metrics.owner", "cto"), ("daily", "100,000 USD"), ("seconds", "1")));
        keep("5-speed-private", table.Answer(Cmo, ("offers.what", "Website upkeep"), ("offers.amount", "1,000 EUR"), ("offers.period", "monthly"), ("offers.to", "cmo")));
        keep("board-apart", table.Answer(Cmo, ("brakes.brake", "Slow release"), ("brakes.how", "thirdParty"), ("brakes.cost", "20,000 EUR"), ("brakes.saves", "4"), ("brakes.decision", "yes")));
        keep("question-waits", table.Show(Cto, Views.PairQuestion(PairTable.Id, FiveIds.Success)));
        table.Say(Cto, "five questions");
        table.Press(Cto, "Go on");
        keep("reveal-differs", table.Answer(Cto, ("ads", "cto"), ("site", "both"), ("comfort", "2"), ("limits", "Nothing that touches customer data")));
        keep("settle", table.Press(Cto, "Settle it together"));
        keep("settled", table.Answer(Cto, ("ads", "ctoAsks"), ("site", "both"), ("comfort", "3"), ("limits", "We ask before customer data is touched")));
        keep("reopened", table.Press(Cmo, CardAction.Of(Verbs.PairReopen, (DataKeys.Pair, PairTable.Id), (DataKeys.Item, FiveIds.Involvement))));
    }

    private static void Room(PairTable table, Action<string, Reply> keep)
    {
        keep("board-room", table.Say(Cmo, "five questions"));
        keep("1-involvement-joint", table.Press(Cmo, "Go on"));
        keep("2-success-joint", table.Answer(Cmo, ("ads", "cmo"), ("site", "both"), ("comfort", "4")));
        keep("3-measures-joint", table.Answer(Cmo, ("brings", "Money and wins"), ("quick", "2"), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"), ("wins.owner", "both")));
        keep("4-expenses-joint", table.Answer(Cmo, ("metrics.name", "Page load"), ("metrics.baseline", "4.2"), ("metrics.target", "2.5"), ("metrics.unit", "s"), ("metrics.owner", "cto"), ("metrics.source", "Monitoring"), ("metrics.cadence", "weekly"), ("daily", "100,000 USD"), ("seconds", "1")));
        keep("5-speed-joint", table.Answer(Cmo, ("offers.what", "Website upkeep"), ("offers.amount", "1,000 EUR"), ("offers.period", "monthly"), ("offers.to", "cmo")));
        keep("agreement-open", table.Show(Cmo, Views.PairAgreement(PairTable.Id)));
        table.Press(Cmo, CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(FiveIds.Speed)), (DataKeys.Subject, PairTable.Id + "~0")));
        table.Answer(Cmo, ("brakes.brake", "Slow release"), ("brakes.how", "thirdParty"), ("brakes.cost", "20,000 EUR"), ("brakes.saves", "4"), ("brakes.decision", "yes"), ("brakes.by", "2027-01-15"));
    }

    private static void Group(PairTable table, Action<string, Reply> keep)
    {
        table.InGroup = true;
        keep("group-board", table.Say(Cmo, "five questions"));
        keep("group-question", table.Press(Cto, "Go on"));
        keep("group-next", table.Answer(Cto, ("ads", "cmo"), ("site", "both"), ("limits", "Customer data")));
        keep("group-settled", table.Show(Cmo, Views.PairQuestion(PairTable.Id, FiveIds.Involvement)));
        keep("group-open", table.Show(Cmo, Views.PairQuestion(PairTable.Id, FiveIds.Speed)));
        keep("group-ledger", table.Say(Cto, "ledger"));
        keep("group-agreement", table.Say(Cto, "agreement"));
    }

    private static void Ledger(PairTable table, Action<string, Reply> keep)
    {
        keep("offer-new", table.Say(Cto, "offer"));
        table.Answer(Cto, ("what", "Analytics licence"), ("amount", "4,000 EUR"), ("period", "yearly"), ("to", "cmo"), ("note", "You use it most"));
        keep("news-offer", table.News(Cmo));
        keep("offer-counter", table.Press(Cmo, "Counter"));
        table.Answer(Cmo, ("what", "Analytics licence"), ("amount", "2,000 EUR"), ("period", "yearly"), ("to", "cmo"), ("note", "Half of it is yours"));
        keep("offer", table.Show(Cto, Views.PairOffer(PairTable.Id, 2)));
        table.Press(Cto, "Accept");
        keep("ledger", table.Say(Cto, "ledger"));
    }

    private static void Agreement(PairTable table, Action<string, Reply> keep)
    {
        keep("agreement-unsigned", table.Say(Cmo, "agreement"));
        keep("agreement-half", table.Press(Cmo, "Sign"));
        table.Say(Cto, "agreement");
        keep("agreement-signed", table.Press(Cto, "Sign"));
        keep("document-no-address", table.Press(Cto, "As a document"));
        keep("document", (Reply.Download)table.Show(Cto, Views.PairDocument(PairTable.Id)) with { Link = new("https://bot.example.com/data/agreement?key=token") });
        table.Press(Cto, CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(FiveIds.Success)), (DataKeys.Subject, $"{PairTable.Id}~{table.Pair!.Question(FiveIds.Success).Joint!.Revision}")));
        table.Answer(Cto, ("brings", "Money, wins and patience"));
        keep("agreement-changed", table.Say(Cmo, "agreement"));
        table.Press(Cmo, "Sign");
        table.Say(Cto, "agreement");
        table.Press(Cto, "Sign");
    }

    private static void Afterwards(PairTable table, Action<string, Reply> keep)
    {
        keep("checkin-due", table.Later("2026-12-30T06:30").Tick(Cmo, DueKind.CheckIn));
        keep("checkin-morning", table.Tick(Cto, DueKind.Morning));
        keep("checkin-ask", table.Press(Cmo, "Check in after 30 days"));
        keep("checkin-held", table.Answer(Cmo, ("values", "Page load | 3.4"), ("done", "0"), ("note", "The new site helps"), ("announce", "yes")));
        table.InGroup = true;
        table.Say(Cmo, "five questions");
        table.InGroup = false;
        table.Press(Cto, CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.CheckIn), (DataKeys.Subject, PairTable.Id + "~30")));
        table.Answer(Cto, ("values", "Page load | 3.2"), ("done", "0"), ("announce", "yes"));
        keep("group-wins", table.Announced());
        keep("news-checkin", table.News(Cmo));
    }
}
