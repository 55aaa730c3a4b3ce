using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CtoBot.EndToEnd;

/// <summary>The two Playgrounds beside a bot, as one command starts them.</summary>
[Collection(Chats.Collection)]
public sealed partial class PlaygroundHostTests(LocalNode node)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_playgrounds_come_with_the_host_and_go_with_it()
    {
        await node.RequireAsync(Cancel);
        var output = new Lines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPlayground(new() { DataFolder = LocalNode.NewFolder(), CtoPort = 0, CmoPort = 0, Output = output });
        using var http = new HttpClient();

        string told;
        await using (var app = builder.Build())
        {
            await app.StartAsync(Cancel);
            told = await output.UntilAsync("CMO: ", Cancel);
            foreach (var address in AddressesIn(told))
                Assert.Equal("pong", await http.GetStringAsync(new Uri(address, "_debug/ping"), Cancel));
            await app.StopAsync(Cancel);
        }

        Assert.Equal(2, AddressesIn(told).Count);
        foreach (var address in AddressesIn(told))
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(address, Cancel));
    }

    private static List<Uri> AddressesIn(string text) => [.. Address().Matches(text).Select(match => new Uri(match.Groups[1].Value))];

    [GeneratedRegex("C[TM]O: (http://localhost:[0-9]+)")]
    private static partial Regex Address();

    /// <summary>A console that can be waited for.</summary>
    private sealed class Lines : TextWriter
    {
        private readonly Channel<string> _written = Channel.CreateUnbounded<string>();

        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteLineAsync(string? value) => _written.Writer.WriteAsync(value ?? "").AsTask();

        public async Task<string> UntilAsync(string text, CancellationToken cancellationToken)
        {
            await foreach (var line in _written.Reader.ReadAllAsync(cancellationToken))
            {
                Assert.DoesNotContain("runs without", line, StringComparison.Ordinal);
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
            }

            throw new InvalidOperationException("The output has ended.");
        }
    }
}
