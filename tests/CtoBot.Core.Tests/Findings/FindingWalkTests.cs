using System.Collections.Frozen;
using CtoBot.Core.Flows;
using CtoBot.Core.Tests.Conversations;

namespace CtoBot.Core.Tests.Findings;

public sealed class FindingWalkTests
{
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(StringComparer.Ordinal, Verbs.Merge, Verbs.Apart, Verbs.Split, Verbs.Settle);

    private static readonly string[] Ways = ["bugs", "promises", "risks", "ratings"];

    private static Chat Begin() => Heard.Cto()
        .Customer("c1", "Acme", "120000 EUR").Customer("c2", "Beta", "80000 USD").Customer("c3", "Gamma")
        .Debrief("v1", "c1", "2026-12-01", Heard.Mark("risk", 5), Heard.Lines("bugs", "r1: title=Export of reports hangs", "r2: title=Login loops"), Heard.Lines("promises", "r8: what=Call"))
        .Debrief("v2", "c2", "2026-12-02", Heard.Lines("bugs", "r3: title=Reports export hangs", "r4: title=Login loops for ever"), Heard.Lines("next", "r9: what=Write"))
        .Debrief("v3", "c3", "2026-12-03", Heard.Mark("supportRating", 2), Heard.Lines("bugs", "r5: title=Export of reports hangs again", "r6: title=Slow"));

    /// <summary>Whatever is pressed in whatever order, what was heard stays, and undoing it all brings back the beginning.</summary>
    [Fact]
    public void Pressing_anything_loses_nothing_and_is_undone_whole()
    {
        var pressed = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1u; seed <= 60; seed++)
        {
            var chat = Begin().Say("bugs");
            var (heard, kept, random) = (Lines(chat, whole: false), Lines(chat, whole: true), seed);
            // As many as can be taken back.
            for (var step = 0; step < 200 && chat.State.Undo.Count < 8; step++)
            {
                random = (random * 1664525u) + 1013904223u;
                if (step % 7 == 0)
                    chat.Say(Ways[(random >> 8) % (uint)Ways.Length]);
                CardAction[] actions = [.. Chat.Actions(chat.Last.Replies).Select(button => button.Action).Where(action => action.Verb == Verbs.Show || Changing.Contains(action.Verb))];
                var action = actions[(random >> 10) % (uint)actions.Length];
                pressed.Add(action.Verb);
                chat.Press(action);
                Assert.Equal(heard, Lines(chat, whole: false));
            }

            while (!chat.State.Undo.IsEmpty)
                chat.Say("undo");
            Assert.Equal(kept, Lines(chat, whole: true));
        }

        Assert.Superset(Changing.ToHashSet(), pressed);
    }

    /// <summary>What stands in the tables, with or without what was decided about it.</summary>
    private static string[] Lines(Chat chat, bool whole) =>
    [
        .. from draft in chat.Records.Load().Values
           from answer in draft.Answers
           where answer.Value.Value is AnswerValue.Table
           from line in ((AnswerValue.Table)answer.Value.Value).Lines
           let cells = line.Cells.Where(cell => whole || cell.Key is not ("same" or "apart" or "done")).OrderBy(cell => cell.Key, StringComparer.Ordinal)
           let text = $"{draft.Id} {answer.Key} {string.Join('|', cells)}"
           orderby text
           select text,
    ];
}
