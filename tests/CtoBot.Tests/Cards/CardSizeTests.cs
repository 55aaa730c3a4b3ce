using AdaptiveCards;
using CtoBot.Cards;
using CtoBot.Core;

namespace CtoBot.Tests.Cards;

/// <summary>Cards of more than a message can carry: all of it is kept, not all of it is shown.</summary>
public class CardSizeTests
{
    private const int NoteLength = 20_000;

    /// <summary>Letters that JSON writes as they are, as two, as six; and one of two UTF-16 units.</summary>
    public static TheoryData<string> Letters => ["x", "\"", "\u0001", "😀", "\n", "{{DATE(", "word "];

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_hundred_steps_with_long_notes_fit_in_a_message(string letter)
    {
        var list = (Reply.Checklist)Samples.All["today-noted"].Reply;
        var step = list.Sections[0].Steps[0] with { Note = Long(letter), Detail = Long(letter) };
        var card = Render(list with { Notice = Long(letter), Lead = Long(letter), Tip = Long(letter), Sections = [new StepSection("", [.. Enumerable.Repeat(step, 100)])] });
        CardRules.Check(card);
        Assert.Matches("… and [0-9]+ more", CardRules.Shown(CardRules.Json(card)));
    }

    [Theory]
    [InlineData(12, 5)]
    [InlineData(5, 12)]
    [InlineData(1, 100)]
    public void What_is_left_out_is_counted(int sections, int steps)
    {
        var list = (Reply.Checklist)Samples.All["today-day-one"].Reply;
        var section = new StepSection("Heading", [.. Enumerable.Repeat(list.Sections[0].Steps[0], steps)]);
        var card = CardRules.Json(Render(list with { Sections = [.. Enumerable.Repeat(section, sections)] }));
        var ticks = CardRules.All(card, "Action.Execute").Count(action => (string?)action["verb"] == "tick");
        Assert.Contains($"… and {sections * steps - ticks} more", CardRules.Shown(card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_points_that_is_too_long_says_so()
    {
        var step = (Reply.StepDetail)Samples.All["step"].Reply;
        var shown = CardRules.Shown(CardRules.Json(Render(step with { Questions = [.. Enumerable.Repeat("Who?", 500)] })));
        Assert.Contains("Who?\n•\n…\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_week_fits_without_leaving_a_step_out()
    {
        var week = (Reply.Checklist)Samples.All["week"].Reply;
        var card = CardRules.Json(Render(week));
        Assert.Equal(week.Sections.Sum(section => section.Steps.Length), CardRules.All(card, "Action.Execute").Count(action => (string?)action["verb"] is "tick" or "untick"));
        Assert.DoesNotContain("more", CardRules.Shown(card), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_long_note_says_where_the_rest_is(string letter)
    {
        var step = (Reply.StepDetail)Samples.All["step-noted"].Reply;
        var card = Render(step with { PersonalNote = Long(letter), State = Long(letter), When = Long(letter), Notice = Long(letter), Do = Long(letter), Why = Long(letter) });
        CardRules.Check(card);
        var shown = CardRules.Shown(CardRules.Json(card));
        Assert.Contains("…", shown, StringComparison.Ordinal);
        Assert.Contains("“Note” shows the rest", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_usual_length_is_shown_whole()
    {
        var note = string.Concat(Enumerable.Repeat("Ask about payments. ", 200)).Trim();
        var card = Render((Reply.StepDetail)Samples.All["step-noted"].Reply with { PersonalNote = note });
        Assert.Contains(note, CardRules.Shown(CardRules.Json(card)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Lists_of_any_length_fit_in_a_message(string letter)
    {
        var summary = (Reply.Summary)Samples.All["setup-6-summary"].Reply;
        CardRules.Check(Render(summary with { Lines = [.. Enumerable.Repeat(summary.Lines[0] with { Text = Long(letter) }, 200)] }));
        var menu = (Reply.Menu)Samples.All["plan"].Reply;
        var entry = menu.Groups[0].Entries[0] with { Label = Long(letter), Detail = Long(letter) };
        CardRules.Check(Render(menu with { Lead = Long(letter), Groups = [menu.Groups[0] with { Text = Long(letter), Entries = [.. Enumerable.Repeat(entry, 400)] }] }));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Texts_of_any_length_fit_in_a_message(string letter)
    {
        CardRules.Check(Render((Reply.Message)Samples.All["message"].Reply with { Text = Long(letter), Lead = Long(letter), Title = Long(letter) }));
        CardRules.Check(Render((Reply.Note)Samples.All["today-all-done"].Reply with { Paragraphs = [Long(letter), Long(letter)] }));
        var guide = (Reply.Guide)Samples.All["five"].Reply;
        CardRules.Check(Render(guide with { Lead = Long(letter), Sections = [guide.Sections[0] with { Paragraphs = [Long(letter)], Points = [Long(letter), Long(letter)] }] }));
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Findings_of_any_length_fit_in_a_message(string letter)
    {
        var board = (Reply.Board)Samples.All["board-promises"].Reply;
        var row = board.Sections[0].Rows[0] with { Title = Long(letter), Details = [Long(letter), Long(letter), Long(letter)], Figure = new(Long(letter), Tone.Good) };
        CardRules.Check(Render(board with { Title = Long(letter), Lead = Long(letter), PageText = Long(letter), Sections = [.. Enumerable.Repeat(new BoardSection(Long(letter), [.. Enumerable.Repeat(row, 50)]), 20)] }));
        var matrix = (Reply.Matrix)Samples.All["matrix-service"].Reply;
        var rating = matrix.Rows[0] with { Name = Long(letter), Detail = Long(letter), Cells = [.. Enumerable.Repeat(matrix.Rows[0].Cells[0] with { Figure = new(Long(letter)) }, 5)] };
        CardRules.Check(Render(matrix with { Title = Long(letter), Lead = Long(letter), Columns = [.. Enumerable.Repeat(Long(letter), 5)], Rows = [.. Enumerable.Repeat(rating, 200)], Footer = rating }));
        var brief = (Reply.Brief)Samples.All["brief-support"].Reply;
        var said = brief.Sections[1].Quotes[0] with { Words = Long(letter), Source = Long(letter) };
        var section = new BriefSection(Long(letter), [Long(letter)], [.. Enumerable.Repeat(Long(letter), 20)], [.. Enumerable.Repeat(said, 200)], brief.Sections[1].More);
        CardRules.Check(Render(brief with { Title = Long(letter), Lead = Long(letter), Facts = [.. Enumerable.Repeat(new BriefFact(Long(letter), Long(letter)), 200)], Sections = [.. Enumerable.Repeat(section, 30)] }));
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("\"")]
    [InlineData("😀")]
    public void A_page_of_findings_is_never_cut_however_long_the_names_are(string letter)
    {
        var board = (Reply.Board)Samples.All["board-promises"].Reply;
        var row = board.Sections[0].Rows[0] with { Title = Long(letter), Details = [Long(letter), Long(letter), Long(letter)] };
        var matrix = (Reply.Matrix)Samples.All["matrix-page"].Reply;
        Assert.DoesNotContain("more.", CardRules.Shown(CardRules.Json(Render(board with { Sections = [new("", [.. Enumerable.Repeat(row, 10)])] }))), StringComparison.Ordinal);
        Assert.DoesNotContain("more.", CardRules.Shown(CardRules.Json(Render(matrix with { Rows = [.. matrix.Rows.Select(rating => rating with { Name = Long(letter), Detail = Long(letter) })] }))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_brief_leaves_out_is_counted_in_its_section()
    {
        var brief = (Reply.Brief)Samples.All["brief-support"].Reply;
        var shown = CardRules.Shown(CardRules.Json(Render(brief with { Sections = [brief.Sections[0] with { Points = [.. Enumerable.Repeat("Why?", 100)] }, brief.Sections[1]] })));
        Assert.Equal(30, shown.Split('\n').Count(line => line == "Why?"));
        Assert.Contains("… and 70 more", shown, StringComparison.Ordinal);
        Assert.Contains("We call, and call again", shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Words_that_are_quoted_are_shown_whole_in_as_many_parts_as_they_need(string letter)
    {
        var words = Long(letter);
        var parts = LongText.Parts(words);
        Assert.Equal(words, string.Concat(parts));
        var shown = parts.Select(part =>
        {
            var card = Render((Reply.Quote)Samples.All["quote"].Reply with { Words = part });
            CardRules.Check(card);
            return Unbroken(CardRules.Shown(CardRules.Json(card)));
        }).ToArray();
        Assert.All(parts.Zip(shown), pair => Assert.Contains(Unbroken(pair.First), pair.Second, StringComparison.Ordinal));
    }

    /// <summary>As it is read: without what only says where a line may end.</summary>
    private static string Unbroken(string text) => text.Replace("\u200b", "", StringComparison.Ordinal);

    [Fact]
    public void What_stands_in_an_input_is_never_shortened()
    {
        var ask = (Reply.Ask)Samples.All["message-edit"].Reply;
        var value = Long("word ");
        var card = Render(ask with { Fields = [ask.Fields[0] with { Value = value, Problem = $"“{value}” is too long." }] });
        CardRules.Check(card);
        Assert.Equal(value, card.Body.OfType<AdaptiveTextInput>().Single().Value);
    }

    private static string Long(string letter) => string.Concat(Enumerable.Repeat(letter, NoteLength / letter.Length)).Insert(0, "a");

    private static AdaptiveCard Render(Reply reply) => CardRenderer.Render(reply, Samples.All["welcome"].Texts)!;
}
