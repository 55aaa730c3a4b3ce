using System.Collections.Immutable;
using System.Text.Json;
using CtoBot.Operations.Checks;

namespace CtoBot.Operations;

/// <summary>Looks at everything that the bot needs before it runs, and says of each what is wrong and how to mend it.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "check", $"[{OperatorCommands.Json}]", "Examines settings, environment, storage, identity, clock, addresses, content and keys. The exit code is 1 if something is wrong.", RunAsync);

    /// <summary>Everything that is found, in order.</summary>
    internal static async Task<ImmutableArray<CheckResult>> FindAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<CheckResult>();
        results.AddRange(SettingsCheck.Run(context));
        results.AddRange(EnvironmentCheck.Run(context));
        await foreach (var result in StorageCheck.RunAsync(context, cancellationToken))
            results.Add(result);
        await foreach (var result in IdentityCheck.RunAsync(context, cancellationToken))
            results.Add(result);
        results.Add(await ClockCheck.RunAsync(context, cancellationToken));
        results.AddRange(AddressCheck.Run(context));
        results.AddRange(ContentFolderCheck.Run(context));
        results.AddRange(OperatorCheck.Run(context));
        return [.. results.Distinct()];
    }

    /// <summary>Writes what was found, for a person or for a program.</summary>
    /// <returns>Whether nothing is wrong.</returns>
    internal static async Task<bool> WriteAsync(ImmutableArray<CheckResult> results, TextWriter output, bool asJson)
    {
        var wrong = results.Count(result => result.Level == CheckLevel.Wrong);
        var warnings = results.Count(result => result.Level == CheckLevel.Warning);
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new CheckReport(wrong, warnings, results), OperatorJson.Default.CheckReport));
            return wrong == 0;
        }

        foreach (var result in results)
        {
            await output.WriteLineAsync($"{Word(result.Level),-8} {result.Area,-12} {result.Text}");
            if (result.Mend is { } mend)
                await output.WriteLineAsync($"{"",-21} → {mend}");
        }

        await output.WriteLineAsync($"{results.Length - wrong - warnings} ok, {warnings} to know, {wrong} wrong.");
        return wrong == 0;
    }

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken) =>
        await WriteAsync(await FindAsync(CheckContext.Of(context), cancellationToken), context.Output, context.AsJson);

    private static string Word(CheckLevel level) => level switch { CheckLevel.Ok => "ok", CheckLevel.Warning => "warning", _ => "WRONG" };
}

/// <summary>What <c>check --json</c> writes.</summary>
/// <param name="Wrong">How many results are wrong.</param>
/// <param name="Warnings">How many are to know.</param>
/// <param name="Checks">All of them.</param>
internal sealed record CheckReport(int Wrong, int Warnings, ImmutableArray<CheckResult> Checks);
