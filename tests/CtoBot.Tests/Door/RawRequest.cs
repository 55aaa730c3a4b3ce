using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CtoBot.Tests.Door;

/// <summary>A request byte by byte: clients see to it that what they send is well-formed.</summary>
internal sealed class RawRequest
{
    public string Method { get; set; } = "POST";

    public string Path { get; set; } = "/api/messages";

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>What <c>Content-Length</c> says; null for the length of the body, -1 for no such header.</summary>
    public long? Announced { get; set; }

    /// <summary>Whether the client hangs up after the body, and waits for no answer.</summary>
    public bool HangsUp { get; set; }

    public RawRequest With(string name, string value)
    {
        Headers.RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add((name, value));
        return this;
    }

    public RawRequest Without(string name)
    {
        Headers.RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return this;
    }

    public RawRequest Also(string name, string value)
    {
        Headers.Add((name, value));
        return this;
    }

    /// <summary>Sends it, and returns the status and what follows the headers; status 0 for a connection that was closed.</summary>
    public async Task<(int Status, string Head, string Body)> SendAsync(Uri bot, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(bot.Host, bot.Port, cancellationToken);
        await using var stream = client.GetStream();
        var sending = SendAsync(client, stream, bot, cancellationToken);
        var answer = await ReadAsync(stream, cancellationToken);
        await sending;
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0
            ? (0, answer, "")
            : (int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), answer[..end], answer[(end + 4)..]);
    }

    private async Task SendAsync(TcpClient client, NetworkStream stream, Uri bot, CancellationToken cancellationToken)
    {
        var head = new StringBuilder($"{Method} {Path} HTTP/1.1\r\nConnection: close\r\n");
        if (!Headers.Exists(header => header.Name == "Host"))
            head.Append(CultureInfo.InvariantCulture, $"Host: {bot.Authority}\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (Announced != -1)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Announced ?? Body.Length}\r\n");
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head + "\r\n"), cancellationToken);
            await stream.WriteAsync(Body, cancellationToken);
            if (HangsUp)
                client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            // The server has heard enough, and says so in its answer.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var read = new MemoryStream();
        try
        {
            await stream.CopyToAsync(read, cancellationToken);
        }
        catch (IOException)
        {
            // Closed hard after the answer, because not everything was taken.
        }

        return Encoding.UTF8.GetString(read.ToArray());
    }
}
