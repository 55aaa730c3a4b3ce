using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.TwoWeeks;

/// <summary>Answers the dialogs of the newest card as a person does, from a sheet of answers: fills in the inputs, presses, and counts.</summary>
/// <param name="chat">The chat.</param>
/// <param name="bugNamed">What the bot calls the bug with a reference of the sheet.</param>
internal sealed class Interview(PlaygroundPage chat, Func<string, string>? bugNamed = null)
{
    /// <summary>A table of more lines than this is typed, a line each, and not filled in line by line.</summary>
    private const int MostEntered = 2;

    /// <summary>A card that asks more than this shows options as lists that open.</summary>
    private const int MostSpread = 8;

    private static readonly IReadOnlyDictionary<string, Flow> Flows = ContentLibrary.BuiltIn.For(ContentLibrary.Fallback).Flows;

    /// <summary>How often something was sent to the bot.</summary>
    public int Sends { get; private set; }

    /// <summary>Answers page by page, from the first to the last.</summary>
    /// <param name="sheet">What to answer.</param>
    /// <param name="from">Where the dialog stands: the id of a page.</param>
    /// <param name="until">The id of the page to stop before; null to end the dialog.</param>
    public async Task PagesAsync(Sheet sheet, string? from = null, string? until = null)
    {
        var pages = Flows[sheet.Flow].Pages;
        foreach (var page in pages.SkipWhile(page => from is not null && page.Id != from).TakeWhile(page => page.Id != until))
        {
            var questions = page.Questions.Where(question => Applies(sheet, question)).ToImmutableArray();
            if (questions is [{ IsEntry: true } table] && LinesOf(sheet, table) is { Length: > MostEntered } lines)
                await TypeAsync(table, lines);
            else if (!questions.IsEmpty)
                await RoundsAsync(sheet, questions, page == pages[^1] ? "Save" : "Next");
        }
    }

    /// <summary>Answers everything on one card: a further line of a table is filled in where its button shows it.</summary>
    public async Task FormAsync(Sheet sheet)
    {
        ImmutableArray<Question> questions = [.. Flows[sheet.Flow].Questions];
        foreach (var table in questions.Where(question => question.IsEntry))
        {
            for (var line = 1; line < LinesOf(sheet, table).Length; line++)
                await chat.LastCard.GetByRole(AriaRole.Button, new() { Name = $"{table.Name}: one more", Exact = true }).ClickAsync();
        }

        var fields = questions.Where(question => question.IsEntry).SelectMany(table => LinesOf(sheet, table).SelectMany((line, number) => line.Select(cell => KeyValuePair.Create(Spare(cell.Key, number), cell.Value))));
        await FillAsync(questions.SelectMany(question => Inputs(question, LinesOf(sheet, question).Length)), fields.Concat(sheet.Fields).ToDictionary(), dense: true);
        await SendAsync("Save");
    }

    private static string Spare(string input, int number) => number == 0 ? input : string.Create(CultureInfo.InvariantCulture, $"{input}.{number}");

    /// <summary>Presses a button that sends what is filled in, and waits for what comes of it.</summary>
    public async Task SendAsync(string button)
    {
        Sends++;
        await chat.ForUpdateAsync(() => chat.ClickAsync(button));
    }

    /// <summary>Fills in inputs of the newest card.</summary>
    /// <param name="questions">All that the card asks, in order.</param>
    /// <param name="fields">What to fill in, by question; inputs of tables by <c>question.column</c>.</param>
    public Task FillAsync(IReadOnlyCollection<Question> questions, IReadOnlyDictionary<string, string> fields) =>
        FillAsync(questions.SelectMany(question => Inputs(question, lines: 1)), fields, questions.Count > MostSpread);

