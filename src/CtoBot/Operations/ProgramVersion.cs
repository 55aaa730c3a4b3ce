using System.Reflection;

namespace CtoBot.Operations;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    private static readonly string Full = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>The version, e.g. 1.0.0.</summary>
    public static string Number { get; } = Full.Split('+')[0];

    /// <summary>The commit that it was built from; null if the build did not know.</summary>
    public static string? Commit { get; } = Full.Split('+') is [_, { Length: > 0 } commit, ..] ? commit : null;
}
