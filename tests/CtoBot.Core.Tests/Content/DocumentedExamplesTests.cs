using System.Text.RegularExpressions;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;

namespace CtoBot.Core.Tests.Content;

/// <summary>An operator copies the examples of docs/content.md; they have to be read as they stand there.</summary>
public sealed partial class DocumentedExamplesTests
{
    [Fact]
    public void The_example_step_fits_the_plan()
    {
        var step = ContentOnDisk.Parse<StepContent>(Example("step"));
        var ids = ContentOnDisk.Plan().Phases.SelectMany(phase => phase.Steps).Select(other => other.Id).ToHashSet();

        Assert.DoesNotContain(step.Id, ids);
        Assert.Subset(ids, step.After.ToHashSet());
        Assert.InRange(step.Title.Length, 1, 40);
    }

    [Fact]
    public void The_example_question_fits_the_setup_and_names_whom_the_example_step_meets()
    {
        var question = ContentOnDisk.Parse<Question>(Example("question"));
        var setup = ContentOnDisk.Flow("setup");

        Assert.Null(setup.Find(question.Id));
        Assert.Equal(ContentOnDisk.Parse<StepContent>(Example("step")).With, question.Id);
        Assert.Equal(setup.Find("cfo")!.When!.Is, question.When!.Is);
        Assert.Equal("hat", question.When.Question);
        Assert.NotNull(setup.FindPage("people"));
    }

    private static string Example(string name)
    {
        var page = File.ReadAllText(Path.Combine(ContentOnDisk.Root, "docs", "content.md"));
        return Assert.Single(Block().Matches(page), block => block.Groups["name"].Value == name).Groups["json"].Value;
    }

    [GeneratedRegex(@"^```json (?<name>\w+)\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
