namespace CtoBot.Core.Tests.Content;

public sealed class FiveFileTests
{
    [Fact]
    public void There_are_five_questions_in_the_order_of_the_article()
    {
        Assert.Equal(
            ["involvement", "success", "measures", "expenses", "speed"],
            ContentOnDisk.Five().Questions.Select(question => question.Id));
    }

    [Fact]
    public void Each_has_a_short_title_a_way_in_follow_ups_and_a_result()
    {
        foreach (var question in ContentOnDisk.Five().Questions)
        {
            Assert.InRange(question.Title.Length, 1, 40);
            Assert.EndsWith("?", question.Title, StringComparison.Ordinal);
            Assert.All([question.Purpose, question.Opening, question.Result], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.InRange(question.FollowUps.Length, 3, 5);
        }
    }

    [Theory]
    [InlineData("success", "six in ten")]
    [InlineData("measures", "40%")]
    [InlineData("measures", "three seconds")]
    [InlineData("measures", "100,000")]
    [InlineData("measures", "2.5 million")]
    [InlineData("expenses", "P&L")]
    [InlineData("speed", "third party")]
    public void The_facts_of_the_article_stand_with_their_question(string id, string fact)
    {
        var question = ContentOnDisk.Five().Questions.Single(question => question.Id == id);

        Assert.Contains(fact, string.Join('\n', [question.Purpose, question.Opening, .. question.FollowUps, question.Result]), StringComparison.Ordinal);
    }
}
