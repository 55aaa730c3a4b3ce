using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class ListReaderTests
{
    private static readonly ImmutableArray<ChoiceOption> Heads =
    [
        new("sales", "VP Sales & Marketing", ["vp sales"]),
        new("support", "Head of Customer Support"),
        new("services", "Head of Professional Services", ["ps"]),
        new("cfo", "CFO"),
    ];

    private static readonly ImmutableArray<ChoiceOption> Weekdays =
    [
        .. Language.Words.WeekdayNames.Select((name, at) => new ChoiceOption(Language.Words.Weekdays[at][1], name, Language.Words.Weekdays[at])),
    ];

    [Theory]
    [InlineData("cfo", "cfo")]
    [InlineData("CFO.", "cfo")]
    [InlineData("4", "cfo")]
    [InlineData("#4", "cfo")]
    [InlineData("option 2", "support")]
    [InlineData("2)", "support")]
    [InlineData("the second", "support")]
    [InlineData("2nd", "support")]
    [InlineData("VP Sales & Marketing", "sales")]
    [InlineData("vp", "sales")]
    [InlineData("marketing", "sales")]
    [InlineData("professional", "services")]
    [InlineData("suport", "support")]
    [InlineData("the CFO please", "cfo")]
    [InlineData("PS", "services")]
    public void A_choice_is_found_by_number_name_or_near_spelling(string text, string expected) =>
        Assert.Equal(expected, ChoiceReader.Read(text, Language.Words, Heads).Value());

    [Theory]
    [InlineData("head", "choice.ambiguous")]
    [InlineData("5", "choice.unknown")]
    [InlineData("0", "choice.unknown")]
    [InlineData("a", "choice.unknown")]
    [InlineData("gardener", "choice.unknown")]
    [InlineData("", "empty")]
    public void An_unclear_choice_lists_the_options(string text, string fault) =>
        Assert.Equal(fault, ChoiceReader.Read(text, Language.Words, Heads).Fault());

    [Theory]
    [InlineData("1, 3", "sales,services")]
    [InlineData("1 3", "sales,services")]
    [InlineData("3 and 1", "sales,services")]
    [InlineData("sales,services", "sales,services")]
    [InlineData("1-3", "sales,support,services")]
    [InlineData("VP Sales & Marketing", "sales")]
    [InlineData("VP Sales & Marketing, CFO", "sales,cfo")]
    [InlineData("- sales\n- cfo", "sales,cfo")]
    [InlineData("support and cfo", "support,cfo")]
    [InlineData("sales, support, and cfo", "sales,support,cfo")]
    [InlineData("all", "sales,support,services,cfo")]
    [InlineData("all but the CFO", "sales,support,services")]
    [InlineData("none", "")]
    public void Several_choices_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', ChoicesReader.Read(text, Language.Words, Heads).Value()));

    [Theory]
    [InlineData("Mon-Fri", "mon,tue,wed,thu,fri")]
    [InlineData("Monday to Friday", "mon,tue,wed,thu,fri")]
    [InlineData("mon – thu, sat", "mon,tue,wed,thu,sat")]
    [InlineData("Sun-Thu", "mon,tue,wed,thu,sun")]
    [InlineData("weekdays", "mon,tue,wed,thu,fri")]
    [InlineData("weekdays and sunday", "mon,tue,wed,thu,fri,sun")]
    [InlineData("mon tue wed", "mon,tue,wed")]
    [InlineData("every day", "mon,tue,wed,thu,fri,sat,sun")]
    [InlineData("all except friday and sunday", "mon,tue,wed,thu,sat")]
    public void Weekdays_are_found_by_ranges_and_groups(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', ChoicesReader.Read(text, Language.Words, Weekdays).Value()));

    [Theory]
    [InlineData("head, cfo", "choices.ambiguous")]
    [InlineData("sales, gardener", "choices.unknown")]
    [InlineData("1-9", "choices.unknown")]
    [InlineData("none", "choices.few")]
    [InlineData("all", "choices.many")]
    public void An_unclear_list_of_choices_is_a_problem(string text, string fault) =>
        Assert.Equal(fault, ChoicesReader.Read(text, Language.Words, Heads, min: 1, max: 3).Fault());

    [Theory]
    [InlineData("Ann Lee", "Ann Lee")]
    [InlineData("Ann Lee, Bob Roy and Zoë Ž", "Ann Lee/Bob Roy/Zoë Ž")]
    [InlineData("Ann Lee, Bob Roy, and Zoë Ž", "Ann Lee/Bob Roy/Zoë Ž")]
    [InlineData("Ann Lee <ann@example.com>; Bob", "Ann Lee <ann@example.com>/Bob")]
    [InlineData("Lee, Ann <ann@example.com>; Roy, Bob <bob@example.com>", "Lee, Ann <ann@example.com>/Roy, Bob <bob@example.com>")]
    [InlineData("1. Ann\r\n2. Bob\n\n- Cy O’Neil", "Ann/Bob/Cy O’Neil")]
    [InlineData("ann@example.com", "ann@example.com")]
    [InlineData("<at>Ann Lee</at>", "Ann Lee")]
    [InlineData("@Ann", "Ann")]
    [InlineData("Ann, ann, ANN", "Ann")]
    [InlineData("李小龍、王菲", "李小龍/王菲")]
    [InlineData("Andrea and Alexander Sand", "Andrea/Alexander Sand")]
    public void People_are_read_with_their_names_as_typed(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', PeopleReader.Read(text, Language.Words).Value()));

    [Theory]
    [InlineData("Ann <ann@>", "people.email")]
    [InlineData("ann@example", "people.email")]
    [InlineData("5", "people.unclear")]
    [InlineData(",,,", "people.few")]
    [InlineData("A, B, C, D", "people.many")]
    [InlineData("\n", "empty")]
    public void What_names_nobody_is_a_problem(string text, string fault) =>
        Assert.Equal(fault, PeopleReader.Read(text, Language.Words, min: 1, max: 3).Fault());

    [Fact]
    public void A_picked_id_gets_the_name_that_is_known()
    {
        const string Id = "00000000-0000-4000-8000-00000000000a";
        var ann = new Person("Ann Lee", null, Id);
        Assert.Equal([ann], PeopleReader.Read(Id, Language.Words, known: ImmutableDictionary<string, Person>.Empty.Add(Id, ann)).Value());
        Assert.Equal([new Person(Id, null, Id)], PeopleReader.Read(Id, Language.Words).Value());
    }

    [Fact]
    public void Nobody_is_an_answer_where_nobody_is_needed() =>
        Assert.Empty(PeopleReader.Read("nobody", Language.Words, min: 0).Value());
}
