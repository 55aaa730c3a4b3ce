using System.Text.RegularExpressions;
using CtoBot.Manifest;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Infrastructure;

/// <summary>What the documents of the deployment name is there.</summary>
public sealed class DeployDocumentTests
{
    private static readonly string Text = Repository.Read("docs", "deploy.md") + Repository.Read("README.md");

    [Fact]
    public void What_is_read_from_a_deployment_is_put_out_by_it()
    {
        var outputs = new BicepFile(Repository.PathOf("infra", "main.bicep")).Of("output").Select(output => output.Name).ToList();
        var read = Named(@"azd env get-value (\w+)", @"\$\(output (\w+)\)");
        Assert.Equal(outputs.Order(), read.Order());
    }

    [Fact]
    public void What_is_set_for_a_deployment_is_read_by_it_with_azd_and_with_az()
    {
        var azd = Regex.Matches(Repository.Read("infra", "main.parameters.json"), @"\$\{(CTOBOT_\w+)=").Select(match => match.Groups[1].Value).ToList();
        var az = Regex.Matches(Repository.Read("infra", "prod.bicepparam"), @"readEnvironmentVariable\('(\w+)'").Select(match => match.Groups[1].Value).ToList();
        Assert.Empty(Named(@"azd env set (\w+)").Except(azd));
        Assert.Empty(Named(@"export (CTOBOT_\w+)=").Except(az));
        // With az the size is the file that is chosen.
        Assert.Equal(azd.Order(), az.Append("CTOBOT_TIER").Order());
    }

    [Fact]
    public void Every_file_that_a_command_names_is_there()
    {
        var files = Named(@"[ @](infra/[\w./-]+\w)");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Repository.PathOf(file.Split('/'))), file));
    }

    [Fact]
    public void Every_setting_of_the_package_is_one_and_all_that_it_needs_are_named()
    {
        var settings = typeof(PackageOptions).GetProperties().Select(property => property.Name).ToList();
        var named = Named(@"--Package:(\w+)");
        Assert.Empty(named.Except(settings));
        Assert.Empty(settings.Except(named));
    }

    private static List<string> Named(params string[] patterns) =>
        [.. patterns.SelectMany(pattern => Regex.Matches(Text, pattern)).Select(match => match.Groups[1].Value).Distinct()];
}
