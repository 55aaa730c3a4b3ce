namespace CtoBot.Tests.Support;

/// <summary>Opens links of the bot as a person does who presses the button: to look at one is not to open it.</summary>
public static class LinkClient
{
    /// <summary>The answer to who opens a link.</summary>
    public static Task<HttpResponseMessage> OpenAsync(this HttpClient http, Uri link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.PostAsync(link, null, cancellationToken);
    }

    /// <summary>What a link leads to; one that does not work throws.</summary>
    public static async Task<byte[]> OpenBytesAsync(this HttpClient http, Uri link, CancellationToken cancellationToken)
    {
        using var answer = await http.OpenAsync(link, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>What a link leads to, as text; one that does not work throws.</summary>
    public static async Task<string> OpenTextAsync(this HttpClient http, Uri link, CancellationToken cancellationToken)
    {
        using var answer = await http.OpenAsync(link, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }
}
