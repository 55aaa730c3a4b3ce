using CtoBot.Access;
using CtoBot.Core.Content;
using CtoBot.Export;
using CtoBot.Health;
using CtoBot.Operations;
using CtoBot.Readout;
using CtoBot.Reminders;
using CtoBot.Retention;
using CtoBot.Storage;
using CtoBot.Teams;
using CtoBot.Telemetry;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;

namespace CtoBot;

/// <summary>What the bot is made of.</summary>
public static class BotServices
{
    /// <summary>The most that an activity may hold; Teams itself sends far less.</summary>
    private const long MaxActivityBytes = 512 * 1024;

    /// <summary>The argument that the host is made with. Settings are read at start only: without it every write below the content root, as of the store, wakes the watcher of appsettings.json.</summary>
    public const string SettingsOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Adds the bot.</summary>
    /// <exception cref="InvalidOperationException">The bot has no app id, or its clock is set, outside Development.</exception>
    public static WebApplicationBuilder AddBot(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RequireIdentity(builder.Configuration, builder.Environment);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxActivityBytes;
        });
        builder.AddTelemetry();
        builder.Services.AddSingleton(ClockSettings.Read(builder.Configuration, builder.Environment));
        builder.Services.AddContent(builder.Configuration);
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddRetention();
        builder.Services.AddReminders(builder.Configuration);
        builder.AddAccess();
        builder.AddOps();
        builder.AddHealth();
        builder.AddExport();
        builder.AddTab();
        builder.Services.AddSingleton<SentTurns>();
        builder.Services.AddSingleton<StateCache>();
        builder.Services.AddSingleton<TurnRunner>();
        // Without a client factory: the SDK's own client follows no redirects.
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services => new ConfigurationBotFrameworkAuthentication(
            services.GetRequiredService<IConfiguration>(),
            authConfiguration: services.GetRequiredService<AuthenticationConfiguration>(),
            logger: services.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        builder.Services.AddSingleton(services => new CloudAdapter(
            services.GetRequiredService<BotFrameworkAuthentication>(),
            services.GetRequiredService<ILogger<CloudAdapter>>()));
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(services => services.GetRequiredService<CloudAdapter>());
        builder.Services.AddSingleton<IValidateOptions<SendOptions>, SendOptionsValidator>();
        builder.Services.AddOptions<SendOptions>().Bind(builder.Configuration.GetSection(SendOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<SendLimits>();
        builder.Services.AddSingleton<IOutreach, ProactiveChannels>();
        builder.Services.AddKeyedSingleton<HttpMessageHandler>(OneDrive.Handler, (_, _) => OneDrive.NewHandler());
        builder.Services.AddSingleton<OneDrive>();
        builder.Services.AddSingleton<Patience>();
        builder.Services.AddSingleton<FileSaver>();
        builder.Services.AddSingleton<IBot, TeamsBot>();
        return builder;
    }

    /// <summary>Maps the bot's endpoint.</summary>
    /// <exception cref="ContentException">The content or the list of public holidays cannot be used; the message names every mistake.</exception>
    public static WebApplication MapBot(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        // Made now, so that half an identity or a wrong holiday is reported at start and not by the first message.
        app.Services.GetRequiredService<IBotFrameworkHttpAdapter>();
        app.UseTelemetry();
        app.UseSecurityHeaders();
        app.MapMessages();
        app.MapHealth();
        app.MapExport();
        app.MapTab();
        app.MapOps();
        // Last, because it is being read meanwhile.
        app.Services.GetRequiredService<ContentLibrary>();
        return app;
    }

    private static void RequireIdentity(IConfiguration configuration, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]) && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "The bot has no identity: set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType (SingleTenant or UserAssignedMSI). "
                + "Without them it runs in the Development environment only, for callers on the same machine.");
        }
    }
}
