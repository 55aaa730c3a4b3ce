using System.Collections.Concurrent;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>Two people who answer at the same instant on two instances of the bot.</summary>
public sealed class SameInstantTests(AzuriteServer azurite)
{
    private static readonly (string Question, string Field)[] Fields =
        [(FiveIds.Involvement, "limits"), (FiveIds.Success, "brings"), (FiveIds.Measures, "recognition"), (FiveIds.Expenses, "putOff"), (FiveIds.Speed, "stopAsking")];

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_thousand_times_in_memory_no_answer_is_lost_and_each_is_revealed_once()
    {
        for (var pair = 0; pair < 200; pair++)
        {
            var store = new MemoryStore();
            await MeetAsync(pair, store, store);
        }
    }

    [Fact]
    public async Task On_two_stores_over_one_file_no_answer_is_lost_and_each_is_revealed_once()
    {
        for (var pair = 0; pair < 10; pair++)
        {
            using var folder = new TemporaryFolder();
            using var first = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
            using var second = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
            await first.PrepareAsync(TestContext.Current.CancellationToken);
            await second.PrepareAsync(TestContext.Current.CancellationToken);
            await MeetAsync(pair, first, second);
        }
    }

    /// <summary>The long run behind the figures in docs/reliability.md.</summary>
    [Fact(Explicit = true)]
    public async Task A_thousand_times_on_two_stores_over_one_file()
    {
        for (var pair = 0; pair < 200; pair++)
        {
            using var folder = new TemporaryFolder();
            using var first = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
            using var second = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
            await first.PrepareAsync(TestContext.Current.CancellationToken);
            await second.PrepareAsync(TestContext.Current.CancellationToken);
            await MeetAsync(pair, first, second);
        }
    }

    [Fact]
    public async Task On_table_storage_no_answer_is_lost_and_each_is_revealed_once()
    {
        await azurite.StartAsync();
        for (var pair = 0; pair < 4; pair++)
        {
            var options = AzuriteTables.Options(azurite.Endpoint);
            var (first, second) = (AzuriteTables.Store(options), AzuriteTables.Store(options));
            await first.PrepareAsync(TestContext.Current.CancellationToken);
            await MeetAsync(pair, first, second);
        }
    }

    /// <summary>The two answer all five, each question at the same instant.</summary>
    private async Task MeetAsync(int seed, IStore first, IStore second)
    {
        var saved = new ConcurrentBag<PartnershipState>();
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", new SavedPairs(first, seed, saved), new SavedPairs(second, seed + 1_000_000, saved));
        var id = (await bot.PairAsync())!.Id;
        var random = new Random(seed);
        foreach (var (question, field) in Fields.OrderBy(_ => random.Next()))
        {
            var open = CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, id));
            await cmo.PressAsync(open);
            await cto.PressAsync(open);
            var before = new[] { cmo, cto }.Select(person => (Person: person, Messages: person.Inbox.All.Length)).ToArray();
            await Task.WhenAll(
                Task.Run(() => cmo.PressAsync(0, Submit(cmo), (field, "cmo on " + question))),
                Task.Run(() => cto.PressAsync(1, Submit(cto), (field, "cto on " + question))));
            // Both answers side by side: no message of that comes twice, and everybody sees it, by the message or by the answer to their own.
            Assert.All(before, earlier =>
            {
                var messages = earlier.Person.Inbox.All.Skip(earlier.Messages).OfType<Reply.Compare>().Count();
                Assert.InRange(messages, 0, 1);
                Assert.InRange(messages + earlier.Person.Shown.OfType<Reply.Compare>().Count(), 1, 2);
            });
        }

        var pair = (await bot.PairAsync())!;
        foreach (var (question, field) in Fields)
        {
            var revealed = pair.Question(question).Revealed;
            Assert.NotNull(revealed);
            Assert.Equal(["cmo on " + question, "cto on " + question], revealed.BySlot.Select(answers => ((AnswerValue.Text)answers![field]).Words));
            Assert.Equal(1, Transitions(saved, question));
        }

        Assert.All([cmo, cto], person => Assert.Contains("≠ ", person.Everything, StringComparison.Ordinal));
    }

    private static CardAction Submit(Someone person) => person.Shown.OfType<Reply.Ask>().Single().Submit.Action;

    private static int Transitions(IEnumerable<PartnershipState> saved, string question)
    {
        var history = saved.OrderBy(pair => pair.Revision).Select(pair => pair.Question(question).Revealed?.At).ToArray();
        return history.Zip(history.Skip(1)).Count(pair => pair.First is null && pair.Second is not null);
    }
}
