using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Reminders;

/// <summary>Registration of reminders.</summary>
public static class ReminderServices
{
    /// <summary>Adds the due index and what looks for what is due.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddDueIndex(configuration);
        services.AddSingleton<ReminderMetrics>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<Sweep>();
        return services.AddHostedService<SweepService>();
    }

    /// <summary>Adds the due index alone, for operators' commands.</summary>
    internal static IServiceCollection AddDueIndex(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>();
        services.AddOptions<ReminderOptions>().Bind(configuration.GetSection(ReminderOptions.Section)).ValidateOnStart();
        return services.AddSingleton(provider => new DueIndex(provider.GetRequiredService<IStore>(), provider.GetRequiredService<IOptions<ReminderOptions>>().Value.Shards));
    }
}
