using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime.Text;

namespace CtoBot.Core.Partners;

/// <summary>The answers to one of the five questions as lines to read.</summary>
internal static class AnswerLines
{
    /// <summary>A section with a line for each answer, and one for each row of a table.</summary>
    public static GuideSection Section(Texts texts, string heading, Flow flow, ImmutableDictionary<string, AnswerValue> answers)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var pageLoad = JointResults.PageLoadOf(answers);
        foreach (var question in flow.Questions.Where(question => pageLoad is null || !JointResults.PageLoadQuestions.Contains(question.Id)))
        {
            var value = answers.GetValueOrDefault(question.Id);
            if (value is AnswerValue.Table table)
                lines.AddRange(table.Lines.Select(line => texts.Say("pair.line", ("label", question.Name), ("text", Show(texts, line, question)))));
            else if (value is not null and not AnswerValue.Skipped)
                lines.Add(texts.Say("pair.line", ("label", question.Name), ("text", Show(texts, value, question))));
        }

        if (pageLoad is var (daily, seconds, share, yearly))
        {
            lines.Add(texts.Say(
                "pair.pageLoad",
                ("daily", Amount(texts, daily)),
                ("seconds", texts.Number(seconds)),
                ("share", texts.Number(decimal.Round(share * 100, 2))),
                ("yearly", Amount(texts, yearly))));
        }

        return new GuideSection(heading, [], lines.ToImmutable());
    }

    /// <summary>An answer as a person reads it; a table line by line.</summary>
    public static string Show(Texts texts, AnswerValue? value, Question question) => value switch
    {
        null => texts["dialog.skipped"],
        AnswerValue.Table table => string.Join("\n", table.Lines.Select(line => Show(texts, line, question))),
        AnswerValue.Scale scale => texts.Say("pair.scale", ("point", texts.Number(scale.Point)), ("max", texts.Number(AnswerText.ScaleMax(question)))),
        _ => AnswerText.Show(texts, value, question, question.Options),
    };

    /// <summary>An amount with its currency.</summary>
    public static string Amount(Texts texts, Money money) => $"{texts.Number(money.Amount)} {money.Currency}";

    private static string Show(Texts texts, Row row, Question question) => string.Join(
        ", ",
        question.Columns.Where(column => row.Cells.ContainsKey(column.Key)).Select((column, index) =>
            index == 0 ? Cell(texts, row.Cells[column.Key], column) : texts.Say("pair.cell", ("label", column.Label), ("text", Cell(texts, row.Cells[column.Key], column)))));

    private static string Cell(Texts texts, string cell, Column column) => column.Kind switch
    {
        ColumnKind.Choice => column.Options.FirstOrDefault(option => option.Value == cell)?.Label ?? cell,
        ColumnKind.Date when LocalDatePattern.Iso.Parse(cell) is { Success: true } date => texts.ShortDay(date.Value),
        ColumnKind.Money when cell.Split(' ') is [var amount, var currency] && Parse(amount) is { } money => Amount(texts, new Money(money, currency)),
        ColumnKind.Number when Parse(cell) is { } number => texts.Number(number),
        ColumnKind.YesNo => texts[cell == "true" ? "common.yes" : "common.no"],
        _ => cell,
    };

    private static decimal? Parse(string number) => decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
}
