using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;

namespace CtoBot.Operations.Checks;

/// <summary>Who the bot is: ids, secret or managed identity, and the token that comes of them.</summary>
internal static class IdentityCheck
{
    private const string Area = "identity";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Runs it.</summary>
    public static async IAsyncEnumerable<CheckResult> RunAsync(CheckContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var app = context.Setting("MicrosoftAppId");
        if (app is null && context.IsDevelopment && Problem(context) is null)
        {
            yield return CheckResult.Ok(Area, "none: in Development the bot answers programs on this machine");
            yield break;
        }

        if (app is null)
        {
            yield return CheckResult.Wrong(Area, Problem(context) ?? "MicrosoftAppId is not set: the bot does not start outside Development", "Set MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType (SingleTenant or UserAssignedMSI) to those of the bot's registration.");
            yield break;
        }

        var slips = Slips(context, app).ToArray();
        foreach (var slip in slips)
            yield return slip;
        if (slips.Length == 0)
            yield return await TokenAsync(context, app, cancellationToken);
    }

    private static IEnumerable<CheckResult> Slips(CheckContext context, string app)
    {
        if (!Guid.TryParse(app, out var id) || id == Guid.Empty)
            yield return CheckResult.Wrong(Area, "MicrosoftAppId is no application id (GUID)", "Copy the Application (client) ID from the app registration, or the client ID of the managed identity.");
        if (context.Setting("MicrosoftAppTenantId") is { } tenant && (!Guid.TryParse(tenant, out var tenantId) || tenantId == Guid.Empty))
            yield return CheckResult.Wrong(Area, "MicrosoftAppTenantId is no tenant id (GUID)", "Copy the Directory (tenant) ID from Entra; a domain name does not do.");
        if (context.Setting("MicrosoftAppPassword") is { } password && Guid.TryParse(password, out _))
            yield return CheckResult.Wrong(Area, "MicrosoftAppPassword is a GUID: that is the id of the secret, not its value", "Make a new client secret in Entra and copy its Value, which is shown once.");
        if (Problem(context) is { } problem)
            yield return CheckResult.Wrong(Area, problem, "SingleTenant needs id, tenant and password; UserAssignedMSI needs id and tenant, and no password.");
    }

    /// <summary>What the SDK says of the settings; it refuses to start with half an identity.</summary>
    private static string? Problem(CheckContext context)
    {
        try
        {
            _ = new ConfigurationBotFrameworkAuthentication(context.Configuration);
            return null;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            return failure.Message.Split(" (Parameter", 2)[0];
        }
    }

    private static async Task<CheckResult> TokenAsync(CheckContext context, string app, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await context.TokenAsync(limit.Token).WaitAsync(limit.Token) is { } token
                ? Judge(context, app, token)
                : CheckResult.Wrong(Area, "the bot gets no token");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return CheckResult.Wrong(
                Area, $"there is no token for the Bot Connector to be had: {(limit.IsCancellationRequested ? $"no answer within {Patience.TotalSeconds:0} s" : Line(failure.Message))}",
                "Is the secret expired, the managed identity assigned to this host, and login.microsoftonline.com reachable from here?");
        }
    }

    private static CheckResult Judge(CheckContext context, string app, string token)
    {
        var wanted = context.Setting("ToChannelFromBotOAuthScope") ?? (context.Setting("ChannelService") == GovernmentAuthenticationConstants.ChannelService
            ? GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope : AuthenticationConstants.ToChannelFromBotOAuthScope);
        if (Claims(token) is not { } claims)
            return CheckResult.Warning(Area, "the bot gets a token, whose claims cannot be read");
        if (Claim(claims, "aud")?.TrimEnd('/') is var audience && !string.Equals(audience, wanted.Replace("/.default", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            return CheckResult.Wrong(Area, $"the bot's token is for {audience}, not for {wanted}", "Check ChannelService and ToChannelFromBotOAuthScope.");
        if ((Claim(claims, "appid") ?? Claim(claims, "azp")) is { } owner && !owner.Equals(app, StringComparison.OrdinalIgnoreCase))
            return CheckResult.Wrong(Area, $"the bot's token is that of {owner}, not of MicrosoftAppId", "The managed identity of this host is another one than MicrosoftAppId names.");
        if (Claim(claims, "tid") is { } tenant && context.Setting("MicrosoftAppTenantId") is { } own && !tenant.Equals(own, StringComparison.OrdinalIgnoreCase))
            return CheckResult.Wrong(Area, $"the bot's token is of the tenant {tenant}, not of MicrosoftAppTenantId", "Set MicrosoftAppTenantId to the tenant of the app registration.");
        return CheckResult.Ok(Area, $"a token for {audience} is to be had");
    }

    /// <summary>What a token says. Its signature is not this one's business: it came from the identity service.</summary>
    private static JsonElement? Claims(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, ..] ? JsonDocument.Parse(Base64Url.DecodeFromChars(payload)).RootElement : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Claim(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Line(string message) => message.Split('\n', 2)[0].Trim();
}
