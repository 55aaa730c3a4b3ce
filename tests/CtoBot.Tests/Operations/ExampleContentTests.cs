using CtoBot.Core.Content;
using CtoBot.Operations;
using CtoBot.Tests.Door;

namespace CtoBot.Tests.Operations;

/// <summary>The folder docs/examples/content, which operators begin with: it is checked without a mistake, and the bot says and asks what stands in it.</summary>
public sealed class ExampleContentTests : DoorTest
{
    private static readonly string Example = Path.Combine(RepositoryRoot(), "docs", "examples", "content");

    [Fact]
    public async Task It_passes_check()
    {
        using var output = new StringWriter();
        var code = await OperatorCommands.RunAsync(["check", "--environment=Development", "--urls=http://127.0.0.1:0", $"--Store:Folder={Folder}", $"--Content:Folder={Example}"], output, output, Cancel);
        Assert.Contains($"ok       content      {Example} is laid over what is built in (", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("replaces no built-in file", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task The_bot_keeps_its_plan_and_asks_its_question()
    {
        var host = await StartAsync(Kept.InMemory, ("Content:Folder", Example));
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        Assert.Contains("the CTO companion of Contoso", person.Card.Text, StringComparison.Ordinal);
        await SetUpAsync(person, execute: true);
        await person.SayAsync("plan", Cancel);
        Assert.Contains("With partners", person.Card.Text, StringComparison.Ordinal);
        await person.SayAsync("day 1", Cancel);
        Assert.Contains("The partner list, with sales", person.Card.Text, StringComparison.Ordinal);

        var library = ContentLibrary.Load(ContentFolder.Files(Example));
        Assert.NotNull(library.For("en").Flows["meeting-services"].Find("partnerWish"));
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_person_has_the_morning_sent_at_once_to_try_it()
    {
        var host = await StartAsync(Kept.InMemory, ("Content:Folder", Example));
        var person = await SomebodySetUpAsync(host);
        Clock.Advance(TimeSpan.FromDays(5));
        Assert.Single((await person.SayAsync("send me one now", Cancel)).Sent);
        Assert.Contains("Meet your direct reports", person.Card.Text, StringComparison.Ordinal);
        await person.SayAsync("reminders", Cancel);
        Assert.Single((await person.PressAsync("Send me one now", execute: false, Cancel)).Sent);
        Assert.Contains("Meet your direct reports", person.Card.Text, StringComparison.Ordinal);
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CtoBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return folder;
    }
}
