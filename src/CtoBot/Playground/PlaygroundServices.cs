namespace CtoBot.Playground;

/// <summary>Registration of the Playground.</summary>
public static class PlaygroundServices
{
    /// <summary>Starts two Playgrounds beside the bot as soon as the server listens.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, PlaygroundOptions options) =>
        services.AddSingleton(options).AddHostedService<PlaygroundHost>();
}
