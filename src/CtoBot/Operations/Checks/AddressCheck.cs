using System.Net;
using System.Net.Sockets;

namespace CtoBot.Operations.Checks;

/// <summary>Where the bot listens, where it is reached, and what the app's manifest needs of that.</summary>
internal static class AddressCheck
{
    private const string Area = "addresses";
    private const string Manifest = "manifest";

    /// <summary>Runs it.</summary>
    public static IEnumerable<CheckResult> Run(CheckContext context)
    {
        var addresses = Addresses(context.Configuration).ToArray();
        if (addresses.Length == 0)
            yield return context.IsDevelopment ? CheckResult.Ok(Area, "the bot listens on http://localhost:5000") : CheckResult.Warning(Area, "it is not set where the bot listens: http://localhost:5000, which only this machine reaches", "Set ASPNETCORE_URLS, e.g. to http://0.0.0.0:8080.");
        foreach (var address in addresses)
            yield return Judge(address, context);
        foreach (var result in Public(context))
            yield return result;
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")];
        string[] urls = Several(configuration["urls"]);
        // The server heeds the first of these that is set.
        return endpoints.Length > 0 ? endpoints : urls.Length > 0 ? urls : Several(configuration["http_ports"]).Select(port => $"http://*:{port}");
    }

    private static string[] Several(string? setting) => (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static CheckResult Judge(string address, CheckContext context)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return CheckResult.Wrong(Area, $"'{address}' is no address to listen on", "Write it like http://0.0.0.0:8080.");
        }

        if (binding.Port is < 0 or > 65535)
            return CheckResult.Wrong(Area, $"{address} has no port from 0 to 65535", "Write it like http://0.0.0.0:8080.");
        var local = binding.Host is "localhost" || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        if (local && !context.IsDevelopment)
            return CheckResult.Warning(Area, $"{address} is reached from this machine only", "Unless a proxy on this machine passes requests on, listen on http://0.0.0.0:8080.");
        return IsFree(binding.Port) ? CheckResult.Ok(Area, $"{address} is free to listen on")
            : CheckResult.Warning(Area, $"something listens on port {binding.Port} already", "If that is not the bot itself, choose another port.");
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Any, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }

    private static IEnumerable<CheckResult> Public(CheckContext context)
    {
        if (context.Setting("Bot:PublicUrl") is not { } url)
        {
            yield return context.IsDevelopment
                ? CheckResult.Ok(Manifest, "not needed in Development")
                : CheckResult.Warning(Manifest, "Bot:PublicUrl is not set: there are no links to exports and documents, and no app package can be built", "Set it to the address at which browsers reach the bot, e.g. https://ctobot.contoso.com.");
            yield break;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            yield break;
        if (IsPlaceholder(address.Host))
            yield return CheckResult.Wrong(Manifest, $"Bot:PublicUrl is {url}, an address of an example", "Set it to the address at which browsers reach the bot.");
        else if (!context.IsDevelopment && (address.IsLoopback || IPAddress.TryParse(address.Host, out _) || !address.Host.Contains('.', StringComparison.Ordinal)))
            yield return CheckResult.Wrong(Manifest, $"Bot:PublicUrl is {url}, which people's browsers do not reach", "Teams wants a name in a public domain, with a certificate.");
        else if (context.Setting("MicrosoftAppId") is not { } app || !Guid.TryParse(app, out _))
            yield return context.IsDevelopment ? CheckResult.Ok(Manifest, "not needed in Development") : CheckResult.Wrong(Manifest, "the app package needs MicrosoftAppId", "See identity.");
        else
            yield return CheckResult.Ok(Manifest, $"id and host ({address.Host}) are there");
    }

    private static bool IsPlaceholder(string host) =>
        host.EndsWith("example.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith("example.org", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".example", StringComparison.OrdinalIgnoreCase);
}
