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
    /// <summary>The most lines beside the one that is asked for which a card has inputs. Who has more adds them after that.</summary>
    public const int MostSpare = 2;

    private readonly ImmutableArray<Column> _columns = context.ColumnsOf(question);
    private readonly ImmutableArray<Row> _lines = context.LinesOf(question);

    /// <summary>Takes what stands in the inputs of a card: the line that is changed, or lines to add, all of them or none.</summary>
    /// <param name="given">What the card sent.</param>
    public TableTaken Take(Given given)
    {
        if (given.Line.Length > 0)
            return Change(given);
        LineGiven[] lines = [.. Enumerable.Range(0, 1 + MostSpare).Select(spare => LineIn(given, spare)).Where(line => !line.IsBlank)];
        return lines.Length == 0
            ? Blank(given.Stays)
            : Read(lines, read => read.Aggregate(_lines, (known, line) => AddFromCard(known, line, given.Seen!.GetValueOrDefault(question.Id))));
    }

    /// <summary>How many lines beside the one that is asked can be added on the same card.</summary>
    public static int SpareLines(Question question, ImmutableArray<Row> lines) =>
        Math.Clamp(AnswerText.LinesLimit(question) - lines.Length - 1, 0, MostSpare);

    private TableTaken Change(Given given)
    {
        var line = LineIn(given, 0);
        if (_lines.FirstOrDefault(known => known.Id == Lines.IdIn(given.Line)) is not { } present)
            return line.IsBlank ? TableTaken.Nothing : Refuse([line], Wrong("dialog.lineGone"));
        return line.IsBlank
            ? Refuse([line], Wrong("dialog.lineBlank"))
            : Read([line], read => Change(present, read[0], given.Line == Lines.Reference(present)));
    }

    private LineGiven LineIn(Given given, int spare) =>
        new(_columns.ToImmutableDictionary(column => column.Key, column => given.Fields.GetValueOrDefault(question.InputOf(column, spare), "")), spare);

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
            return Read([new LineGiven(known.SetItem(verbatim.Key, words))], read => Put(read[0], present));
        }

        // What is wrong with a single line can be said at its inputs.
        if (RowsReader.Split(words, _columns).ToArray() is [var (_, texts)] && texts.Length <= _columns.Length)
        {
            var cells = _columns.Select((column, index) => KeyValuePair.Create(column.Key, texts.ElementAtOrDefault(index)?.Trim() ?? "")).ToImmutableDictionary();
            return Read([new LineGiven(cells)], read => Put(read[0], present));
        }

        var reading = RowsReader.Read(words, context.Scene.Content.Words, _columns, context.Scene.Region, context.Scene.Today, AnswerText.LinesLimit(question));
        if (!reading.TryGet(out var rows, out var problem))
            return Refuse([], problem);
        var lines = _lines;
        foreach (var row in rows)
        {
            lines = With(lines, row, present);
            present = null;
        }

        return Checked(lines, []);
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
    private ImmutableArray<Row> AddFromCard(ImmutableArray<Row> lines, Row line, long seen) =>
        _lines.Any(known => Lines.AddedAt(known) > seen && known.SaysSameAs(line)) ? lines : Add(lines, line);

    private ImmutableArray<Row> Add(ImmutableArray<Row> lines, Row line) => lines.Add(new Row(line.Cells.SetItem(RowCells.Id, newId())));

    /// <returns>The lines, or null if the line is not as the card showed it.</returns>
    private ImmutableArray<Row>? Change(Row present, Row line, bool isAsShown)
    {
        var changed = Lines.Change(present, line, _columns);
        return isAsShown || changed.Equals(present) ? _lines.Replace(present, changed) : null;
    }

    private TableTaken Blank(bool stays) =>
        context.Draft.Answers.ContainsKey(question.Id) || stays ? TableTaken.Nothing
        : question.Required ? Refuse([], Needed(question.Name))
        : new TableTaken(new AnswerValue.Skipped(), ImmutableDictionary<string, Entered>.Empty);

    /// <summary>Reads lines and puts them into the table, or says at each input what is wrong: then none is taken.</summary>
    private TableTaken Read(ReadOnlySpan<LineGiven> given, Func<Row[], ImmutableArray<Row>?> put)
    {
        var problems = Entered(given).ToBuilder();
        var read = new Row[given.Length];
        for (var index = 0; index < given.Length; index++)
            read[index] = Read(given[index], problems);
        if (problems.Values.Any(entered => entered.Problem is not null))
            return new TableTaken(null, problems.ToImmutable());
        return put(read) is { } lines ? Checked(lines, given) : Refuse(given, Wrong("dialog.lineStale"));
    }

    private Row Read(LineGiven given, ImmutableDictionary<string, Entered>.Builder problems)
    {
        var read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in _columns)
        {
            var cell = given.Cells[column.Key];
            if (string.IsNullOrWhiteSpace(cell) && !column.Required)
                continue;
            Reading<string> reading = string.IsNullOrWhiteSpace(cell)
                ? Needed(column.Label)
                : CellReader.Read(cell, column, context.Scene.Content.Words, context.Scene.Region, context.Scene.Today);
            if (reading.TryGet(out var value, out var problem))
                read[column.Key] = value;
            else
                problems[question.InputOf(column, given.Spare)] = new Entered(cell, context.Scene.Texts.Say(problem));
        }

        return new Row(read.ToImmutable());
    }

    private TableTaken Checked(ImmutableArray<Row> lines, ReadOnlySpan<LineGiven> given)
    {
        var value = new AnswerValue.Table(lines);
        if (lines.SequenceEqual(_lines))
            return TableTaken.Nothing;
        if (Limit(question, _lines, lines) is { } problem)
            return Refuse(given, problem);
        return context.Rules.Refuse(context, question, value) is { } refusal
            ? Refuse(given, refusal)
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

    private TableTaken Refuse(ReadOnlySpan<LineGiven> given, Problem problem) =>
        new(null, Entered(given).SetItem(question.Id, new Entered("", context.Scene.Texts.Say(problem))));

    /// <summary>What was given, to stand in the inputs again.</summary>
    private ImmutableDictionary<string, Entered> Entered(ReadOnlySpan<LineGiven> given)
    {
        var entered = ImmutableDictionary.CreateBuilder<string, Entered>(StringComparer.Ordinal);
        foreach (var line in given)
        {
            foreach (var column in _columns.Where(column => line.Cells.ContainsKey(column.Key)))
                entered[question.InputOf(column, line.Spare)] = new Entered(line.Cells[column.Key], null);
        }

        return entered.ToImmutable();
    }

    /// <summary>What was given for one line.</summary>
    /// <param name="Cells">By column; empty for nothing.</param>
    /// <param name="Spare">See <see cref="Question.InputOf"/>.</param>
    private readonly record struct LineGiven(ImmutableDictionary<string, string> Cells, int Spare = 0)
    {
        public bool IsBlank => Cells.Values.All(string.IsNullOrWhiteSpace);
    }
}

/// <summary>What came of lines that were given.</summary>
/// <param name="Value">The answer now; null if it stays as it is.</param>
/// <param name="Problems">What could not be taken, by input id; see <see cref="Submission.Problems"/>.</param>
internal sealed record TableTaken(AnswerValue? Value, ImmutableDictionary<string, Entered> Problems)
{
    /// <summary>Nothing was given.</summary>
    public static TableTaken Nothing { get; } = new(null, ImmutableDictionary<string, Entered>.Empty);
}
