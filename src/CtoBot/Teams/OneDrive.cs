using System.Net;
using System.Net.Http.Headers;

namespace CtoBot.Teams;

/// <summary>
/// Puts a file into an upload session of OneDrive that Teams has opened. The address comes from outside: only hosts of SharePoint are called, with
/// nothing of the bot's own, and redirects are not followed. It is a key to the session, and stands in no log.
/// </summary>
/// <remarks>Bots have no files in the national clouds (GCC High, DoD, 21Vianet), so their hosts are none of these.</remarks>
internal sealed partial class OneDrive([FromKeyedServices(OneDrive.Handler)] HttpMessageHandler handler, TimeProvider time, ILogger<OneDrive> log) : IDisposable
{
    /// <summary>The name of the handler among the services.</summary>
    public const string Handler = "onedrive";

    /// <summary>The most bytes of a request: a multiple of 320 KiB below the 60 MiB that a session takes.</summary>
    public const int MostAtOnce = 160 * 320 * 1024;

    /// <summary>The most bytes of a file.</summary>
    private const int Most = 4 * MostAtOnce;

    /// <summary>How long it may take: somebody waits, and Teams asks again after 15 seconds.</summary>
    private static readonly TimeSpan UploadTime = TimeSpan.FromSeconds(8);

    private const string Family = ".sharepoint.com";

    private const int LongestAddress = 8192;

    private readonly HttpMessageInvoker client = new(handler, disposeHandler: false);

    /// <summary>What calls go through.</summary>
    public static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    /// <summary>Whether an address is one of OneDrive; everything else is not called, and not shown.</summary>
    public static Uri? Address(string? address) =>
        address is { Length: <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns
        && uri.IdnHost.EndsWith(Family, StringComparison.OrdinalIgnoreCase) && uri.IdnHost.Length > Family.Length
            ? uri
            : null;

    /// <summary>The ranges that a file is sent in, as offset and length.</summary>
    public static IEnumerable<(int Offset, int Length)> Ranges(int size, int most)
    {
        for (var offset = 0; offset < size; offset += most)
            yield return (offset, Math.Min(most, size - offset));
    }

    /// <summary>Sends a file. False if it did not get there, or not in time.</summary>
    /// <param name="session">What <see cref="Address"/> has taken for good.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> PutAsync(Uri session, byte[] file, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(UploadTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var status = file.Length is 0 or > Most ? HttpStatusCode.RequestEntityTooLarge : await PutRangesAsync(session, file, limited.Token);
            if (status is HttpStatusCode.OK or HttpStatusCode.Created)
                return true;
            LogRefused(log, (int)status);
        }
        catch (HttpRequestException failure)
        {
            LogUnreachable(log, failure.HttpRequestError);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogLate(log);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>The status of the last request: 202 for one after which more is expected.</summary>
    private async Task<HttpStatusCode> PutRangesAsync(Uri session, byte[] file, CancellationToken cancellationToken)
    {
        var status = HttpStatusCode.Accepted;
        foreach (var (offset, length) in Ranges(file.Length, MostAtOnce))
        {
            if (status != HttpStatusCode.Accepted)
                break;
            using var request = new HttpRequestMessage(HttpMethod.Put, session) { Content = new ByteArrayContent(file, offset, length) };
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(offset, offset + length - 1, file.Length);
            using var response = await client.SendAsync(request, cancellationToken);
            status = response.StatusCode;
        }

        return status;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "OneDrive did not take a file: it answered {Status}")]
    private static partial void LogRefused(ILogger logger, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "OneDrive could not be reached: {Error}")]
    private static partial void LogUnreachable(ILogger logger, HttpRequestError error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "OneDrive did not take a file in time")]
    private static partial void LogLate(ILogger logger);
}
