using CtoBot.Health;
using Microsoft.Bot.Connector.Authentication;

namespace CtoBot.Operations.Checks;

/// <summary>What checks look at.</summary>
/// <param name="Configuration">The settings.</param>
/// <param name="Environment">Where the bot would run.</param>
/// <param name="Services">What a store is made with.</param>
/// <param name="Time">The clock.</param>
internal sealed record CheckContext(IConfiguration Configuration, IHostEnvironment Environment, IServiceProvider Services, TimeProvider Time)
{
    /// <summary>Gets the token with which the bot would answer; null without an identity. Throws if there is none to be had.</summary>
    public Func<CancellationToken, Task<string?>> TokenAsync { get; init; } =
        cancellationToken => new BotToken(new ConfigurationBotFrameworkAuthentication(Configuration), Configuration).GetAsync(cancellationToken);

    /// <summary>Asks a service what time it is there.</summary>
    public Func<Uri, CancellationToken, Task<DateTimeOffset?>> DateAtAsync { get; init; } = ClockCheck.DateAtAsync;

    /// <summary>The context of a command.</summary>
    public static CheckContext Of(OperatorContext context) => new(
        context.Services.GetRequiredService<IConfiguration>(), context.Services.GetRequiredService<IHostEnvironment>(), context.Services, context.Time);

    /// <summary>Whether this is no production.</summary>
    public bool IsDevelopment => Environment.IsDevelopment();

    /// <summary>A setting; null if it is missing or blank.</summary>
    public string? Setting(string key) => Configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>The settings of a section.</summary>
    /// <exception cref="InvalidOperationException">One has no value of its type; the message names it.</exception>
    public T Options<T>(string section) where T : class, new() => Configuration.GetSection(section).Get<T>() ?? new();
}
