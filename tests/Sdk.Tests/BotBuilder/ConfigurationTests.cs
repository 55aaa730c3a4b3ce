using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace Sdk.Tests.BotBuilder;

/// <summary>A configuration that is half-way is an error at start, not an open door.</summary>
public sealed class ConfigurationTests
{
    private static ConfigurationBotFrameworkAuthentication Create(string? type, string? id, string? tenant, string? password, string? service = null) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = id,
            ["MicrosoftAppTenantId"] = tenant,
            ["MicrosoftAppPassword"] = password,
            ["ChannelService"] = service,
        }).Build());

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", "", "", "")]
    [InlineData("SingleTenant", "id", "tenant", "password")]
    [InlineData("singletenant", "id", "tenant", "password")]
    [InlineData("UserAssignedMSI", "id", "tenant", null)]
    [InlineData("UserAssignedMsi", "id", "tenant", "")]
    public void A_whole_configuration_is_accepted(string? type, string? id, string? tenant, string? password) =>
        Assert.NotNull(Create(type, id, tenant, password));

    [Theory]
    [InlineData("SingleTenant", null, "tenant", "password")]
    [InlineData(null, null, null, "password")]
    [InlineData("UserAssignedMSI", " ", "tenant", null)]
    [InlineData(null, "id", "tenant", "password")]
    [InlineData("MultiTenant", "id", null, "password")]
    [InlineData("SingleTenant", "id", null, "password")]
    [InlineData("SingleTenant", "id", "tenant", null)]
    [InlineData("UserAssignedMSI", "id", null, null)]
    [InlineData("UserAssignedMSI", "id", "tenant", "password")]
    public void A_half_configuration_is_an_error(string? type, string? id, string? tenant, string? password) =>
        Assert.Throws<ArgumentException>(() => Create(type, id, tenant, password));

    [Fact]
    public void The_government_cloud_can_be_chosen_and_an_unknown_one_cannot()
    {
        Assert.NotNull(Create(null, null, null, null, GovernmentAuthenticationConstants.ChannelService));
        Assert.Throws<ArgumentException>(() => Create(null, null, null, null, "https://example.org"));
    }
}