    /// <summary>Fills in inputs of the newest card, in their order.</summary>
    private async Task FillAsync(IEnumerable<Question> inputs, IReadOnlyDictionary<string, string> fields, bool dense)
    {
        var labels = new Dictionary<string, int>();
        foreach (var input in inputs)
        {
            var nth = labels[input.Ask] = labels.GetValueOrDefault(input.Ask, -1) + 1;
            if (fields.GetValueOrDefault(input.Id) is { } value)
                await FillAsync(input, nth, value, dense);
        }
    }

    /// <summary>What a flow asks on a page.</summary>
    public static ImmutableArray<Question> Questions(string flow, string page) => Flows[flow].FindPage(page)!.Questions;

    private Task TypeAsync(Question table, IEnumerable<ImmutableDictionary<string, string>> lines)
    {
        Sends++;
        var typed = lines.Select(line => string.Join(" | ", table.Columns.Select(column => CellOf(column, line.GetValueOrDefault(table.InputOf(column), "")))));
        return chat.ForReplyAsync(() => chat.SayAsync(string.Join('\n', typed)));
    }

    private async Task RoundsAsync(Sheet sheet, ImmutableArray<Question> questions, string last)
    {
        var tables = questions.Where(question => question.IsEntry).ToArray();
        var rounds = tables.Select(table => LinesOf(sheet, table).Length).Append(1).Max();
        for (var round = 0; round < rounds; round++)
        {
            var fields = tables.SelectMany(table => LinesOf(sheet, table).Skip(round).Take(1)).SelectMany(line => line);
            await FillAsync(questions, (round == 0 ? fields.Concat(sheet.Fields) : fields).ToDictionary());
            await SendAsync(round == rounds - 1 ? last : questions.Length == 1 ? "Add another" : "Save and add more");
        }
    }

    private async Task FillAsync(Question input, int nth, string value, bool dense)
    {
        // A required question may end with a star.
        var label = new Regex($@"^{Regex.Escape(input.Ask)}[ *]*$");
        if (!dense && (input.Kind is QuestionKind.Scale or QuestionKind.YesNo || (input.Kind == QuestionKind.Choice && input.Options is { IsDefault: false, Length: <= 4 })))
        {
            await chat.LastCard.GetByRole(AriaRole.Radiogroup, new() { NameRegex = label }).Nth(nth).Locator($"input[value='{value}']").CheckAsync();
            return;
        }

        if (input.Kind == QuestionKind.Choices)
        {
            foreach (var one in value.Split(','))
                await chat.LastCard.GetByRole(AriaRole.Checkbox, new() { Name = input.Options.First(option => option.Value == one).Label }).CheckAsync();
            return;
        }

        if (input.Kind is QuestionKind.Choice or QuestionKind.Scale or QuestionKind.YesNo)
            await chat.ChooseAsync(input.Ask, input.Options.IsDefaultOrEmpty ? value : input.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value, nth);
        else
            await chat.LastCard.GetByLabel(label).Filter(new() { Visible = true }).Nth(nth).FillAsync(value);
    }

    private string CellOf(Column column, string cell) => column.OptionsFrom == "bugs" && cell.Length > 0 ? bugNamed!(cell) : cell;

    private static IEnumerable<Question> Inputs(Question question, int lines) => !question.IsEntry ? [question] :
        Enumerable.Range(0, Math.Max(1, lines)).SelectMany(line => question.Columns.Select(column => new Question(question.InputOf(column, line), KindOf(column.Kind), column.Label, Options: column.Options)));

    private static QuestionKind KindOf(ColumnKind kind) => kind == ColumnKind.Choice ? QuestionKind.Choice : QuestionKind.Text;

    private static ImmutableArray<ImmutableDictionary<string, string>> LinesOf(Sheet sheet, Question table) => sheet.Lines.GetValueOrDefault(table.Id, []);

    private static bool Applies(Sheet sheet, Question question) => question.When is not { } when
        || (sheet.Fields.GetValueOrDefault(when.Question) is { } answer && answer.Split(',').Any(when.Is.Contains));
}
