using System.Runtime.InteropServices;
using CtoBot.Operations.Checks;
using CtoBot.Reminders;
using CtoBot.Retention;
using CtoBot.Storage;
using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations;

/// <summary>The commands that do a thing and end, instead of running the bot.</summary>
internal static class OperatorCommands
{
    /// <summary>Asks for an answer that a program can read, of commands that have one.</summary>
    public const string Json = "--json";

    private static readonly OperatorCommand[] All = [CheckCommand.Command, VersionCommand.Command, CopyStoreCommand.Command, PurgeCommand.Command, PreviewCommand.Command, IndexCommand.Command, PackageCommand.Command];

    /// <summary>Whether the arguments name a command, perhaps one that does not exist, and are no settings of the bot.</summary>
    public static bool IsOne(string[] args) =>
        args is [[not ('-' or '/'), ..] first, ..] && first != "playground" && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Runs a command. Ctrl-C interrupts it between two writes.</summary>
    /// <returns>The exit code: 0 if it was done, 1 if not.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        using var interrupted = new CancellationTokenSource();
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        return await RunAsync(args, output, errors, interrupted.Token);

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }
    }

    /// <inheritdoc cref="RunAsync(string[], TextWriter, TextWriter)"/>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (All.FirstOrDefault(command => command.Words.SequenceEqual(args.Take(command.Words.Length))) is not { } command)
        {
            await errors.WriteLineAsync($"There is no command '{string.Join(' ', args.TakeWhile(word => !word.StartsWith('-')))}'. Without one, the bot runs. The commands are:\n{List()}");
            return 1;
        }

        var json = args.Contains(Json);
        try
        {
            // It has no value, and must not take the next argument for one.
            args = [.. args[command.Words.Length..].Where(argument => argument != Json)];
            await using var services = Build(args);
            var arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
            return await command.RunAsync(new(arguments, services.Services, output, json), cancellationToken) ? 0 : 1;
        }
        catch (Exception failure) when (failure is OperatorException or FormatException)
        {
            await errors.WriteLineAsync($"{failure.Message}\nUsage: {command.Name} {command.Usage}");
        }
        catch (InvalidDataException failure) when (SettingsFile.ProblemOf(failure) is { } problem)
        {
            if (command == CheckCommand.Command)
                await CheckCommand.WriteAsync([CheckResult.Wrong("settings", problem, SettingsFile.Mend)], output, json);
            else
                await errors.WriteLineAsync($"{problem}\n{SettingsFile.Mend}");
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OptionsValidationException or InvalidOperationException or InvalidDataException)
        {
            await errors.WriteLineAsync($"{failure.Message}\nWhat was done stays done. Run the same command again: it goes on.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Interrupted. What was done stays done. Run the same command again: it goes on.");
        }

        return 1;
    }

    /// <summary>The bot's settings and store, without a server.</summary>
    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddSingleton<RetentionPurge>();
        builder.Services.AddDueIndex(builder.Configuration);
        builder.Services.AddContent(builder.Configuration);
        builder.Services.AddSingleton<SentTurns>();
        builder.Services.AddSingleton<TurnRunner>();
        return builder.Build();
    }

    private static string List() => string.Join('\n', All
        .Select(command => (Line: $"{command.Name} {command.Usage}", command.Help))
        .Append((Line: "playground [--open]", Help: "Runs the bot with a chat in the browser, for development."))
        .Select(command => $"  {command.Line}\n      {command.Help}"));
}
