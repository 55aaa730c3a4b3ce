using CtoBot.Core;
using CtoBot.Core.Readout;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Cards;

/// <summary>The readout as cards: of five customers, of nobody yet, and of what would break a client that takes it for more than text.</summary>
internal static class ReadoutSamples
{
    /// <summary>Makes them.</summary>
    public static void Make(SampleChat chat, Action<string, Reply> keep)
    {
        chat.Install();
        chat.Say("setup");
        chat.Answer(("hat", "cto"), ("company", "Contoso"));
        chat.Answer(("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        chat.Answer(("start", "2026-11-27"));
        chat.Answer();
        chat.Later("2026-12-07T17:00");
        keep("readout-empty", chat.Say("readout"));
        chat.File(ReadoutSeed.Five());
        keep("readout", chat.Say("readout"));
        var board = (Reply.Board)chat.Say("quotes");
        keep("readout-quotes", chat.Press(board.Sections[0].Rows[1].Toggle!.Action));
        keep("readout-parts", chat.Press(CardAction.Show(Views.ReadoutParts)));
        keep("readout-part", chat.Press(CardAction.Show(Views.ReadoutPart("support"))));
        var saves = (Reply.Files)chat.Say("files");
        var files = saves with { Offers = [.. saves.Offers.Select(offer => offer with { Save = null })] };
        keep("readout-files-no-address", files);
        keep("readout-files", Linked(files));
        keep("readout-files-save", Linked(saves with { Offers = [.. saves.Offers.Where(offer => offer.Form != ReadoutForm.Page)] }));
        keep("readout-files-save-part", Linked((Reply.Files)chat.Press(CardAction.Show(Views.ReadoutFilesOf("support")))));
        keep("readout-hostile", Hostile);
    }

    private static Reply.Files Linked(Reply.Files files) =>
        files with { Offers = [.. files.Offers.Select(offer => offer with { Link = new($"https://bot.example.com/data/readout/{offer.Form}?key=token") })] };

    private static Reply.Dashboard Hostile => new(
        FindingSamples.Hostile,
        FindingSamples.Hostile,
        FindingSamples.Hostile,
        [.. Enumerable.Repeat(new DashboardFigure(FindingSamples.Hostile, new string('w', 300), FindingSamples.Hostile, Tone.Attention, CardAction.Show(Views.Risks)), 12)],
        [
            .. Enumerable.Repeat(new Chart(ChartKind.Bars, FindingSamples.Hostile, [.. Enumerable.Repeat(new ChartPoint(FindingSamples.Hostile, 1_000_000_000_000.25m, FindingSamples.Hostile, Tone.Good), 8)], 1_000_000_000_000.25m, FindingSamples.Hostile), 3),
            new Chart(ChartKind.Gauge, FindingSamples.Hostile, [new ChartPoint(FindingSamples.Hostile, 0, FindingSamples.Hostile)], 1),
        ],
        [new Button(FindingSamples.Hostile, CardAction.Show(Views.ReadoutFiles))]);
}
