using System.Text.RegularExpressions;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Infrastructure;

/// <summary>There is no Bicep compiler here: this is as much of its work as the structure of the files needs.</summary>
public sealed class BicepTests
{
    private static readonly BicepFile Main = new(Repository.PathOf("infra", "main.bicep"));

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.PathOf("infra"), path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_symbol_is_declared_once_and_every_parameter_and_variable_is_used(string name)
    {
        var file = Open(name);
        var declared = file.Declarations.Where(declaration => declaration.Kind != "output").Select(declaration => declaration.Name).ToList();
        Assert.Equal(declared.Distinct(), declared);
        var used = file.Declarations.SelectMany(file.Used).ToHashSet();
        Assert.Empty(used.Except(declared));
        Assert.Empty(file.Declarations.Where(declaration => declaration.Kind is "param" or "var").Select(declaration => declaration.Name).Except(used));
        foreach (var (open, close) in new[] { ('{', '}'), ('[', ']'), ('(', ')') })
            Assert.Equal(file.Text.Count(letter => letter == open), file.Text.Count(letter => letter == close));
        Assert.Equal(0, Regex.Count(file.Text, @"(?<!\\)'") % 2);
    }

    [Fact]
    public void Modules_are_there_get_what_they_ask_for_and_give_what_is_asked_of_them()
    {
        var modules = Main.Of("module").ToDictionary(module => module.Name, module => (Given: BicepFile.Under(module, "params"), File: Open(module.Quoted)));
        Assert.Equal(Directory.EnumerateFiles(Repository.PathOf("infra", "modules")).Order(), modules.Values.Select(module => module.File.Path).Order());
        foreach (var (given, file) in modules.Values)
        {
            var parameters = file.Of("param").ToList();
            Assert.Empty(given.Except(parameters.Select(parameter => parameter.Name)));
            Assert.Empty(parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(given));
        }

        var asked = Regex.Matches(Main.Text, @"(\w+)\.outputs\.(\w+)").Select(match => (Module: match.Groups[1].Value, Output: match.Groups[2].Value)).ToHashSet();
        Assert.NotEmpty(asked);
        var offered = modules.SelectMany(module => module.Value.File.Of("output").Select(output => (Module: module.Key, Output: output.Name))).ToHashSet();
        Assert.Empty(asked.Except(offered));
        Assert.Empty(offered.Except(asked));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_that_is_put_out_or_asked_for_is_a_secret(string name)
    {
        var file = Open(name);
        Assert.All(file.Of("output"), output => Assert.DoesNotMatch("(?i)connectionstring|listkeys|listcredentials|password|secret|instrumentationkey|sharedkey", output.Text));
        Assert.DoesNotMatch(@"(?i)list(account)?(keys|sas|credentials)\(|@secure|passwordSecret", file.Text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_can_have_tags_has_them_and_every_version_of_an_interface_is_a_published_one(string name)
    {
        foreach (var resource in Open(name).Of("resource"))
        {
            Assert.Matches(@"^Microsoft\.\w+(/\w+)+@20\d\d-\d\d-\d\d$", resource.Quoted);
            var isChild = resource.Text.Contains("  parent: ", StringComparison.Ordinal);
            if (resource.Text.Contains("  location: ", StringComparison.Ordinal) && !isChild)
                Assert.Matches(@"\n  tags: (tags|union\(tags,)", resource.Text);
        }
    }

    [Fact]
    public void The_tags_say_whose_what_is_and_lead_azd_to_the_app()
    {
        Assert.Equal(["application", "tier", "azd-env-name"], Regex.Matches(Main.Of("var").Single(variable => variable.Name == "tags").Text, @"^  '?([\w-]+)'?:", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
        var service = Regex.Match(Repository.Read("azure.yaml"), @"services:\r?\n  (\w+):\r?\n    project: (\S+)");
        Assert.Contains($"'azd-service-name': '{service.Groups[1].Value}'", Open("modules/app.bicep").Text, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Repository.PathOf(service.Groups[2].Value)));
    }

    [Fact]
    public void Both_sizes_say_the_same_things_and_production_outlives_a_zone()
    {
        var sizes = Main.Of("var").Single(variable => variable.Name == "sizes").Text;
        var dev = BicepFile.Under(new("var", "sizes", sizes), "dev");
        Assert.NotEmpty(dev);
        Assert.Equal(dev, BicepFile.Under(new("var", "sizes", sizes), "prod"));
        var prod = sizes[sizes.IndexOf("prod:", StringComparison.Ordinal)..];
        Assert.Contains("zoneRedundant: true", prod, StringComparison.Ordinal);
        Assert.Contains("Standard_ZRS", prod, StringComparison.Ordinal);
        Assert.True(int.Parse(Regex.Match(prod, @"minInstances: (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 2);
    }

    [Fact]
    public void A_file_of_parameters_sets_what_there_is_and_leaves_out_nothing_that_is_needed()
    {
        string[][] files =
        [
            [.. System.Text.Json.JsonDocument.Parse(Repository.Read("infra", "main.parameters.json")).RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)],
            .. ((string[])["dev", "prod"]).Select(tier => Regex.Matches(Repository.Read("infra", $"{tier}.bicepparam"), @"^param (\w+) =", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToArray()),
        ];
        Assert.All(files, file =>
        {
            Assert.Empty(file.Except(Main.Of("param").Select(parameter => parameter.Name)));
            Assert.Empty(Main.Of("param").Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(file));
        });
    }

    private static BicepFile Open(string name) => new(Repository.PathOf(["infra", .. name.Split('/', '\\')]));
}
