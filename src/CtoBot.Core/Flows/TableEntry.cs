using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>Takes lines of a table that is asked line by line: from the inputs of a card, or typed.</summary>
/// <param name="context">The dialog.</param>
/// <param name="question">The question.</param>
/// <param name="newId">Gives the next line its id.</param>
internal sealed class TableEntry(DialogContext context, Question question, Func<string> newId)
{
    private readonly ImmutableArray<Column> _columns = context.ColumnsOf(question);
    private readonly ImmutableArray<Row> _lines = context.LinesOf(question);

    /// <summary>Takes what stands in the inputs of a card.</summary>
    /// <param name="given">What the card sent.</param>
    public TableTaken Take(Given given)
    {
        var cells = _columns.ToImmutableDictionary(column => column.Key, column => given.Fields.GetValueOrDefault(question.InputOf(column), ""));
        var isBlank = cells.Values.All(string.IsNullOrWhiteSpace);
        if (given.Line.Length == 0)
            return isBlank ? Blank(given.Stays) : Read(cells, line => AddFromCard(line, given.Seen!.GetValueOrDefault(question.Id)));
        if (_lines.FirstOrDefault(line => line.Id == Lines.IdIn(given.Line)) is not { } present)
            return isBlank ? TableTaken.Nothing : Refuse(cells, Wrong("dialog.lineGone"));
        return isBlank
            ? Refuse(cells, Wrong("dialog.lineBlank"))
            : Read(cells, line => Change(present, line, given.Line == Lines.Reference(present)));
    }

