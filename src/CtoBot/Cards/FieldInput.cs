using System.Globalization;
using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using Newtonsoft.Json.Linq;
using NodaTime.Text;

namespace CtoBot.Cards;

/// <summary>
/// The input for a question. One that takes only certain values stays empty if it cannot hold the present one, such as a date
/// that was typed in the chat and is none: what is wrong with it is said below.
/// </summary>
internal static class FieldInput
{
    /// <summary>More options than this are shown as a list that opens.</summary>
    private const int MostExpanded = 4;

    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The input, without what all inputs have in common.</summary>
    /// <param name="field">What is asked.</param>
    /// <param name="texts">The person's language.</param>
    /// <param name="dense">Whether the card asks so much that options are shown as lists that open.</param>
    public static AdaptiveInput For(Field field, Texts texts, bool dense = false) => field.Question.Kind switch
    {
        QuestionKind.LongText => Text(field, multiline: true),
        // A name that was typed in the chat stands in no directory: it is shown as it is.
        QuestionKind.People when field.Question.Directory && Ids(field.Value).All(id => Guid.TryParseExact(id, "D", out _)) => Picker(field, texts),
        QuestionKind.People => Text(field, multiline: field.Question.Max != 1),
        QuestionKind.Rows => Rows(field),
        QuestionKind.Choice => One(field, texts, dense, [.. field.Options.Select(option => Choice(option.Label, option.Value))]),
        QuestionKind.Choices => Several(field),
        QuestionKind.Scale => One(field, texts, dense, [.. Points(field.Question).Select(point => Choice(texts.Number(point), point.ToString(CultureInfo.InvariantCulture)))]),
        // Not a toggle: one that was not touched says no.
        QuestionKind.YesNo => One(field, texts, dense, [Choice(texts["common.yes"], "yes"), Choice(texts["common.no"], "no")]),
        QuestionKind.Date => new AdaptiveDateInput { Value = LocalDatePattern.Iso.Parse(field.Value).Success ? field.Value : null },
        QuestionKind.Time => new AdaptiveTimeInput { Value = TimeOfDay.Parse(field.Value).Success ? field.Value : null },
        // Numbers and amounts as well: a number input takes neither 1,5 nor 120k, and would lose them.
        _ => Text(field, multiline: false),
    };

    private static AdaptiveTextInput Text(Field field, bool multiline) => new()
    {
        IsMultiline = multiline,
        Value = field.Value.Length > 0 ? field.Value : null,
        MaxLength = field.Question.Kind is QuestionKind.Text or QuestionKind.LongText && field.Question.Max is { } most && field.Value.Length <= most ? (int)most : 0,
    };

    /// <summary>
    /// A people picker. The SDK has no member for <c>choices.data</c> in every version, and one that it has writes more than Teams documents.
    /// </summary>
    private static AdaptiveChoiceSetInput Picker(Field field, Texts texts)
    {
        var picker = new AdaptiveChoiceSetInput
        {
            IsMultiSelect = field.Question.Max != 1,
            Wrap = true,
            Placeholder = texts["card.search"],
            Value = field.Value.Length > 0 ? string.Join(',', Ids(field.Value)) : null,
        };
        picker.AdditionalProperties["choices.data"] = new JObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users" };
        return picker;
    }

    /// <summary>The people in a picker: a picker separates them by commas, an answer by lines.</summary>
    private static string[] Ids(string value) => value.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static AdaptiveTextInput Rows(Field field)
    {
        var input = Text(field, multiline: true);
        input.Placeholder = string.Join(" | ", field.Question.Columns.Select(column => column.Label));
        return input;
    }

    private static AdaptiveChoiceSetInput One(Field field, Texts texts, bool dense, List<AdaptiveChoice> choices)
    {
        var expanded = !dense && (choices.Count <= MostExpanded || field.Question.Kind == QuestionKind.Scale);
        return new AdaptiveChoiceSetInput
        {
            Style = expanded ? AdaptiveChoiceInputStyle.Expanded : AdaptiveChoiceInputStyle.Compact,
            Placeholder = expanded ? null : texts["card.choose"],
            Wrap = true,
            Choices = choices,
            Value = choices.Exists(choice => choice.Value == field.Value) ? field.Value : null,
        };
    }

    private static AdaptiveChoiceSetInput Several(Field field)
    {
        var chosen = string.Join(',', field.Value.Split(',').Where(value => field.Options.Any(option => option.Value == value)));
        return new AdaptiveChoiceSetInput
        {
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Choices = [.. field.Options.Select(option => Choice(option.Label, option.Value))],
            Value = chosen.Length > 0 ? chosen : null,
        };
    }

    private static IEnumerable<int> Points(Question question)
    {
        var lowest = (int)(question.Min ?? 1);
        return Enumerable.Range(lowest, Math.Max(0, (int)(question.Max ?? 5) - lowest + 1));
    }

    /// <summary>Some clients take the title of an option for markdown, and there is no other form: no option may hold what a person wrote.</summary>
    private static AdaptiveChoice Choice(string title, string value) => new() { Title = PlainText.Literal(title), Value = value };
}
