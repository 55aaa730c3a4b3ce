using CtoBot.Tests.Door;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Reliability;

/// <summary>What a turn through the whole host asks of the store: on the wire to table storage, and of the file.</summary>
public sealed class TurnCostTests(AzuriteServer azurite) : DoorTest
{
    [Fact]
    public async Task A_turn_is_one_read_and_one_transaction_on_the_wire_to_table_storage()
    {
        await azurite.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(azurite.Endpoint, () => Fault.None, Cancel);
        var options = AzuriteTables.Options(proxy.Endpoint);
        var host = await StartAsync(Kept.InAFile, TableSettings.Of(options));
        var person = await SomebodySetUpAsync(host);
        var read = Read(person);
        var transaction = $"POST /{AzuriteServer.AccountName}/$batch";
        foreach (var activity in Activities(person))
        {
            Assert.Equal([read, transaction], await RequestsAsync(activity));
            // A copy is recognised by the read, and there is nothing to write.
            Assert.Equal([read], await RequestsAsync(activity));
        }

        var stranger = Somebody(host);
        Assert.Equal([Read(stranger), transaction], await RequestsAsync(stranger.Installation("add")));

        string Read(TeamsClient of) =>
            $"GET /{AzuriteServer.AccountName}/{options.TablePrefix}CtoBot(PartitionKey='{of.Person.Partition.Replace("|", "%7C", StringComparison.Ordinal)}',RowKey='state')";

        async Task<IEnumerable<string>> RequestsAsync(JObject activity)
        {
            var before = proxy.Requests.Count;
            await person.PostAsync(activity, Cancel);
            return proxy.Requests.Skip(before);
        }
    }

    [Fact]
    public async Task A_setup_of_five_cards_is_five_reads_and_five_transactions_and_the_first_reminder_on_the_wire()
    {
        await azurite.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(azurite.Endpoint, () => Fault.None, Cancel);
        var host = await StartAsync(Kept.InAFile, TableSettings.Of(AzuriteTables.Options(proxy.Endpoint)));
        var person = Somebody(host);
        await person.PostAsync(person.Installation("add"), Cancel);
        var before = proxy.Requests.Count;
        var cards = await SetUpAsync(person, execute: true);
        // The row of the due index is written before the state of the card that completes what it takes.
        string[] turn = ["GET", "POST"];
        string[] turnWithReminder = ["GET", "POST", "POST"];
        var requests = proxy.Requests.Skip(before).Select(request => request.Split(' ')[0]).ToArray();
        Assert.Equal((2 * cards.Count) + 1, requests.Length);
        Assert.Equal([.. turn, .. turn, .. turn, .. turnWithReminder, .. turn], requests);
    }

    [Fact]
    public async Task A_turn_is_one_read_and_one_transaction_of_the_file()
    {
        var host = await StartAsync(Kept.InAFile);
        var person = await SomebodySetUpAsync(host);
        foreach (var activity in Activities(person))
        {
            Assert.Equal((1, 1, 0), await CostAsync(activity));
            Assert.Equal((1, 0, 0), await CostAsync(activity));
        }

        async Task<(int Reads, int Writes, int Others)> CostAsync(JObject activity)
        {
            var (reads, writes, others) = (host.Store.Reads, host.Store.Writes, host.Store.Others);
            await person.PostAsync(activity, Cancel);
            return (host.Store.Reads - reads, host.Store.Writes - writes, host.Store.Others - others);
        }
    }

    private static JObject[] Activities(TeamsClient person) =>
    [
        person.Words("today"), person.Words("nonsense"), person.Words("edit company"), person.Words(Planted.Company + " & Co."), person.Words("undo"),
        person.Execute(person.Card.Ticks[0]), person.Submit(person.Card.Ticks[1]),
    ];
}
