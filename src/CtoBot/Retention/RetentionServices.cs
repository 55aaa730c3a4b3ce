namespace CtoBot.Retention;

/// <summary>Registration of the purge.</summary>
public static class RetentionServices
{
    /// <summary>Adds the daily purge.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) =>
        services.AddSingleton<RetentionPurge>().AddHostedService<RetentionService>();
}
