using CtoBot.Tests.Door;
using CtoBot.Turns;

namespace CtoBot.Tests.Access;

/// <summary>No id that somebody makes up leads into another person's partition, or another tenant's.</summary>
public sealed class CraftedIdTests : DoorTest
{
    private const string Elsewhere = "0a1b2c3d-0000-4000-8000-000000000009";

    [Fact]
    public async Task Crafted_ids_of_persons_and_tenants_are_strangers()
    {
        var host = await StartAsync();
        var owner = await SomebodySetUpAsync(host);
        var (tenant, user) = (owner.Person.TenantId, owner.Person.UserId);
        var before = await RowsOfAsync(host, owner.Person);
        (string Tenant, string User)[] crafted =
        [
            (Elsewhere, user), (Elsewhere, $"{tenant}|{user}"), (Elsewhere, $"../{tenant}|{user}"), ($"{tenant}|{user}", ""), ("", $"{tenant}|{user}"), ("", user), (tenant, ""),
            (tenant, user + "\0"), (tenant, user + "|"), (tenant, "|" + user), (tenant, user + "%7C"), ($"{tenant}|", user), ($"{tenant}%7C", user),
            (tenant, "%"), (tenant, "*"), (tenant, "' or PartitionKey ne '"), (tenant, "_system"), ("_system", "link-key"), ("_system", ""), (tenant, user[..^1]), (tenant, user.Replace('-', '–')), (tenant, "ｅ" + user[1..]),
        ];
        foreach (var (of, id) in crafted)
        {
            var words = owner.Words("settings");
            words["conversation"]!["tenantId"] = of;
            words["channelData"]!["tenant"]!["id"] = of;
            words["from"]!["aadObjectId"] = id;
            words["conversation"]!["id"] = "a:crafted";
            var answer = await owner.PostAsync(words, Cancel);
            Assert.All(answer.Sent, call => Assert.DoesNotContain("Zimtschnecken", call.Json, StringComparison.Ordinal));
        }

        Assert.Equal(before.Select(row => (row.Key, row.ETag)), (await RowsOfAsync(host, owner.Person)).Select(row => (row.Key, row.ETag)));
    }

    [Fact]
    public async Task However_a_channel_spells_an_id_it_is_the_same_person()
    {
        var host = await StartAsync();
        var owner = await SomebodySetUpAsync(host);
        foreach (var spelt in new[] { owner.Person.UserId.ToUpperInvariant(), $"{{{owner.Person.UserId}}}", owner.Person.UserId.Replace("-", "", StringComparison.Ordinal) })
        {
            var words = owner.Words("settings");
            words["from"]!["aadObjectId"] = spelt;
            Assert.Contains((await owner.PostAsync(words, Cancel)).Sent, call => call.Json.Contains("Zimtschnecken", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Two_persons_never_share_a_partition()
    {
        string[] parts = ["a", "b", "a|b", "|", "%", "%7C", "%25", "a%7Cb", "", "A", " a"];
        var keys = (from tenant in parts from user in parts select new PersonKey(tenant, user)).ToList();
        Assert.Equal(keys.Count, keys.Select(key => key.Partition).Distinct().Count());
    }
}
