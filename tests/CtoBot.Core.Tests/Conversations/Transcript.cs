using System.Collections.Immutable;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>Replies as text, as a person would read them off the screen.</summary>
public static class Transcript
{
    public static string Of(ImmutableArray<Reply> replies) => string.Join("\n---\n", replies.Select(Of));

    private static string Of(Reply reply) => string.Join('\n', Lines(reply).Where(line => !string.IsNullOrEmpty(line)));

    private static IEnumerable<string?> Lines(Reply reply) => reply switch
    {
        Reply.Say say => [say.Text],
        Reply.Note note => [$"# {note.Title}", .. note.Paragraphs, Buttons(note.Buttons)],
        Reply.Ask ask => [Heading(ask.Title, ask.Progress), Notice(ask.Notice), ask.Lead, .. ask.Fields.SelectMany(Field), Buttons([ask.Submit, .. ask.More is { } more ? [more] : Array.Empty<Button>(), .. ask.Buttons])],
        Reply.Summary summary => [$"# {summary.Title}", Notice(summary.Notice), .. summary.Lines.Select(line => $"{line.Label}: {line.Text}"), Buttons(summary.Buttons)],
        Reply.Checklist list => [Heading(list.Title, list.Progress.Text), Notice(list.Notice), list.Lead, .. list.Agenda.SelectMany(Group), .. list.Sections.SelectMany(Section), list.Tip is null ? null : $"Tip: {list.Tip}", list.Why, Buttons(list.Buttons)],
        Reply.StepDetail step => [$"# {step.Title}", Notice(step.Notice), step.When, step.State, step.Do, step.Why, .. step.Questions.Select(question => $"? {question}"), .. step.Results.Select(result => $"> {result}"), step.PersonalNote is null ? null : $"Note: {step.PersonalNote}", Buttons(step.Buttons)],
        Reply.Menu menu => [Heading(menu.Title, menu.Progress?.Text), Notice(menu.Notice), menu.Lead, .. menu.Groups.SelectMany(Group), Buttons(menu.Buttons)],
        Reply.Message message => [$"# {message.Title}", message.Lead, message.Text, Buttons(message.Buttons)],
        Reply.Export export => [$"# {export.Title}", .. export.Paragraphs, $"({export.Read})({export.Json})"],
        Reply.Compare compare => [$"# {compare.Title}", Notice(compare.Notice), compare.Lead, $"{compare.First} | {compare.Second}", .. compare.Lines.Select(line => $"{(line.Differs ? "≠" : "=")} {line.Label}: {line.First} | {line.Second}"), Buttons(compare.Buttons)],
        Reply.Sheet sheet => [$"# {sheet.Title}", Notice(sheet.Notice), sheet.Lead, .. sheet.Sections.SelectMany(section => (IEnumerable<string>)[$"## {section.Heading}", .. section.Paragraphs, .. section.Points.Select(point => $"- {point}")]), .. sheet.Foot, Buttons(sheet.Buttons)],
        Reply.Guide guide => [$"# {guide.Title}", guide.Lead, .. guide.Sections.SelectMany(section => (IEnumerable<string>)[$"## {section.Heading}", .. section.Paragraphs, .. section.Points.Select(point => $"- {point}")]), Buttons(guide.Buttons)],
        Reply.Board board => [$"# {board.Title}", Notice(board.Notice), board.Lead, .. board.Sections.SelectMany(Section), board.PageText, Buttons(board.Buttons)],
        Reply.Matrix matrix => [$"# {matrix.Title}", Notice(matrix.Notice), matrix.Lead, .. matrix.Rows.Select(row => Row(row, matrix.Columns)), matrix.Footer is null ? null : Row(matrix.Footer, matrix.Columns), matrix.PageText, Buttons(matrix.Buttons)],
        Reply.Brief brief => [$"# {brief.Title}", Notice(brief.Notice), brief.Lead, .. brief.Facts.Select(fact => $"{fact.Label}: {fact.Value}"), .. brief.Sections.SelectMany(Section), Buttons(brief.Buttons)],
        Reply.Dashboard dashboard => [$"# {dashboard.Title}", Notice(dashboard.Notice), dashboard.Lead, .. dashboard.Figures.Select(figure => $"{figure.Label}: {figure.Value}{(figure.Tone == Tone.Neutral ? "" : $" ({figure.Tone})")}{(figure.Detail is null ? "" : $" | {figure.Detail}")}"), .. dashboard.Charts.SelectMany(chart => (IEnumerable<string?>)[$"## {chart.Title}", .. chart.Points.Select(point => $"{point.Label}: {point.Shown}"), chart.Note]), Buttons(dashboard.Buttons)],
        Reply.Files files => [$"# {files.Title}", .. files.Paragraphs, .. files.Offers.Select(offer => $"({offer.Label})"), Buttons(files.Buttons)],
        Reply.Save save => [save.Description, save.Making, $"({save.Form} {save.Function})", .. Lines(save.Otherwise)],
        Reply.Quote quote => [$"# {quote.Title}", quote.Words, $"  ({quote.Source})", quote.PageText, Buttons(quote.Buttons)],
        _ => throw new InvalidOperationException(reply.GetType().Name),
    };

