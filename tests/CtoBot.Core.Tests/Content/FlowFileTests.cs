using CtoBot.Core.Flows;

namespace CtoBot.Core.Tests.Content;

public sealed class FlowFileTests
{
    /// <summary>What setup asks: page, question, kind, whether it must be answered, and on what it depends.</summary>
    private static readonly (string Page, string Question, QuestionKind Kind, bool Required, string When)[] Setup =
    [
        ("hat", "hat", QuestionKind.Choice, true, ""),
        ("hat", "company", QuestionKind.Text, true, ""),
        ("clock", "zone", QuestionKind.Zone, true, ""),
        ("clock", "reminder", QuestionKind.Time, true, ""),
        ("clock", "workdays", QuestionKind.Choices, true, ""),
        ("start", "start", QuestionKind.Date, true, "hat is cto"),
        ("start-check", "startKeep", QuestionKind.Choice, true, "start notLastWorkingDay"),
        ("people", "reports", QuestionKind.People, false, "hat is cto"),
        ("people", "salesHead", QuestionKind.People, false, "hat is cto"),
        ("people", "supportHead", QuestionKind.People, false, "hat is cto"),
        ("people", "servicesHead", QuestionKind.People, false, "hat is cto"),
        ("people", "cfo", QuestionKind.People, false, "hat is cto"),
        ("people", "cmo", QuestionKind.People, false, "hat is cto"),
        ("partner", "cto", QuestionKind.People, false, "hat is cmo"),
    ];

    public static TheoryData<string> Flows => [.. ContentOnDisk.FlowIds];

    [Fact]
    public void Setup_asks_what_the_plan_needs()
    {
        var written = ContentOnDisk.Flow("setup").Pages.SelectMany(page => page.Questions.Select(question =>
            (page.Id, question.Id, question.Kind, question.Required, Say(question.When))));

        Assert.Equal(Setup, written);
    }

    [Fact]
    public void The_defaults_of_setup_are_among_what_can_be_answered()
    {
        var setup = ContentOnDisk.Flow("setup");
        var workdays = setup.Find("workdays")!;

        Assert.Equal("$zone", setup.Find("zone")!.Default);
        Assert.Equal("08:00", setup.Find("reminder")!.Default);
        Assert.Equal("$start", setup.Find("start")!.Default);
        Assert.Equal("starts", setup.Find("startKeep")!.OptionsFrom);
        Assert.Equal(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], workdays.Options.Select(option => option.Value));
        Assert.Equal(workdays.Options.Take(5).Select(option => option.Value), workdays.Default!.Split(','));
    }

    [Theory]
    [InlineData("note", "note", QuestionKind.LongText, true, 4000, "$note", false)]
    [InlineData("move", "date", QuestionKind.Date, true, null, "$date", false)]
    [InlineData("skip-step", "reason", QuestionKind.LongText, false, 1000, null, false)]
    [InlineData("out-of-order", "reason", QuestionKind.LongText, false, 1000, null, false)]
    [InlineData("message", "text", QuestionKind.LongText, true, 4000, "$text", true)]
    public void A_dialog_on_a_step_asks_one_thing(
        string id, string question, QuestionKind kind, bool required, int? max, string? value, bool keep)
    {
        var flow = ContentOnDisk.Flow(id);
        var asked = Assert.Single(flow.Questions);

        Assert.Equal(
            (question, kind, required, (decimal?)max, value, keep),
            (asked.Id, asked.Kind, asked.Required, asked.Max, asked.Default, flow.Keep));
        Assert.Contains("{subject}", flow.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_of_order_names_what_should_come_first()
    {
        Assert.Contains("{missing}", ContentOnDisk.Flow("out-of-order").Pages[0].Lead!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_flow_has_the_name_of_its_file_and_unique_ids(string id)
    {
        var flow = ContentOnDisk.Flow(id);

        Assert.Equal(id, flow.Id);
        Assert.Distinct(flow.Pages.Select(page => page.Id));
        Assert.Distinct(flow.Questions.Select(question => question.Id));
        Assert.All(flow.Pages, page => Assert.NotEmpty(page.Questions));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_condition_looks_at_an_answer_that_the_earlier_question_can_have(string id)
    {
        var earlier = new Dictionary<string, Question>();
        foreach (var page in ContentOnDisk.Flow(id).Pages)
        {
            foreach (var when in page.Questions.Select(question => question.When).OfType<Condition>())
            {
                Assert.Contains(when.Question, earlier.Keys);
                if (!when.Is.IsDefaultOrEmpty)
                    Assert.Subset(Values(earlier[when.Question]), when.Is.ToHashSet());
            }

            foreach (var question in page.Questions)
                earlier.Add(question.Id, question);
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Whatever_a_person_may_type_stands_for_one_option(string id)
    {
        foreach (var question in ContentOnDisk.Flow(id).Questions.Where(question => !question.Options.IsDefaultOrEmpty))
        {
            var words = question.Options.SelectMany(option => option.Aliases.Append(option.Label).Append(option.Value)
                .Select(word => word.ToUpperInvariant())
                .Distinct());
            Assert.Distinct(words);
        }
    }

    private static HashSet<string> Values(Question question) =>
        question.Kind == QuestionKind.YesNo ? ["yes", "no"] : [.. question.Options.Select(option => option.Value)];

    private static string Say(Condition? when) => when switch
    {
        null => "",
        { Test: { } test } => $"{when.Question} {test}",
        _ => $"{when.Question} is {string.Join(' ', when.Is)}",
    };
}
