using System.Text.RegularExpressions;
using CtoBot.Playground;

namespace CtoBot.Tests.Playground;

public sealed partial class PlaygroundConfigTests
{
    [Fact]
    public void Each_playground_signs_in_its_own_person_and_knows_five_others()
    {
        foreach (var person in (PlaygroundPerson[])[PlaygroundPerson.Cto, PlaygroundPerson.Cmo])
        {
            var yaml = PlaygroundConfig.Render(person);
            var (current, others) = (yaml.Split("users:\n")[0], yaml.Split("users:\n")[1]);

            Assert.Contains($"currentUser:\n  id: \"{person.UserId}\"\n  name: \"{person.Name}\"", current, StringComparison.Ordinal);
            Assert.Equal(5, UserLine().Count(others));
            Assert.DoesNotContain(person.Name, others, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_playgrounds_are_one_tenant_with_chats_of_their_own()
    {
        var cto = PlaygroundConfig.Render(PlaygroundPerson.Cto);
        var cmo = PlaygroundConfig.Render(PlaygroundPerson.Cmo);

        Assert.Equal(TenantLine().Match(cto).Value, TenantLine().Match(cmo).Value);
        Assert.True(Guid.TryParse(TenantLine().Match(cto).Groups[1].Value, out _));
        Assert.NotEqual(PersonalLine().Match(cto).Value, PersonalLine().Match(cmo).Value);
    }

    [Fact]
    public void Every_object_id_is_a_guid_and_used_once()
    {
        var ids = ObjectIdLine().Matches(PlaygroundConfig.Render(PlaygroundPerson.Cto)).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(6, ids.Count);
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
        Assert.Distinct(ids);
    }

    [Fact]
    public void The_file_ends_its_lines_alike_on_every_system() =>
        Assert.DoesNotContain('\r', PlaygroundConfig.Render(PlaygroundPerson.Cto));

    [GeneratedRegex("^  - id:", RegexOptions.Multiline)]
    private static partial Regex UserLine();

    [GeneratedRegex("tenantId: \"(.+)\"")]
    private static partial Regex TenantLine();

    [GeneratedRegex("personalChat:\n  id: .+")]
    private static partial Regex PersonalLine();

    [GeneratedRegex("aadObjectId: \"(.+)\"")]
    private static partial Regex ObjectIdLine();
}
