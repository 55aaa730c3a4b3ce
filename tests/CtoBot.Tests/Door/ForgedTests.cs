using CtoBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Sdk.Tests.BotBuilder.Support;

namespace CtoBot.Tests.Door;

/// <summary>Forged and damaged requests against everything that a request goes through.</summary>
public sealed class ForgedTests(ITestOutputHelper output) : TokenDoorTest
{
    private const int Fewest = 60;

    [Fact]
    public async Task None_of_them_passes_each_gets_its_code_and_good_ones_pass_throughout()
    {
        Provider.Published.Add((Forgeries.Bare, null));
        Provider.Published.Add((Forgeries.Elsewhere, ["webchat"]));
        var host = await StartSecuredAsync(("Limits:BodyTime", "00:00:03"));
        var person = Somebody(host);
        var failures = new List<string>();
        Forgery[] all = [.. new Forgeries(Provider, person).All];
        foreach (var forgery in all)
        {
            var (writes, lines, sent) = (host.Store.Reads + host.Store.Writes, host.Logs.Lines.Count, Outside.Sent.Count);
            var request = forgery.Make();
            var (status, head, body) = await request.SendAsync(host.Endpoint, Cancel);
            LogLine[] said = [.. host.Logs.Lines.Skip(lines)];
            if (status != forgery.Code || body.Length > 0)
                failures.Add($"{forgery.Name}: {status} instead of {forgery.Code}, with '{body}'");
            if (head.Contains(forgery.Reason, StringComparison.Ordinal) && forgery.Reason.Length > 0)
                failures.Add($"{forgery.Name}: the caller is told why: {head}");
            if (!forgery.Reason.Split('|').Any(reason => said.Any(line => line.Text.Contains(reason, StringComparison.OrdinalIgnoreCase))))
                failures.Add($"{forgery.Name}: '{forgery.Reason}' is not in the log: {string.Join(" / ", said.Where(line => line.Level >= LogLevel.Information).Select(line => line.Text.Split('\n')[0]))}");
            if (host.Store.Reads + host.Store.Writes != writes || Outside.Sent.Count != sent)
                failures.Add($"{forgery.Name}: something was read, kept or sent");
            if (Secrets(request).FirstOrDefault(secret => said.Any(line => line.Text.Contains(secret, StringComparison.OrdinalIgnoreCase))) is { } leaked)
                failures.Add($"{forgery.Name}: the log holds {leaked}");
            await PassesAsync(host, person);
        }

        output.WriteLine($"{all.Length} requests");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(all.Length >= Fewest);
        Assert.True(!host.Logs.Errors.Any(), string.Join('\n', host.Logs.Errors.Select(line => line.Text)));
    }

    [Theory]
    [InlineData(-4.5)]
    [InlineData(124.5)]
    public async Task A_clock_that_is_a_little_wrong_shuts_nobody_out(double minutes)
    {
        var host = await StartSecuredAsync();
        Assert.Equal(200, await StatusAsync(host, Provider.Token(expires: TimeSpan.FromMinutes(minutes))));
    }

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case()
    {
        var host = await StartSecuredAsync();
        var request = Request(Activity(Somebody(host), "hello"), null).With("Authorization", "bEARER " + Provider.Token());
        Assert.Equal(200, (await request.SendAsync(host.Endpoint, Cancel)).Status);
    }

