using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Rollups;
using static CtoBot.Core.Tests.Rollups.Answers;

namespace CtoBot.Core.Tests.Rollups;

/// <summary>A thousand bugs of two hundred customers are little work: counted in bytes and comparisons, which a busy machine does not change.</summary>
public sealed class ScaleTests
{
    private static readonly string[] Words =
        "export import login invoice report label printer nightly sync audit mobile scanner rounding currency tax order stock claim batch archive search index upload timeout"
            .Split(' ');

    private readonly Random _random = new(4);

    [Fact]
    public void A_thousand_bugs_of_two_hundred_customers_take_little_memory()
    {
        var drafts = new List<Draft>();
        for (var customer = 1; customer <= 200; customer++)
        {
            drafts.Add(Customer($"c{customer}", customer));
            drafts.Add(Visit($"v{customer}", $"c{customer}"));
            drafts.Add(Debrief($"v{customer}", ("risk", Scale(1 + (customer % 5))), ("supportRating", Scale(1 + (customer % 4))),
                ("bugs", Rows([.. Enumerable.Range(0, 5).Select(_ => new[] { "title=" + RandomTitle(), "severity=major" })]))));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var book = Book.Of(drafts);
        var situation = Situation.Of(book, Today);
        var proposals = BugList.Of(book).Proposals.Length;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        Assert.Equal((200, 1000), (situation.Customers, situation.Bugs));
        Assert.InRange(proposals, 1, 999);
        Assert.InRange(megabytes, 0, 30);
    }

    [Fact]
    public void Titles_are_not_each_compared_with_each()
    {
        const int titles = 8000;
        var comparisons = 0L;
        var index = new TitleIndex([.. Enumerable.Range(0, titles).Select(_ => Title.Of(RandomTitle()))]);
        Assert.InRange(index.Pairs((_, _) => ++comparisons > 0).Count(), 1, titles - 1);
        // Each with each would be 32 million.
        Assert.InRange(comparisons, titles, 1_500_000);
    }

    private string RandomTitle() => string.Join(' ', Enumerable.Range(0, 5).Select(_ => Words[_random.Next(Words.Length)] + _random.Next(20)));
}
