using System.Collections.Concurrent;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Tests.Cards;

/// <summary>A card of every sort as a person meets it on the way through setup and plan.</summary>
public static class Samples
{
    /// <summary>What the person writes on the way; each would do something in a client that takes it for markdown.</summary>
    public static class Planted
    {
        public const string Company = "*Acme* [free](https://example.com) {{DATE(2026-11-27, SHORT)}}";
        public const string Reports = "Bo __Roy__, Cy ~~Day~~";
        public const string Note = "# Runs *payments*\n- asked for `me` {{TIME(2026-11-27T08:00:00Z)}}\n<b>Call back</b>";
        public const string Reason = "**No budget** this year, [ask](https://example.com) in spring";
        public const string Unknown = "qwxz **bold** [x](https://example.com)";
        public const string Zone = "Atlantis **upon** `sea`";

        /// <summary>Pieces that would be missing or changed if they had been interpreted.</summary>
        public static IReadOnlyList<string> Pieces { get; } =
            ["*Acme*", "[free]", "{{DATE", "__Roy__", "~~Day~~", "*payments*", "`me`", "{{TIME", "<b>", "**No budget**", "[ask]", "**bold**", "**upon**"];
    }

    private const string Usual = "en-GB";

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, (Reply Reply, Texts Texts)>>> Made = new(StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, (Reply Reply, Texts Texts)> All => In(Usual);

    /// <summary>All of them as a person of a locale meets them, who does and writes the same.</summary>
    public static IReadOnlyDictionary<string, (Reply Reply, Texts Texts)> In(string locale) => Made.GetOrAdd(locale, static locale => new(() => Make(locale))).Value;

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, (Reply, Texts)> Make(string locale)
    {
        var samples = new Dictionary<string, (Reply, Texts)>(StringComparer.Ordinal);
        var chat = new SampleChat(locale: locale);
        void Keep(string name, Reply reply) => samples.Add(name, (reply, chat.Texts));

        Keep("welcome", chat.Install());
        Setup(chat, Keep);
        DayOne(chat, Keep);
        Visits(chat, Keep);
        Reading(chat, Keep);
        AllDone(chat, Keep);
        chat = new SampleChat(locale: locale);
        Cmo(chat, Keep);
        foreach (var (name, reply) in FindingSamples.All)
            Keep(name, reply);
        foreach (var (name, sample) in PairSamples.In(locale))
            samples.Add(name, sample);
        chat = new SampleChat(locale: locale);
        ReminderSamples.Make(chat, Keep);
        chat = new SampleChat(locale: locale, library: EntrySamples.Library);
        EntrySamples.Make(chat, Keep);
        chat = new SampleChat(locale: locale);
        ReadoutSamples.Make(chat, Keep);
        ShareSamples.Make(chat, Keep);
        return samples;
    }

    private static void Setup(SampleChat chat, Action<string, Reply> keep)
    {
        keep("setup-1-hat", chat.Press(((Reply.Guide)chat.Last).Buttons[0].Action));
        keep("setup-1-hat-missing", chat.Answer(("hat", "cto")));
        keep("setup-2-clock", chat.Answer(("hat", "cto"), ("company", Planted.Company)));
        keep("setup-2-clock-wrong", chat.Answer(("zone", Planted.Zone), ("reminder", "25:70"), ("workdays", "mon,tue,wed,thu,fri")));
        keep("setup-3-start", chat.Answer(("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")));
        keep("setup-3-start-wrong", chat.Say("the day after my holidays"));
        keep("setup-4-start-check", chat.Answer(("start", "2026-12-02")));
        keep("setup-5-people", chat.Answer(("startKeep", "2026-11-27")));
        chat.Answer(("reports", Planted.Reports), ("salesHead", "Dee Fox"), ("cfo", "Eve Gray <eve@example.com>"));
        keep("setup-6-summary", chat.Replies[0]);
        keep("today-before-day-one", chat.Replies[1]);
        keep("setup-edit", chat.Press(((Reply.Summary)chat.Replies[0]).Lines[2].Edit.Action));
        chat.Say("later");
    }

    private static void DayOne(SampleChat chat, Action<string, Reply> keep)
    {
        keep("today-day-one", chat.Later("2026-11-27T08:00").Say("today"));
        var lines = chat.Lines;
        keep("morning", chat.Say("send me one now"));
        keep("reminders", chat.Say("reminders"));
        chat.Say("today");
        keep("today-ticked", chat.Press(lines[0].Toggle.Action));
        keep("step", chat.Press(chat.Lines[1].Open.Action));
        keep("dialog-note", chat.Say("note 1"));
        keep("today-noted", chat.Answer(("note", Planted.Note)));
        keep("step-noted", chat.Press(chat.Lines[0].Open.Action));
        keep("dialog-move", chat.Say("move 3"));
        keep("dialog-move-wrong", chat.Say("to 31 February"));
        chat.Answer(("date", "2026-11-30"));
        chat.Say("today");
        keep("dialog-skip", chat.Say("skip 3"));
        chat.Answer(("reason", Planted.Reason));
        keep("step-skipped", chat.Press(chat.Lines.First(line => line.Mark == StepMark.Skipped).Open.Action));
        keep("dialog-out-of-order", chat.Say("done " + chat.TitleOf("own-team")));
        chat.Answer(("reason", Planted.Reason));
        keep("step-out-of-order", chat.Say("step " + chat.TitleOf("own-team")));
    }

    private static void Visits(SampleChat chat, Action<string, Reply> keep)
    {
        keep("today-visit-overdue", chat.Later("2026-12-01T08:00").Say("today"));
        keep("week", chat.Say("week"));
        keep("plan", chat.Say("plan"));
        keep("day", chat.Press(((Reply.Menu)chat.Last).Groups[1].Entries[0].Action));
        keep("undo", chat.Say("undo"));
    }

    private static void Reading(SampleChat chat, Action<string, Reply> keep)
    {
        keep("messages", chat.Say("messages"));
        keep("message", chat.Press(((Reply.Menu)chat.Last).Groups[0].Entries[0].Action));
        keep("message-edit", chat.Press(((Reply.Message)chat.Last).Buttons[1].Action));
        chat.Say("later");
        keep("help", chat.Say("help"));
        keep("dialogs", chat.Say("dialogs"));
        keep("five", chat.Say("five questions"));
        keep("unknown", chat.Say(Planted.Unknown));
        keep("did-you-mean", chat.Say("messagez"));
        keep("which-step", chat.Say("done " + Planted.Unknown));
        keep("hello", chat.Say("hello"));
        keep("own-export-no-address", chat.Say("export my data"));
        keep("own-export", ((Reply.Export)chat.Last) with { Links = new(new("https://bot.example.com/data/document?key=token"), new("https://bot.example.com/data/json?key=token")) });
        keep("own-forget", chat.Say("forget me"));
        chat.Say("keep everything");
    }

    private static void AllDone(SampleChat chat, Action<string, Reply> keep)
    {
        var plan = (Reply.Menu)chat.Later("2026-12-14T08:00").Say("plan");
        foreach (var day in plan.Groups.SelectMany(group => group.Entries))
        {
            chat.Press(day.Action);
            foreach (var line in chat.Lines.Where(line => line.Mark == StepMark.Open))
            {
                chat.Press(line.Toggle.Action);
                if (chat.Last is Reply.Ask)
                    chat.Answer();
            }
        }

        keep("today-all-done", chat.Say("today"));
        keep("morning-quiet", chat.Say("send me one now"));
    }

    private static void Cmo(SampleChat chat, Action<string, Reply> keep)
    {
        chat.Say("setup");
        chat.Answer(("hat", "cmo"), ("company", "Acme"));
        chat.Answer(("zone", "Berlin"), ("reminder", "08:00"), ("workdays", "mon,tue,wed,thu,fri"));
        keep("cmo-partner", chat.Last);
        keep("cmo-summary", chat.Answer(("cto", "Ann Lee")));
        keep("cmo-no-plan", chat.Say("plan"));
    }
}
