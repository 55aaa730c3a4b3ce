using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Tests.Reading;

/// <summary>The English files as they are in the source tree, and a day to stand on: Wednesday 18 November 2026.</summary>
internal static partial class Language
{
    public static readonly LocalDate Today = new(2026, 11, 18);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);
    public static readonly Words Words = Words.Parse(Content("words.json"));
    public static readonly Places Places = Places.Parse(Content("zones.json"));
    public static readonly ZoneIndex Zones = ZoneIndex.Create(Places);
    public static readonly ImmutableDictionary<string, string> Texts =
        JsonSerializer.Deserialize<ImmutableDictionary<string, string>>(Content("texts/problem.json"))!;

    public static string Content(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CtoBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the source tree.");
        return File.ReadAllText(Path.Combine(folder.FullName, "src/CtoBot.Core/Content/en", name));
    }

    /// <summary>The value, or a failure that shows the problem's text.</summary>
    public static T Value<T>(this Reading<T> reading)
    {
        Assert.True(reading.Ok, reading.Problem is { } problem ? problem.Key + ": " + Say(problem) : "");
        return reading.Value;
    }

    /// <summary>The problem's key without the prefix, after checking that its text exists and all placeholders are supplied.</summary>
    public static string Fault<T>(this Reading<T> reading)
    {
        Assert.False(reading.Ok, "Read as " + (reading.Ok ? reading.Value : default));
        Assert.DoesNotContain("{", Placeholder().Replace(Say(reading.Problem!), ""), StringComparison.Ordinal);
        return reading.Problem!.Key[Problem.Prefix.Length..];
    }

    public static string Say(Problem problem)
    {
        Assert.StartsWith(Problem.Prefix, problem.Key, StringComparison.Ordinal);
        Assert.True(Texts.TryGetValue(problem.Key[Problem.Prefix.Length..], out var text), "No text for " + problem.Key);
        var needed = Placeholder().Matches(text!).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Subset(problem.Arguments.Keys.ToHashSet(), needed);
        return Placeholder().Replace(text!, match => problem.Arguments[match.Groups[1].Value].Replace('{', '(').Replace('}', ')'));
    }

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex Placeholder();
}
