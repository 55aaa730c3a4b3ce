using CtoBot.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>What decides who gets in, and how much of one is taken.</summary>
internal static class AccessServices
{
    /// <summary>Adds it.</summary>
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        builder.Services.AddOptions<AccessOptions>().Bind(builder.Configuration.GetSection(AccessOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        builder.Services.AddOptions<LimitOptions>().Bind(builder.Configuration.GetSection(LimitOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<AccessPolicy>();
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddTransient<AdmittingBot>();
        builder.Services.AddSingleton(services => new AuthenticationConfiguration
        {
            ClaimsValidator = new AllowedCallersClaimsValidator(services.GetRequiredService<IOptions<AccessOptions>>().Value.AllowedCallers),
        });
    }
}
