using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Flows;

/// <summary>Between an answer and its text: as it is typed or comes from a card, as it stands in an input, as a person reads it.</summary>
internal static class AnswerText
{
    /// <summary>The most characters of all lines of a table together.</summary>
    public const int TableLimit = 150_000;

    private const int LinesMax = 100;

    /// <summary>Lines that have a row each in the store: with the rest of a dialog they must fit into one transaction.</summary>
    internal const int FlatLinesMax = 16;
    private const int TextLimit = 200;
    private const int LongTextLimit = 20_000;

    /// <summary>Reads an answer.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="question">The question.</param>
    /// <param name="options">Its options; empty for other kinds.</param>
    /// <param name="text">As typed, or as a card input sends it. Not blank.</param>
    public static Reading<AnswerValue> Read(Scene scene, Question question, ImmutableArray<ChoiceOption> options, string text)
    {
        var words = scene.Content.Words;
        return question.Kind switch
        {
            QuestionKind.Text => Limit(text.Trim(), question, TextLimit),
            QuestionKind.LongText => Limit(text, question, LongTextLimit),
            QuestionKind.Choice => ReadChoice(words, options, text),
            QuestionKind.Choices => ReadChoices(words, question, options, text),
            QuestionKind.Scale => ScaleReader.Read(text, words, ScaleMin(question), ScaleMax(question)).Select(AnswerValue (point) => new AnswerValue.Scale(point)),
            QuestionKind.Date => DateReader.Read(text, words, scene.Today, scene.Region.MonthFirst, allowPast: true).Select(AnswerValue (day) => new AnswerValue.Date(day)),
            QuestionKind.Time => TimeReader.Read(text, words).Select(AnswerValue (time) => new AnswerValue.Time(time)),
            QuestionKind.Zone => ZoneReader.Read(text, scene.Content.Zones, scene.Now).Select(AnswerValue (zone) => new AnswerValue.Zone(zone.Id)),
            QuestionKind.Number => NumberReader.Read(text, words, scene.Region.DecimalComma, question.Min, question.Max).Select(AnswerValue (number) => new AnswerValue.Number(number)),
            QuestionKind.Money => MoneyReader.Read(text, words, scene.Region.Currency, scene.Region.DecimalComma, question.Min, question.Max).Select(AnswerValue (money) => new AnswerValue.Amount(money)),
            // Whoever mentions one person means that one, whatever else stands there.
            QuestionKind.People when question.Directory && scene.Mentions is [var mentioned] => new AnswerValue.People([mentioned]),
            QuestionKind.People => PeopleReader.Read(text, words, 1, (int)(question.Max ?? 50)).Select(AnswerValue (people) => new AnswerValue.People(people)),
            QuestionKind.Rows => RowsReader.Read(text, words, question.Columns, scene.Region, scene.Today, LinesLimit(question)).Select(AnswerValue (rows) => new AnswerValue.Table(rows)),
            QuestionKind.YesNo => YesNoReader.Read(text, words).Select(AnswerValue (yes) => new AnswerValue.YesNo(yes)),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, "The kind is unknown."),
        };
    }

    /// <summary>The lowest point of a scale.</summary>
    public static int ScaleMin(Question question) => (int)(question.Min ?? 1);

    /// <summary>The highest point of a scale.</summary>
    public static int ScaleMax(Question question) => (int)(question.Max ?? 5);

    /// <summary>The most characters that a text may have.</summary>
    public static int LengthLimit(Question question) =>
        (int)(question.Max ?? (question.Kind == QuestionKind.Text ? TextLimit : LongTextLimit));

    /// <summary>The most lines that a table may have.</summary>
    public static int LinesLimit(Question question) => (int)(question.Max ?? (question.Row is null ? LinesMax : FlatLinesMax));

    /// <summary>An answer as a card input holds it; read in the same region, it gives the same answer.</summary>
    public static string Raw(AnswerValue value, Question question, Region region) => value switch
    {
        AnswerValue.Text text => text.Words,
        AnswerValue.Choice choice => choice.Value,
        AnswerValue.Choices choices => string.Join(',', choices.Values),
        AnswerValue.Scale scale => scale.Point.ToString(CultureInfo.InvariantCulture),
        AnswerValue.Date date => LocalDatePattern.Iso.Format(date.Day),
        AnswerValue.Time time => time.OfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
        AnswerValue.Zone zone => zone.Id,
        AnswerValue.Number number => NumberReader.Format(number.Value, region.DecimalComma),
        AnswerValue.Amount amount => MoneyReader.Format(amount.Value, region.DecimalComma),
        AnswerValue.People people => string.Join("\n", people.Persons),
        AnswerValue.Table table => string.Join("\n", table.Lines.Select(line => string.Join(" | ", question.Columns.Select(column => CellText.Raw(line, column, region))))),
        AnswerValue.YesNo yes => yes.Value ? "yes" : "no",
        _ => "",
    };

    /// <summary>An answer as a person reads it.</summary>
    public static string Show(Texts texts, AnswerValue value, Question question, ImmutableArray<ChoiceOption> options) => value switch
    {
        AnswerValue.Skipped => texts["dialog.skipped"],
        AnswerValue.Choice choice => Label(options, choice.Value),
        AnswerValue.Choices choices => texts.List(choices.Values.Select(chosen => Label(options, chosen))),
        AnswerValue.Date date => Show(texts, date.Day),
        AnswerValue.Time time => texts.Time(time.OfDay),
        AnswerValue.Number number => texts.Number(number.Value),
        AnswerValue.Amount amount => Show(texts, amount.Value),
        AnswerValue.People people => texts.List(people.Persons.Select(person => person.ToString())),
        AnswerValue.Table table => string.Join("\n", table.Lines.Select(line => CellText.Show(texts, line, question.Columns))),
        AnswerValue.YesNo yes => texts[yes.Value ? "common.yes" : "common.no"],
        _ => Raw(value, question, Region.Default),
    };

    /// <summary>A date as a person reads it.</summary>
    public static string Show(Texts texts, LocalDate day) => texts.Date(day);

    /// <summary>An amount as a person reads it.</summary>
    public static string Show(Texts texts, Money money) => $"{texts.Number(money.Amount)} {money.Currency}";

    /// <summary>What a person reads instead of an option's value.</summary>
    public static string Label(ImmutableArray<ChoiceOption> options, string value) =>
        options.FirstOrDefault(option => option.Value == value)?.Label ?? value;

    private static Reading<AnswerValue> Limit(string text, Question question, int limit)
    {
        var most = (int)(question.Max ?? limit);
        return text.Length <= most
            ? new AnswerValue.Text(text)
            : new Problem("dialog.tooLong", ImmutableDictionary<string, string>.Empty
                .Add("length", text.Length.ToString(CultureInfo.InvariantCulture))
                .Add("max", most.ToString(CultureInfo.InvariantCulture)));
    }

    private static Reading<AnswerValue> ReadChoice(Words words, ImmutableArray<ChoiceOption> options, string text) =>
        options.Any(option => option.Value == text)
            ? new AnswerValue.Choice(text)
            : ChoiceReader.Read(text, words, options).Select(AnswerValue (value) => new AnswerValue.Choice(value));

    private static Reading<AnswerValue> ReadChoices(Words words, Question question, ImmutableArray<ChoiceOption> options, string text)
    {
        var values = text.Split(',');
        if (values.All(value => options.Any(option => option.Value == value)) && values.Length >= (question.Min ?? 0) && values.Length <= (question.Max ?? int.MaxValue))
            return new AnswerValue.Choices([.. options.Select(option => option.Value).Where(values.Contains)]);
        return ChoicesReader.Read(text, words, options, (int)(question.Min ?? 0), (int)(question.Max ?? int.MaxValue))
            .Select(AnswerValue (chosen) => new AnswerValue.Choices(chosen));
    }
}
