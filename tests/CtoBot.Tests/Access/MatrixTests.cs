using System.Collections.Immutable;
using System.Reflection;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Access;

/// <summary>
/// Every command and every verb, with everything that could lead to somebody's words, by everybody: the owner, the partner, a stranger in the
/// tenant, and a stranger outside who has the owner's very id. Made from the lists of the product, so that a new one is in it.
/// </summary>
public sealed class MatrixTests
{
    private const string Secret = "quagga";

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private static readonly ContentLibrary Library = PairBot.Library;

    /// <summary>What a verb or a command may be aimed at: ids as the owner's own cards hold them. No names: what somebody types may be shown to them again.</summary>
    private static readonly ImmutableArray<string> Aims = ["", "1", "c1", "v2", "cto-id", "tenant-1|cto-id", "tenant-1"];

    public static TheoryData<string> Roles => ["partner", "stranger in the tenant", "stranger outside"];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_but_the_owner_sees_or_changes_what_is_theirs(string role)
    {
        var (bot, owner, partner) = await PlantedAsync();
        var somebody = role switch
        {
            "partner" => partner,
            "stranger in the tenant" => await bot.Person("eve-id", "Eve Hart").SetUpAsync("cto"),
            _ => await bot.Person(owner.Key.UserId, "Tom Berg", "tenant-2").SetUpAsync("cto"),
        };
        var pair = (await bot.PairAsync())!.Id;
        var before = await bot.KeptAsync(partition => partition == owner.Key.Partition);
        var shared = role == "partner" ? "" : PartnershipJson.Write((await bot.PairAsync())!);

        foreach (var action in Actions(pair))
            await somebody.PressAsync(action, ("words", "x"));
        foreach (var words in Commands(pair))
            await somebody.SayAsync(words);

        Assert.DoesNotContain(Secret, somebody.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, await bot.KeptAsync(partition => partition != owner.Key.Partition), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await bot.KeptAsync(partition => partition == owner.Key.Partition));
        if (role != "partner")
            Assert.Equal(shared, PartnershipJson.Write((await bot.PairAsync())!));
    }

    [Fact]
    public async Task The_owner_sees_it_by_the_same_commands_and_cards()
    {
        var (bot, owner, _) = await PlantedAsync();
        var pair = (await bot.PairAsync())!.Id;
        var shown = new HashSet<string>();
        foreach (var action in Actions(pair).Where(action => action.Verb is Verbs.Show))
        {
            await owner.PressAsync(action);
            if (owner.Last.Contains(Secret, StringComparison.OrdinalIgnoreCase))
                shown.Add(action[DataKeys.View]);
        }

        Assert.All([Views.Customers, Views.Setup, Views.Customer("c1")], view => Assert.Contains(view, shown));
    }

    [Fact]
    public void The_matrix_holds_every_command_verb_and_view()
    {
        var commands = Commands("P").ToList();
        Assert.All(Library.For("en").Commands.All, command => Assert.Contains(commands, words => words.StartsWith(command.Says[0], StringComparison.Ordinal)));
        var actions = Actions("P").ToList();
        Assert.All(Constants(typeof(Verbs)), verb => Assert.Contains(actions, action => action.Verb == verb));
        Assert.All(Constants(typeof(DataKeys)), key => Assert.Contains(actions, action => action.Data.ContainsKey(key)));
        Assert.True(AllViews("P").Length >= Constants(typeof(Views)).Count + typeof(Views).GetMethods(BindingFlags.Public | BindingFlags.Static).Length);
    }

    /// <summary>A CTO with a word in everything that can be written down, who shares the five questions with a CMO.</summary>
    private static async Task<(PairBot Bot, Someone Owner, Someone Partner)> PlantedAsync()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(new TestClock(Now), "apart", new MemoryStore());
        await cto.SayAsync("edit company");
        await cto.SayAsync($"\"{Secret} Ltd\"");
        await cto.SayAsync($"note 1: {Secret} note");
        await cto.SayAsync($"skip 2 because {Secret} reason");
        await cto.SayAsync("customers");
        await cto.PressAsync("Add customers");
        await cto.SayAsync($"{Secret} Logistics | Hamburg | {Secret} Petersen | 2027-01-31 | 480000 EUR | {Secret} outages");
        await cto.SayAsync($"visit {Secret} Logistics");
        await cto.AnswerAsync(("date", "2026-11-30"), ("time", "10:00"), ("place", Secret));
        var kept = await bot.KeptAsync(partition => partition == cto.Key.Partition);
        Assert.All(["step|", "customer|c1", "answer|setup||company", "visit|"], row => Assert.Contains(kept.Split('\n'), line => line.Contains(row, StringComparison.Ordinal) && line.Contains(Secret, StringComparison.Ordinal)));
        return (bot, cto, cmo);
    }

    private static IEnumerable<string> Commands(string pair) =>
        // Who deletes their own data is a stranger afterwards: that comes last.
        from command in Library.For("en").Commands.All.OrderBy(command => command.Name == "erase")
        from argument in Aims.Append(pair)
        select $"{command.Says[0]} {argument}".Trim();

    private static IEnumerable<CardAction> Actions(string pair)
    {
        var verbs = Constants(typeof(Verbs)).OrderBy(verb => verb == Verbs.Erase).ToList();
        var views = AllViews(pair);
        foreach (var verb in verbs)
        {
            foreach (var view in views)
                yield return CardAction.Of(verb, (DataKeys.View, view), (DataKeys.Page, view));
            foreach (var aim in Aims.Append(pair))
            {
                // Every dialog can be opened; what a verb does to an open one is the same for all.
                string[] flows = verb is Verbs.Open or Verbs.Edit or Verbs.Answer ? [.. Library.For("en").Flows.Keys.Order(StringComparer.Ordinal)] : ["visit", "debrief"];
                foreach (var flow in flows)
                    yield return CardAction.Of(verb, (DataKeys.Flow, flow), (DataKeys.Subject, aim), (DataKeys.About, aim), (DataKeys.Page, "*"));
                yield return CardAction.Of(verb, [.. Constants(typeof(DataKeys)).Select(key => (key, aim))]);
            }
        }
    }

    /// <summary>Every view there is, aimed at everything: of those that take an argument, one for each.</summary>
    private static ImmutableArray<string> AllViews(string pair) =>
    [
        .. Constants(typeof(Views)),
        .. from method in typeof(Views).GetMethods(BindingFlags.Public | BindingFlags.Static)
           where method.ReturnType == typeof(string)
           from aim in Aims.Append(pair)
           select (string)method.Invoke(null, [.. method.GetParameters().Select((parameter, index) => Argument(parameter, index == 0 ? aim : "c1"))])!,
    ];

    private static object Argument(ParameterInfo parameter, string aim) => parameter.ParameterType == typeof(int) ? 1 : aim;

    private static List<string> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
