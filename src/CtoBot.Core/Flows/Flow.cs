using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>A guided dialog as an author wrote it in <c>flows/&lt;id&gt;.json</c>.</summary>
/// <param name="Id">Unique, and the name of its file.</param>
/// <param name="Title">What a person reads above its cards. May name the subject by {subject}.</param>
/// <param name="Pages">In order. A page is what one card asks: one question, or a short form.</param>
/// <param name="Intro">Said above the first page, or null.</param>
/// <param name="Keep">False: answers are applied and forgotten with the dialog, such as a note on a step.</param>
/// <param name="Form">Whether a person may choose to have all its questions on one card.</param>
/// <param name="File">
/// True: once it has ended, the dialog leaves the person's state and is filed as a record of its own (<see cref="State.Records"/>), so that a person
/// may have thousands of them.
/// </param>
/// <param name="Row">
/// The kind of the one flat row that shows all its answers in a storage explorer, e.g. "customer"; null for a row an answer.
/// </param>
public sealed record Flow(
    string Id,
    string Title,
    ImmutableArray<Page> Pages,
    string? Intro = null,
    bool Keep = true,
    bool Form = false,
    bool File = false,
    string? Row = null)
{
    /// <summary>All questions in order.</summary>
    public IEnumerable<Question> Questions => Pages.SelectMany(page => page.Questions);

    /// <summary>The question with this id, or null: content may have changed since a card was sent.</summary>
    public Question? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>The page with this id, or null.</summary>
    public Page? FindPage(string id) => Pages.FirstOrDefault(page => page.Id == id);
}

/// <summary>What one card asks.</summary>
/// <param name="Id">Unique in the flow.</param>
/// <param name="Questions">At least one.</param>
/// <param name="Lead">A sentence above the questions, or null.</param>
public sealed record Page(string Id, ImmutableArray<Question> Questions, string? Lead = null);

/// <summary>One question.</summary>
/// <param name="Id">Unique in the flow. Never reused for something else: answers are kept under it.</param>
/// <param name="Kind">What sort of answer it takes.</param>
/// <param name="Ask">The question itself.</param>
/// <param name="Hint">A line of help below it, or null.</param>
/// <param name="Label">A short name for summaries and columns; the question itself when null.</param>
/// <param name="Required">False: it can be skipped.</param>
/// <param name="When">Asked only if this holds, or null for always.</param>
/// <param name="Options">For choice and choices.</param>
/// <param name="OptionsFrom">The name of options that the flow's code supplies, instead of <paramref name="Options"/>; or null.</param>
/// <param name="Columns">For rows.</param>
/// <param name="Min">Smallest number, lowest point of a scale, or fewest choices.</param>
/// <param name="Max">Largest number, highest point of a scale, most choices, or most characters of a text.</param>
/// <param name="Default">Offered when nothing was answered yet, in the form that a card input sends; or the name of a value that the flow's code supplies, such as "$zone".</param>
/// <param name="Paste">For rows: true to ask for the whole table as text to be pasted, false to ask line by line.</param>
/// <param name="Row">For rows: the kind of the flat row that shows a line of it in a storage explorer, e.g. "bug"; or null.</param>
/// <param name="Directory">
/// For people: whether a card searches the organisation's directory, and what is chosen or mentioned is known by its Entra object id. In the chat a
/// name can be typed all the same.
/// </param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    string Ask,
    string? Hint = null,
    string? Label = null,
    bool Required = false,
    Condition? When = null,
    ImmutableArray<ChoiceOption> Options = default,
    string? OptionsFrom = null,
    ImmutableArray<Column> Columns = default,
    decimal? Min = null,
    decimal? Max = null,
    string? Default = null,
    bool Paste = false,
    string? Row = null,
    bool Directory = false)
{
    /// <summary>What a summary or a column calls it.</summary>
    public string Name => Label ?? Ask;

    /// <summary>Whether it is asked as a group of inputs that make one more line of its table.</summary>
    public bool IsEntry => Kind == QuestionKind.Rows && !Paste;

    /// <summary>The id of the input for a column of an entry.</summary>
    /// <param name="column">The column.</param>
    /// <param name="spare">0 for the line that is asked; from 1 on for those that can be added on the same card.</param>
    public string InputOf(Column column, int spare = 0)
    {
        ArgumentNullException.ThrowIfNull(column);
        return spare == 0 ? $"{Id}.{column.Key}" : string.Create(CultureInfo.InvariantCulture, $"{Id}.{column.Key}.{spare}");
    }

    /// <summary>Whether an input belongs to this question: the one that asks it, or that of a column.</summary>
    public bool Has(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input == Id || (IsEntry && input.Length > Id.Length && input[Id.Length] == '.' && input.StartsWith(Id, StringComparison.Ordinal));
    }
}

/// <summary>The sorts of answers.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines, kept word for word.</summary>
    LongText,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    Choices,

    /// <summary>A whole number from <see cref="Question.Min"/> to <see cref="Question.Max"/>, 1 to 5 unless told.</summary>
    Scale,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>An IANA time zone.</summary>
    Zone,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>One or several people.</summary>
    People,

    /// <summary>A small table, asked line by line or as text to be pasted (<see cref="Question.Paste"/>).</summary>
    Rows,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>A condition on an earlier answer of the same dialog.</summary>
/// <param name="Question">The question it looks at.</param>
/// <param name="Is">Holds if the answer, in the form that a card input sends, is one of these; null to look at <paramref name="Not"/> only.</param>
/// <param name="Not">Holds if the question was answered with none of these.</param>
/// <param name="Test">The name of a test that the flow's code supplies, e.g. "startIsNotTheLastWorkingDay"; or null.</param>
public sealed record Condition(
    string Question,
    ImmutableArray<string> Is = default,
    ImmutableArray<string> Not = default,
    string? Test = null);
