using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;
using static CtoBot.Core.Tests.Rollups.Answers;

namespace CtoBot.Core.Tests.Rollups;

public sealed class BugListTests
{
    [Fact]
    public void Chains_circles_and_what_is_not_there_are_merged_all_the_same()
    {
        var groups = Of(
            ["id=a", "title=One", "same=v1/b"], ["id=b", "title=Two", "same=v1/c"], ["id=c", "title=Three", "same=v1/a"],
            ["id=d", "title=Four", "same=v9/gone"], ["id=e", "title=Five", "same=v9/gone"],
            ["id=f", "title=Six", "same=v1/f"]).Groups;
        Assert.Equal(["v1/a", "v1/d", "v1/f"], groups.Select(group => group.Ref));
        Assert.Equal([3, 2, 1], groups.Select(group => group.Bugs.Length));
    }

    [Fact]
    public void The_bug_that_others_were_merged_into_names_the_group_and_each_finds_it()
    {
        var bugs = Of(["id=a", "title=Told first", "same=v1/b"], ["id=b", "title=Merged into"]);
        Assert.Equal(("v1/b", "Merged into"), (bugs.Groups[0].Ref, bugs.Groups[0].Title));
        Assert.Same(bugs.Groups[0], bugs.Find("v1/a"));
        Assert.Same(bugs.Groups[0], bugs.Find("v1/b"));
        Assert.Null(bugs.Find("v1/c"));
    }

    [Theory]
    [InlineData("CSV export drops rows", "Export to CSV loses rows", true)]
    [InlineData("SSO login fails after idle", "Login via SSO fails", true)]
    [InlineData("Nightly sync hangs", "Sync job hangs at night", true)]
    [InlineData("Exprot to CSV fails", "Export to CSV fails", true)]
    [InlineData("Invoice rouding wrong", "Wrong rounding", true)]
    [InlineData("Crash!", "crash", true)]
    [InlineData("Écran noir au démarrage", "ecran noir, demarrage", true)]
    [InlineData("טעות בהדפסה של שמות", "שמות: טעות בהדפסה", true)]
    [InlineData("Login fails with SSO", "Export fails with timeout", false)]
    [InlineData("Report is slow", "Login is slow on Mondays", false)]
    [InlineData("Crash", "Crash of the nightly sync when the disk is full", false)]
    [InlineData("!!!", "???", false)]
    public void Titles_that_resemble_each_other_are_proposed(string one, string other, bool proposed)
    {
        Assert.Equal(proposed ? ["v1/2 into v1/1"] : [], Proposals(Of(["title=" + one], ["title=" + other])));
        Assert.Equal(proposed ? ["v1/2 into v1/1"] : [], Proposals(Of(["title=" + other], ["title=" + one])));
    }

    [Fact]
    public void What_is_merged_is_not_proposed_and_a_pair_only_once()
    {
        Assert.Empty(Of(["id=a", "title=Export to CSV fails"], ["id=b", "title=CSV export fails", "same=v1/a"]).Proposals);
        Assert.Equal(["v1/c into v1/a"], Proposals(Of(
            ["id=a", "title=Export to CSV fails"], ["id=b", "title=CSV export fails", "same=v1/a"], ["id=c", "title=The CSV export fails"])));
    }

    [Fact]
    public void A_title_that_everybody_uses_is_proposed_for_each()
    {
        var bugs = Of([.. Enumerable.Range(0, 100).Select(_ => new[] { "title=App crashes" })]);
        Assert.Equal(99, bugs.Proposals.Length);
        Assert.All(bugs.Proposals, proposal => Assert.Equal(("v1/1", 1m), (proposal.Into, proposal.Resemblance)));
    }

    [Fact]
    public void Revenue_in_another_currency_is_summed_apart_and_ranks_by_the_main_one()
    {
        var book = Book.Of([
            Customer("c1", 10), Customer("c2", 20), Customer("c3", 9_000, "JPY"), Visit("v1", "c1"), Visit("v2", "c2"), Visit("v3", "c3"),
            Debrief("v1", ("bugs", Rows(["title=Alpha", "severity=blocker"]))),
            Debrief("v2", ("bugs", Rows(["title=Beta"], ["title=Gamma", "severity=minor"], ["title=Delta", "severity=minor", "since=2026-01-01"]))),
            Debrief("v3", ("bugs", Rows(["title=Epsilon", "severity=blocker"])))]);
        Assert.Equal(["Delta", "Gamma", "Beta", "Alpha", "Epsilon"], BugList.Of(book).Groups.Select(group => group.Title));
        Assert.Equal("9000 JPY", BugList.Of(book).Find("v3/1")!.Revenue.ToString());
    }

    private static BugList Of(params string[][] bugs) =>
        BugList.Of(Book.Of([Customer("c1"), Visit("v1", "c1"), Debrief("v1", ("bugs", Rows(bugs)))]));

    private static IEnumerable<string> Proposals(BugList bugs) => bugs.Proposals.Select(proposal => $"{proposal.Ref} into {proposal.Into}");
}
