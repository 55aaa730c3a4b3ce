using CtoBot.Core.Content;
using CtoBot.Reminders;
using Microsoft.Extensions.Options;

namespace CtoBot;

/// <summary>Registration of what the bot says and asks, and of the days on which it is silent.</summary>
internal static class ContentServices
{
    /// <summary>
    /// Adds the content, with the operator's public holidays in it. It is read while the rest of the bot is put together. Asked for, it
    /// throws a <see cref="ContentException"/> that names every mistake.
    /// </summary>
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration)
    {
        var reading = Task.Run(() => ContentFolder.Load(configuration["Content:Folder"]));
        return services.AddSingleton(provider => reading.GetAwaiter().GetResult()
            .With(HolidayFile.Read(provider.GetRequiredService<IOptions<ReminderOptions>>().Value.Holidays, provider.GetRequiredService<TimeProvider>())));
    }
}