    /// <summary>Takes typed words: lines to add, or the line that is being changed.</summary>
    /// <param name="words">As typed; blank for none.</param>
    /// <param name="editing">The id of the line that is asked again, or null.</param>
    public TableTaken Hear(string words, string? editing)
    {
        if (string.IsNullOrWhiteSpace(words))
            return Blank(stays: false);
        var present = editing is null ? null : _lines.FirstOrDefault(line => line.Id == editing);
        if (_columns.FirstOrDefault(column => column.Kind == ColumnKind.LongText) is { } verbatim)
        {
            var known = _columns.ToImmutableDictionary(column => column.Key, column => present is null ? "" : CellText.Raw(present, column, context.Scene.Region));
            return Read(known.SetItem(verbatim.Key, words), line => Put(line, present));
        }

        // What is wrong with a single line can be said at its inputs.
        if (RowsReader.Split(words, _columns).ToArray() is [var (_, texts)] && texts.Length <= _columns.Length)
            return Read(_columns.Select((column, index) => KeyValuePair.Create(column.Key, texts.ElementAtOrDefault(index)?.Trim() ?? "")).ToImmutableDictionary(), line => Put(line, present));
        var reading = RowsReader.Read(words, context.Scene.Content.Words, _columns, context.Scene.Region, context.Scene.Today, AnswerText.LinesLimit(question));
        if (!reading.TryGet(out var rows, out var problem))
            return Refuse(ImmutableDictionary<string, string>.Empty, problem);
        var lines = _lines;
        foreach (var row in rows)
        {
            lines = With(lines, row, present);
            present = null;
        }

        return Checked(lines, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>A line as typed is added, unless it says no more than one that there is.</summary>
    private ImmutableArray<Row>? Put(Row line, Row? present) => With(_lines, line, present);

    private ImmutableArray<Row> With(ImmutableArray<Row> lines, Row line, Row? present)
    {
        if (present is not null)
            return lines.Replace(present, Lines.Change(present, line, _columns));
        return lines.FirstOrDefault(earlier => Lines.Adds(line, earlier, _columns)) is { } known
            ? lines.Replace(known, new Row(line.Cells.SetItems(known.Cells)))
            : Add(lines, line);
    }

    /// <summary>A card can always add a line, however old it is; but the same card, pressed on two devices, adds one.</summary>
    private ImmutableArray<Row>? AddFromCard(Row line, long seen) =>
        _lines.Any(known => Lines.AddedAt(known) > seen && known.SaysSameAs(line)) ? _lines : Add(_lines, line);

    private ImmutableArray<Row> Add(ImmutableArray<Row> lines, Row line) => lines.Add(new Row(line.Cells.SetItem(RowCells.Id, newId())));

    /// <returns>The lines, or null if the line is not as the card showed it.</returns>
    private ImmutableArray<Row>? Change(Row present, Row line, bool isAsShown)
    {
        var changed = Lines.Change(present, line, _columns);
        return isAsShown || changed.Equals(present) ? _lines.Replace(present, changed) : null;
    }

    private TableTaken Blank(bool stays) =>
        context.Draft.Answers.ContainsKey(question.Id) || stays ? TableTaken.Nothing
        : question.Required ? Refuse(ImmutableDictionary<string, string>.Empty, Needed(question.Name))
        : new TableTaken(new AnswerValue.Skipped(), ImmutableDictionary<string, Entered>.Empty);

    private TableTaken Read(ImmutableDictionary<string, string> cells, Func<Row, ImmutableArray<Row>?> put)
    {
        var read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var problems = Entered(cells).ToBuilder();
        foreach (var column in _columns)
        {
            var cell = cells[column.Key];
            if (string.IsNullOrWhiteSpace(cell) && !column.Required)
                continue;
            Reading<string> reading = string.IsNullOrWhiteSpace(cell)
                ? Needed(column.Label)
                : CellReader.Read(cell, column, context.Scene.Content.Words, context.Scene.Region, context.Scene.Today);
            if (reading.TryGet(out var value, out var problem))
                read[column.Key] = value;
            else
                problems[question.InputOf(column)] = new Entered(cell, context.Scene.Texts.Say(problem));
        }

        if (problems.Values.Any(entered => entered.Problem is not null))
            return new TableTaken(null, problems.ToImmutable());
        return put(new Row(read.ToImmutable())) is { } lines ? Checked(lines, cells) : Refuse(cells, Wrong("dialog.lineStale"));
    }

    private TableTaken Checked(ImmutableArray<Row> lines, ImmutableDictionary<string, string> cells)
    {
        var value = new AnswerValue.Table(lines);
        if (lines.SequenceEqual(_lines))
            return TableTaken.Nothing;
        if (Limit(question, _lines, lines) is { } problem)
            return Refuse(cells, problem);
        return context.Rules.Refuse(context, question, value) is { } refusal
            ? Refuse(cells, refusal)
            : new TableTaken(value, ImmutableDictionary<string, Entered>.Empty);
    }

    /// <summary>What is wrong with a table that has grown too large, or null.</summary>
    public static Problem? Limit(Question question, ImmutableArray<Row> before, ImmutableArray<Row> lines)
    {
        var most = AnswerText.LinesLimit(question);
        if (lines.Length > most && lines.Length > before.Length)
            return Wrong("dialog.linesFull", most);
        var length = Lines.Length(lines);
        return length > AnswerText.TableLimit && length > Lines.Length(before)
            ? Wrong("dialog.linesHeavy", AnswerText.TableLimit)
            : null;
    }

    private static Problem Wrong(string key) => new(key, ImmutableDictionary<string, string>.Empty);

    private static Problem Wrong(string key, int most) => new(key, ImmutableDictionary<string, string>.Empty.Add("max", most.ToString(CultureInfo.InvariantCulture)));

    private static Problem Needed(string what) => new("dialog.required", ImmutableDictionary<string, string>.Empty.Add("question", what));

    private TableTaken Refuse(ImmutableDictionary<string, string> cells, Problem problem) =>
        new(null, Entered(cells).SetItem(question.Id, new Entered("", context.Scene.Texts.Say(problem))));

    /// <summary>What was given, to stand in the inputs again.</summary>
    private ImmutableDictionary<string, Entered> Entered(ImmutableDictionary<string, string> cells) =>
        _columns.Where(column => cells.ContainsKey(column.Key)).ToImmutableDictionary(question.InputOf, column => new Entered(cells[column.Key], null), StringComparer.Ordinal);
}

/// <summary>What came of lines that were given.</summary>
/// <param name="Value">The answer now; null if it stays as it is.</param>
/// <param name="Problems">What could not be taken, by input id; see <see cref="Submission.Problems"/>.</param>
internal sealed record TableTaken(AnswerValue? Value, ImmutableDictionary<string, Entered> Problems)
{
    /// <summary>Nothing was given.</summary>
    public static TableTaken Nothing { get; } = new(null, ImmutableDictionary<string, Entered>.Empty);
}
