using System.Diagnostics;
using System.Text.Json;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Infrastructure;

/// <summary>What MSBuild makes of the settings of the container. The image itself needs its base from a registry, and is not made here.</summary>
public sealed class ContainerTests
{
    [Fact]
    public async Task The_image_runs_as_nobody_special_on_a_base_without_a_shell_and_writes_in_one_place()
    {
        var project = await EvaluateAsync();
        var properties = project.GetProperty("Properties");
        Assert.Equal("app", properties.GetProperty("ContainerUser").GetString());
        Assert.Equal("ctobot", properties.GetProperty("ContainerRepository").GetString());
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", properties.GetProperty("ContainerBaseImage").GetString());
        var port = Assert.Single(Items(project, "ContainerPort"));
        Assert.InRange(int.Parse(port.Key, System.Globalization.CultureInfo.InvariantCulture), 1024, 65535);
        var variables = Items(project, "ContainerEnvironmentVariable");
        Assert.Equal("/data", variables["Store__Folder"].GetProperty("Value").GetString());
        Assert.Equal("0", variables["DOTNET_EnableDiagnostics"].GetProperty("Value").GetString());
    }

    private static Dictionary<string, JsonElement> Items(JsonElement project, string name) =>
        project.GetProperty("Items").GetProperty(name).EnumerateArray().ToDictionary(item => item.GetProperty("Identity").GetString()!);

    private static async Task<JsonElement> EvaluateAsync()
    {
        ProcessStartInfo start = new("dotnet", ["msbuild", Repository.PathOf("src", "CtoBot", "CtoBot.csproj"), "-nodeReuse:false", "-target:ComputeContainerBaseImage", "-getProperty:ContainerUser,ContainerRepository,ContainerBaseImage", "-getItem:ContainerPort,ContainerEnvironmentVariable"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
