using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Door;

public sealed class IdentityTests : DoorTest
{
    private static readonly (string, string)[] Identity =
    [
        ("MicrosoftAppId", "5f0c0e8e-3b5d-4a57-8f6e-0c7f1d1a2b3c"),
        ("MicrosoftAppTenantId", TeamsClient.Tenant),
        ("MicrosoftAppType", "SingleTenant"),
        ("MicrosoftAppPassword", "not-a-secret"),
    ];

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("production")]
    public async Task Without_an_identity_it_does_not_start_where_others_could_reach_it(string environment)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(Kept.InMemory, ("environment", environment)));
        Assert.Contains("set MicrosoftAppId", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_what_is_missing_and_ends() =>
        Assert.StartsWith("CtoBot cannot start. The bot has no identity: set MicrosoftAppId", await RefusedStartAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task The_program_says_which_half_of_an_identity_is_missing() =>
        Assert.StartsWith("CtoBot cannot start. MicrosoftAppType must be", await RefusedStartAsync("--MicrosoftAppId", Guid.NewGuid().ToString()), StringComparison.Ordinal);

    [Fact]
    public async Task The_program_says_that_its_address_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var errors = await RefusedStartAsync([.. Identity.SelectMany(pair => new[] { "--" + pair.Item1, pair.Item2 }), "--urls", $"http://{taken.LocalEndpoint}"]);
        Assert.Contains("CtoBot cannot start. ", errors, StringComparison.Ordinal);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", errors, StringComparison.Ordinal);
    }

    private async Task<string> RefusedStartAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), "--urls", "http://127.0.0.1:0", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        using var program = Process.Start(start)!;
        var (errors, output) = (program.StandardError.ReadToEndAsync(Cancel), program.StandardOutput.ReadToEndAsync(Cancel));
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(1, program.ExitCode);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        _ = await output;
        return await errors;
    }

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Development", null)]
    [InlineData("Production", "Bearer nonsense")]
    [InlineData("Production", "Basic dXNlcjpwYXNz")]
    public async Task With_an_identity_nobody_is_heard_without_a_valid_token(string environment, string? authorization)
    {
        var host = await StartAsync(Kept.InMemory, [("environment", environment), .. Identity]);
        var person = Somebody(host);
        foreach (var activity in new[] { person.Words("hello"), person.Installation("add"), person.New("adaptiveCard-action"), person.New("message-group-mention") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new StringContent(activity.ToString(), Encoding.UTF8, "application/json") };
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await person.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Null(await host.StateOfAsync(person.Person, Cancel));
        Assert.Empty(Connector.Calls);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task What_a_proxy_forwarded_is_not_from_this_machine()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new StringContent(person.Words("hello").ToString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var response = await person.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Somebody_without_a_user_id_is_told_so_and_nothing_is_kept()
    {
        var host = await StartAsync();
        var person = Somebody(host);
        foreach (var id in new[] { null, "", " ", new string('x', 2_000) })
        {
            var words = person.Words(Planted.Quote);
            words["from"]!["aadObjectId"] = id is null ? JValue.CreateNull() : id;
            Assert.Contains("I cannot tell who you are", Assert.Single((await person.PostAsync(words, Cancel)).Sent).Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, host.Store.Reads);
    }
}