    [Fact]
    public async Task Keys_that_roll_are_found_at_once_and_the_old_one_is_good_no_more()
    {
        var host = await StartSecuredAsync();
        var old = Provider.Token();
        Assert.Equal(200, await StatusAsync(host, old));
        var key = IdentityProvider.NewKey("key-next");
        Provider.Published.Clear();
        Provider.Published.Add((key, ["msteams"]));
        Assert.Equal(200, await StatusAsync(host, Provider.Token(key: key)));
        Assert.Equal(401, await StatusAsync(host, old));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"keys\":[]}")]
    [InlineData("<html></html>")]
    public async Task A_provider_that_answers_nonsense_lets_nobody_in_and_shuts_nobody_out_whose_key_is_known(string nonsense)
    {
        var host = await StartSecuredAsync();
        var unknown = Provider.Token(key: IdentityProvider.NewKey("key-2"));
        Provider.Trouble = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, nonsense);
        Assert.Equal(401, await StatusAsync(host, Provider.Token()));
        Assert.Contains(host.Logs.Errors, line => line.Text.Contains("cannot be fetched", StringComparison.Ordinal));

        Provider.Trouble = null;
        var other = await StartSecuredAsync();
        Assert.Equal(200, await StatusAsync(other, Provider.Token()));
        Provider.Trouble = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, nonsense);
        Assert.Equal(401, await StatusAsync(other, unknown));
        Assert.Equal(200, await StatusAsync(other, Provider.Token()));
    }

    [Fact]
    public async Task The_cloud_of_the_US_Government_has_an_issuer_of_its_own()
    {
        var host = await StartSecuredAsync(("ChannelService", "https://botframework.azure.us"));
        Assert.Equal(200, await StatusAsync(host, Provider.Token(issuer: "https://api.botframework.us")));
        Assert.Equal(401, await StatusAsync(host, Provider.Token()));
        Assert.Equal(200, await StatusAsync(host, EntraToken(issuer: $"https://login.microsoftonline.us/{IdentityProvider.Tenant}/v2.0")));
        Assert.Equal(401, await StatusAsync(host, EntraToken()));
    }

    [Theory]
    [InlineData("SingleTenant", "no secret")]
    [InlineData("UserAssignedMSI", "")]
    public async Task The_kind_of_identity_changes_nothing_about_who_may_call(string type, string password)
    {
        var host = await StartSecuredAsync(("MicrosoftAppType", type), ("MicrosoftAppPassword", password));
        Assert.Equal(200, await StatusAsync(host, Provider.Token()));
        Assert.Equal(200, await StatusAsync(host, EntraToken()));
        Assert.Equal(401, await StatusAsync(host, Provider.Token(audience: Forgeries.Other)));
    }

    [Fact]
    public async Task Another_app_may_call_if_it_is_on_the_list()
    {
        var host = await StartSecuredAsync(("Access:AllowedCallers:0", Forgeries.Other));
        Assert.Equal(200, await StatusAsync(host, EntraToken(claims => claims["azp"] = Forgeries.Other)));
        Assert.Equal(403, await StatusAsync(host, EntraToken(claims => claims["azp"] = "44444444-4444-4444-4444-444444444444")));
    }

    [Fact]
    public async Task Unless_others_are_named_people_of_the_bots_own_tenant_alone_are_heard()
    {
        var host = await StartSecuredAsync(("Access:AllowedTenants:0", ""), ("MicrosoftAppTenantId", TeamsClient.Tenant));
        Assert.Equal(200, await StatusAsync(host, Provider.Token()));
        var stranger = new TeamsClient(host.Endpoint, Connector, Guid.NewGuid(), Forgeries.Other);
        Assert.Equal(403, (await Request(Activity(stranger, "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel)).Status);
    }

    [Theory]
    [InlineData("Access:AllowedTenants:0", "contoso.com", "AllowedTenants must")]
    [InlineData("Access:AllowedCallers:0", "*", "AllowedCallers must")]
    [InlineData("Limits:PersonRate", "-1", "must not be negative")]
    [InlineData("Limits:PersonBurst", "0", "at least 1")]
    [InlineData("Limits:BodyTime", "00:00:00", "BodyTime must")]
    [InlineData("ChannelService", "https://botframework.example", "ChannelService is")]
    [InlineData("MicrosoftAppId", "", "set MicrosoftAppId")]
    public async Task A_setting_with_a_slip_in_it_lets_nobody_in_for_the_bot_does_not_start(string key, string value, string reason)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StartSecuredAsync((key, value)));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(BotHost host, string token) =>
        (await Request(Activity(Somebody(host), "hello"), token).SendAsync(host.Endpoint, Cancel)).Status;

    private async Task PassesAsync(BotHost host, TeamsClient person)
    {
        var before = Outside.Sent.Count;
        Assert.Equal(200, (await Request(Activity(person, "hello"), Provider.Token()).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.True(Outside.Sent.Count > before);
    }

    private static IEnumerable<string> Secrets(RawRequest request) => Planted.All.Concat(request.Headers
        .Where(header => header.Name == "Authorization")
        .SelectMany(header => header.Value.Split(' ', '.'))
        .Where(part => part.Length > 20));
}