    private static string Heading(string title, string? progress) => progress is null ? $"# {title}" : $"# {title} ({progress})";

    private static string? Notice(string? notice) => notice is null ? null : $"! {notice}";

    private static string? Buttons(ImmutableArray<Button> buttons) => buttons.IsEmpty ? null : string.Concat(buttons.Select(button => $"[{button.Label}]"));

    private static IEnumerable<string?> Field(Field field) => field.Entry is { } entry ? Entry(field, entry) :
    [
        field.Lead,
        $"{field.Question.Ask}{(field.Question.Required ? " *" : "")} = {field.Value}",
        field.Options.IsDefaultOrEmpty ? null : "  " + string.Join(" / ", field.Options.Select(option => option.Label)),
        field.Problem is null ? null : $"  !! {field.Problem}",
    ];

    private static IEnumerable<string?> Entry(Field field, Entry entry) =>
    [
        field.Lead,
        $"{field.Question.Ask}{(field.Question.Required ? " *" : "")}",
        .. entry.Lines.Select((line, index) => $"  {index + 1} {line}"),
        entry.Changing,
        field.Problem is null ? null : $"  !! {field.Problem}",
        .. entry.Cells.Concat(entry.Spare.Where(line => line.Any(cell => cell.Value.Length > 0 || cell.Problem is not null)).SelectMany(line => line)).SelectMany(Field).Select(line => line is null ? null : $"  {line}"),
    ];

    private static IEnumerable<string?> Section(StepSection section) =>
        section.Steps
            .SelectMany(step => (IEnumerable<string?>)[$"{Mark(step.Mark)} {step.Number}{(step.Number is null ? "" : ". ")}{step.Title} ({step.Detail})", step.Note is null ? null : $"    {step.Note}"])
            .Prepend(section.Heading.Length == 0 ? null : $"## {section.Heading}");

    private static string Mark(StepMark mark) => mark switch { StepMark.Done => "[x]", StepMark.Skipped => "[-]", _ => "[ ]" };

    private static IEnumerable<string?> Group(MenuGroup group) =>
        [group.Heading.Length == 0 ? null : $"## {group.Heading}", group.Text, .. group.Entries.Select(entry => $"* {entry.Label} | {entry.Detail}")];

    private static IEnumerable<string?> Section(BoardSection section) =>
        section.Rows
            .Select(row => $"{row.Figure.Text}{(row.Figure.Tone == Tone.Neutral ? "" : $" ({row.Figure.Tone})")} {row.Title}{string.Concat(row.Details.Select(detail => $" | {detail}"))}")
            .Prepend(section.Heading.Length == 0 ? "" : $"## {section.Heading}");

    private static string Row(MatrixRow row, ImmutableArray<string> columns) =>
        $"{row.Name}: {string.Join(", ", columns.Zip(row.Cells, (head, cell) => $"{head} {cell.Figure.Text}"))}{(row.Detail is null ? "" : $" | {row.Detail}")}";

    private static IEnumerable<string?> Section(BriefSection section) =>
    [
        section.Heading.Length == 0 ? null : $"## {section.Heading}",
        .. section.Paragraphs,
        .. section.Points.Select(point => $"- {point}"),
        .. section.Quotes.Select(quote => $"> {quote.Words} ({quote.Source})"),
        section.More is null ? null : $"[{section.More.Label}]",
    ];
}
