using CtoBot.Core.Partners;
using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Reliability;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Partners;

/// <summary>Two people who answer at the same instant in two processes of the bot on one table storage.</summary>
public sealed class TwoProcessInstantTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task No_answer_is_lost_and_each_is_revealed_once() => MeetAsync(pairs: 3, atOnce: 1);

    /// <summary>The long run behind the figures in docs/reliability.md.</summary>
    [Fact(Explicit = true)]
    public Task A_thousand_times_no_answer_is_lost_and_each_is_revealed_once() => MeetAsync(pairs: 200, atOnce: 2);

    private async Task MeetAsync(int pairs, int atOnce)
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        var environment = TableSettings.Of(options).ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        environment["Reminders__Enabled"] = "false";
        await using var connector = await LoopbackConnector.StartAsync(Cancel);
        await using var first = await BotProcess.StartAsync([], environment, Cancel);
        await using var second = await BotProcess.StartAsync([], environment, Cancel);
        var store = AzuriteTables.Store(options);
        var seen = new Tally();
        await Parallel.ForAsync(0, pairs, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = Cancel }, async (seed, _) =>
            await new Meeting(store, connector, [first.Endpoint, second.Endpoint], seed, seen).HoldAsync());

        output.WriteLine($"{pairs} pairs, {seen}");
        Assert.Equal(pairs * FiveIds.Questions.Length, seen.Questions);
        Assert.All([first, second], bot => Assert.DoesNotContain("error.broken", bot.Output, StringComparison.Ordinal));
    }
}
