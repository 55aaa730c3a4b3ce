using CtoBot.Storage;
using CtoBot.Storage.Tables;

namespace CtoBot.Operations.Checks;

/// <summary>The clock, against that of the storage account or of the identity service: reminders go by it, and tokens end by it.</summary>
internal static class ClockCheck
{
    private const string Area = "clock";
    private const string Login = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs it.</summary>
    public static async Task<CheckResult> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        if (Reference(context) is not { } reference)
            return CheckResult.Ok(Area, "there is no service here to compare it with");
        try
        {
            var before = context.Time.GetUtcNow();
            var said = await context.DateAtAsync(reference, cancellationToken);
            var after = context.Time.GetUtcNow();
            if (said is not { } date)
                return CheckResult.Warning(Area, $"{reference.Host} does not say what time it is there");
            // The header has whole seconds, cut off.
            var ahead = before > date + TimeSpan.FromSeconds(1) ? before - date - TimeSpan.FromSeconds(1) : after < date ? after - date : TimeSpan.Zero;
            return ahead.Duration() <= Allowed
                ? CheckResult.Ok(Area, $"as at {reference.Host}")
                : CheckResult.Wrong(Area, $"it is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {reference.Host}", "Let this machine set its clock by the network (NTP).");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return CheckResult.Warning(Area, $"{reference.Host} does not answer, so it was compared with nothing");
        }
    }

    /// <summary>What a service says that the time is; null if it does not say.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public static async Task<DateTimeOffset?> DateAtAsync(Uri service, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using var response = await http.GetAsync(service, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.Headers.Date;
    }

    private static Uri? Reference(CheckContext context)
    {
        try
        {
            var options = context.Options<StoreOptions>(StoreOptions.Section);
            if (options.Kind == StoreKind.Tables && new StoreOptionsValidator().Validate(null, options).Succeeded)
                return TableConnection.Open(options, context.IsDevelopment).Uri;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or Turns.StoreUnavailableException)
        {
            // Told by another check.
        }

        return context.Setting("MicrosoftAppId") is null ? null : new Uri(Login);
    }
}
