using System.Collections.Immutable;
using AdaptiveCards;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Tests.Cards;

public class FieldInputTests
{
    private static readonly ImmutableArray<ChoiceOption> Three = [new("a", "A"), new("b", "B"), new("c", "C")];

    [Theory]
    [InlineData(QuestionKind.Text, "plain")]
    [InlineData(QuestionKind.Zone, "Europe/Berlin")]
    [InlineData(QuestionKind.Number, "1,5")]
    [InlineData(QuestionKind.Money, "120k EUR")]
    [InlineData(QuestionKind.LongText, "two\nlines")]
    [InlineData(QuestionKind.People, "Ann Lee\nBo Roy")]
    [InlineData(QuestionKind.Rows, "a | 1\nb | 2")]
    [InlineData(QuestionKind.Text, "{{DATE(2026-01-01)}} **as it is**")]
    public void A_text_stands_in_its_input_as_it_was_typed(QuestionKind kind, string value)
    {
        var input = Assert.IsType<AdaptiveTextInput>(Make(Question(kind), value));
        Assert.Equal(value, input.Value);
        Assert.Equal(kind is QuestionKind.LongText or QuestionKind.People or QuestionKind.Rows, input.IsMultiline);
    }

    [Fact]
    public void One_person_has_one_line() => Assert.False(Assert.IsType<AdaptiveTextInput>(Make(Question(QuestionKind.People) with { Max = 1 }, "")).IsMultiline);

    [Fact]
    public void A_text_is_limited_unless_it_is_too_long_already()
    {
        var question = Question(QuestionKind.Text) with { Max = 5 };
        Assert.Equal(5, Assert.IsType<AdaptiveTextInput>(Make(question, "short")).MaxLength);
        Assert.Equal(0, Assert.IsType<AdaptiveTextInput>(Make(question, "longer")).MaxLength);
    }

    [Fact]
    public void Rows_name_their_columns()
    {
        var question = Question(QuestionKind.Rows) with { Columns = [new Column("who", "Who"), new Column("amount", "Amount", ColumnKind.Money)] };
        Assert.Equal("Who | Amount", Assert.IsType<AdaptiveTextInput>(Make(question, "")).Placeholder);
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026-02-31", null)]
    [InlineData("next Friday", null)]
    [InlineData("", null)]
    public void A_date_that_is_none_leaves_the_input_empty(string value, string? expected) =>
        Assert.Equal(expected, Assert.IsType<AdaptiveDateInput>(Make(Question(QuestionKind.Date), value)).Value);

    [Theory]
    [InlineData("07:30", "07:30")]
    [InlineData("24:00", null)]
    [InlineData("half past seven", null)]
    public void A_time_that_is_none_leaves_the_input_empty(string value, string? expected) =>
        Assert.Equal(expected, Assert.IsType<AdaptiveTimeInput>(Make(Question(QuestionKind.Time), value)).Value);

    [Theory]
    [InlineData("b", "b")]
    [InlineData("z", null)]
    [InlineData("", null)]
    public void A_choice_that_is_none_is_not_chosen(string value, string? expected)
    {
        var input = Choices(Make(Question(QuestionKind.Choice), value));
        Assert.Equal(expected, input.Value);
        Assert.Equal(AdaptiveChoiceInputStyle.Expanded, input.Style);
        Assert.False(input.IsMultiSelect);
    }

    [Fact]
    public void Many_options_open_as_a_list()
    {
        var field = new Field(Question(QuestionKind.Choice), [.. Three, new("d", "D"), new("e", "E")], "e", null);
        var input = Choices(FieldInput.For(field, Samples.All["welcome"].Texts));
        Assert.Equal((AdaptiveChoiceInputStyle.Compact, "e"), (input.Style, input.Value));
    }

    [Theory]
    [InlineData("a,c", "a,c")]
    [InlineData("a,z", "a")]
    [InlineData("all of them", null)]
    [InlineData("", null)]
    public void Of_several_choices_those_that_there_are_stay_chosen(string value, string? expected)
    {
        var input = Choices(Make(Question(QuestionKind.Choices), value));
        Assert.Equal(expected, input.Value);
        Assert.True(input.IsMultiSelect);
    }

    [Fact]
    public void A_scale_offers_its_points()
    {
        Assert.Equal(["1", "2", "3", "4", "5"], Choices(Make(Question(QuestionKind.Scale), "4")).Choices.Select(choice => choice.Value));
        var wide = Choices(Make(Question(QuestionKind.Scale) with { Min = 0, Max = 10 }, "11"));
        Assert.Equal((11, null), (wide.Choices.Count, wide.Value));
    }

    [Fact]
    public void Yes_or_no_is_neither_until_it_is_answered()
    {
        var input = Choices(Make(Question(QuestionKind.YesNo), ""));
        Assert.Equal(["yes", "no"], input.Choices.Select(choice => choice.Value));
        Assert.Null(input.Value);
    }

    [Fact]
    public void Every_kind_has_an_input() =>
        Assert.All(Enum.GetValues<QuestionKind>(), kind => Assert.NotNull(Make(Question(kind), "anything")));

    private static Question Question(QuestionKind kind) => new("id", kind, "Ask?", Options: Three, Columns: []);

    private static AdaptiveInput Make(Question question, string value) => FieldInput.For(new Field(question, Three, value, null), Samples.All["welcome"].Texts);

    private static AdaptiveChoiceSetInput Choices(AdaptiveInput input) => Assert.IsType<AdaptiveChoiceSetInput>(input);
}
