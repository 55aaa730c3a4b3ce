using CtoBot;
using CtoBot.Core.Content;
using CtoBot.Operations;
using CtoBot.Playground;
using CtoBot.Turns;

try
{
    if (OperatorCommands.IsOne(args))
        return await OperatorCommands.RunAsync(args, Console.Out, Console.Error);
    // The longest part of the start, beside all others.
    _ = Task.Run(() => ContentLibrary.BuiltIn);
    var playground = args is ["playground", ..];
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. playground ? args[1..] : args, BotServices.SettingsOnce],
        EnvironmentName = playground ? Environments.Development : null,
    });
    builder.AddBot();
    if (playground)
    {
        builder.Services.AddPlayground(new PlaygroundOptions
        {
            DataFolder = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Store:Folder"] ?? "data"),
            OpenBrowser = args.Contains("--open"),
        });
    }

    await builder.Build().MapBot().RunAsync();
    return 0;
}
catch (Exception problem) when (problem is ContentException or StoreUnavailableException or InvalidOperationException or ArgumentException or IOException or InvalidDataException or Microsoft.Extensions.Options.OptionsValidationException)
{
    // What an operator can mend needs no stack trace.
    await Console.Error.WriteLineAsync($"CtoBot cannot start. {SettingsFile.ProblemOf(problem) ?? problem.Message}");
    return 1;
}
