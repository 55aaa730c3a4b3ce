using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

public sealed class CostTests : DoorTest
{
    [Fact]
    public async Task A_turn_costs_one_read_and_one_write_and_a_copy_of_it_one_read()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        var other = Somebody(host);
        foreach (var activity in new[]
        {
            person.Words("today"), person.Words("settings"), person.Words("nonsense"), person.Words("note 1: " + Planted.Note), person.Words("undo"),
            person.Execute(person.Card.Ticks[0]), person.Submit(person.Card.Ticks[1]),
            other.Installation("add"), other.New("conversationUpdate-membersAdded"),
        })
        {
            Assert.Equal((1, 1, 0), await CostAsync(host, person, activity));
            Assert.Equal((1, 0, 0), await CostAsync(host, person, activity));
        }
    }

    [Fact]
    public async Task A_turn_that_moves_the_next_reminder_writes_the_due_index_as_well()
    {
        var host = await StartAsync();
        var person = await SomebodySetUpAsync(host);
        Assert.Equal((2, 2, 0), await CostAsync(host, person, person.Installation("remove")));
        Assert.Equal((1, 2, 0), await CostAsync(host, person, person.Installation("add")));
    }

    [Fact]
    public async Task What_belongs_to_nobody_costs_nothing()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        var anonymous = person.Words("today");
        ((JObject)anonymous["from"]!).Remove("aadObjectId");
        foreach (var activity in new[]
        {
            person.New("message-group-mention"), person.Installation("add", "installationUpdate-add-channel"), person.Installation("add-upgrade"), anonymous,
        })
        {
            Assert.Equal((0, 0, 0), await CostAsync(host, person, activity));
        }
    }

    private static async Task<(int Reads, int Writes, int Others)> CostAsync(BotHost host, TeamsClient person, JObject activity)
    {
        var (reads, writes, others) = (host.Store.Reads, host.Store.Writes, host.Store.Others);
        await person.PostAsync(activity, Cancel);
        return (host.Store.Reads - reads, host.Store.Writes - writes, host.Store.Others - others);
    }
}
