using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Content;

/// <summary>
/// The dialogs on customers, visits and meetings ask what the roll-ups and briefs read: the questions, kinds, columns and values that the program
/// knows by name. Wording is free.
/// </summary>
public sealed class CustomerFlowTests
{
    /// <summary>A page a line, as "page: question kind when column/kind …"; "*" marks what must be answered.</summary>
    private static readonly Dictionary<string, string> Contract = new()
    {
        ["customers"] = """
            list: list* rows(name*/text city/text contact/text renewal/date revenue/money trouble/text)
            """,
        ["customer"] = """
            who: name* text, city text, zone zone, contact text
            why: renewal date, revenue money, trouble longText
            intro: introBy people, intro choice(notYet asked done), along yesNo
            company: alongWho text if along yes
            """,
        ["visit"] = """
            customer: customer* choice(from customers)
            when: date* date, time* time, minutes number, zone zone, place text, along text
            """,
        ["debrief"] = """
            use: usage longText, parts longText, environment longText, users text
            bugs: bugs rows bug(title*/text severity/choice blocks/text since/date promised/text)
            risk: risk scale, reasons choices(competitor renewal sponsor escalations price missing)
            reasons: competitor text if reasons competitor, renewal date if reasons renewal, sponsor text if reasons sponsor, escalations longText if reasons escalations
            service: salesRating scale, servicesRating scale, supportRating scale, trainingRating scale, engineeringRating scale
            said: salesSaid longText, servicesSaid longText, supportSaid longText, trainingSaid longText, engineeringSaid longText
            quotes: quotes rows quote(words*/longText who/text about/choice)
            promises: promises rows promise(what*/text who/text due/date), next rows next(what*/text due/date)
            """,
        ["meeting-sales"] = """
            pipeline: pipeline longText
            deals: deals rows deal(deal*/text customer/text amount/money close/date needs/text bug/choice from bugs)
            said: said longText, next rows next(what*/text due/date)
            """,
        ["meeting-support"] = """
            urgency: urgency scale, escalations number
            said: gaps longText, said longText
            promises: promises rows promise(what*/text who/text due/date)
            """,
        ["meeting-services"] = """
            delight: delight scale, gaps longText
            said: said longText, promises rows promise(what*/text who/text due/date)
            """,
        ["meeting-cfo"] = """
            money: history longText, metrics longText
            budget: budget rows budget(line*/text amount/money committed/money)
            costs: costs rows cost(what*/text kind/choice cost/money)
            said: said longText
            """,
        ["meeting-report"] = """
            meets: meets scale, strengths longText, gaps longText
            needs: needs longText, said longText
            """,
        ["verdict"] = """
            truth: truth longText
            first: first longText
            who: who longText
            cost: cost longText
            """,
    };

    public static TheoryData<string> Flows => [.. Contract.Keys];

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_flow_asks_what_the_program_reads(string id) =>
        Assert.Equal(Contract[id].ReplaceLineEndings("\n"), string.Join('\n', ContentOnDisk.Flow(id).Pages.Select(Say)));

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_finished_dialog_is_filed_and_only_the_list_of_customers_is_applied_and_forgotten(string id)
    {
        var flow = ContentOnDisk.Flow(id);
        Assert.Equal((id != "customers", id != "customers"), (flow.Keep, flow.File));
        Assert.Equal(id is "customer" or "visit" ? id : null, flow.Row);
        Assert.Equal(id == "debrief", flow.Form);
    }

    [Theory]
    [InlineData("debrief", "bugs", "severity", "blocker major minor")]
    [InlineData("debrief", "quotes", "about", "product sales services support training engineering price")]
    [InlineData("meeting-cfo", "costs", "kind", "bug deal gap other")]
    public void A_cell_to_choose_has_the_values_that_the_program_reads(string flow, string question, string column, string values) =>
        Assert.Equal(values, string.Join(' ', ColumnOf(flow, question, column).Options.Select(option => option.Value)));

    [Theory]
    [InlineData("customer", "zone", "$zone")]
    [InlineData("customer", "introBy", "$salesHead")]
    [InlineData("visit", "zone", "$customerZone")]
    [InlineData("visit", "minutes", "60")]
    public void What_is_known_is_offered(string flow, string question, string value) =>
        Assert.Equal(value, ContentOnDisk.Flow(flow).Find(question)!.Default);

    [Fact]
    public void A_list_of_customers_takes_forty_at_once() => Assert.Equal(40, ContentOnDisk.Flow("customers").Find("list")!.Max);

    [Theory]
    [MemberData(nameof(Flows))]
    public void Names_of_answers_and_columns_are_short_and_tell_them_apart(string id)
    {
        var questions = ContentOnDisk.Flow(id).Questions.ToArray();
        Assert.Distinct(questions.Select(question => question.Name));
        Assert.All(questions, question => Assert.InRange(question.Name.Length, 1, 27));
        foreach (var question in questions.Where(question => question.Kind == QuestionKind.Rows))
        {
            Assert.Distinct(question.Columns.Select(column => column.Label));
            Assert.All(question.Columns, column => Assert.InRange(column.Label.Length, 1, 25));
        }
    }

    private static Column ColumnOf(string flow, string question, string column) =>
        ContentOnDisk.Flow(flow).Find(question)!.Columns.Single(candidate => candidate.Key == column);

    private static string Say(Page page) => $"{page.Id}: {string.Join(", ", page.Questions.Select(Say))}";

    private static string Say(Question question)
    {
        var kind = char.ToLowerInvariant(question.Kind.ToString()[0]) + question.Kind.ToString()[1..];
        var row = question.Row is null ? "" : " " + question.Row;
        var holds = question switch
        {
            { OptionsFrom: { } from } => $"(from {from})",
            { Kind: QuestionKind.Rows } => $"({string.Join(' ', question.Columns.Select(Say))})",
            { Options.IsDefaultOrEmpty: false } => $"({string.Join(' ', question.Options.Select(option => option.Value))})",
            _ => "",
        };
        var when = question.When is { } condition ? $" if {condition.Question} {string.Join(' ', condition.Is)}" : "";
        return $"{question.Id}{(question.Required ? "*" : "")} {kind}{row}{holds}{when}";
    }

    private static string Say(Column column)
    {
        var kind = char.ToLowerInvariant(column.Kind.ToString()[0]) + column.Kind.ToString()[1..];
        return $"{column.Key}{(column.Required ? "*" : "")}/{kind}{(column.OptionsFrom is { } from ? $" from {from}" : "")}";
    }
}
