using System.Text.Json;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Storage.Sqlite;

namespace CtoBot.Operations;

/// <summary>Says which bot this is.</summary>
internal static class VersionCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "version", $"[{OperatorCommands.Json}]", "Version, commit, .NET, schema of the rows and of the SQLite file, languages of the content.", RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var about = new About(
            ProgramVersion.Number, ProgramVersion.Commit, Environment.Version.ToString(), PersonState.CurrentSchema, SqliteSchema.Scripts.Count,
            [.. ContentFiles.Languages.Order(StringComparer.Ordinal)]);
        await context.Output.WriteLineAsync(context.AsJson ? JsonSerializer.Serialize(about, OperatorJson.Default.About) : $"""
            CtoBot {about.Version}
            commit    {about.Commit ?? "not known"}
            .NET      {about.Dotnet}
            rows      schema {about.RowSchema}; SQLite file {about.SqliteSchema}
            languages {string.Join(", ", about.Languages)}
            """);
        return true;
    }
}

/// <summary>What <c>version</c> tells.</summary>
/// <param name="Version">The version of the bot.</param>
/// <param name="Commit">The commit it was built from; null if the build did not know.</param>
/// <param name="Dotnet">The version of .NET.</param>
/// <param name="RowSchema">The schema of a person's document that it writes; it reads all before.</param>
/// <param name="SqliteSchema">The schema of the SQLite file.</param>
/// <param name="Languages">The languages of the content.</param>
internal sealed record About(string Version, string? Commit, string Dotnet, int RowSchema, int SqliteSchema, string[] Languages);
