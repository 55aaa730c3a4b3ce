using Azure.Identity;
using CtoBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Door;

/// <summary>A bot that gets no token of its own can send nothing. That is no fault of the caller's, and nothing that was said is lost.</summary>
public sealed class TokenOutageTests : DoorTest
{
    [Theory]
    [InlineData("message")]
    [InlineData("message-group-mention")]
    [InlineData("installationUpdate-add")]
    [InlineData("installationUpdate-add-group")]
    public async Task Without_a_token_the_turn_ends_in_peace(string sample)
    {
        var host = await StartAsync();
        var activity = Somebody(host).New(sample).ToObject<Activity>()!;
        using var turn = new TurnContext(new TokenlessAdapter(), activity);
        await host.Services.GetRequiredService<IBot>().OnTurnAsync(turn, Cancel);
        Assert.Empty(host.Logs.Errors);
        Assert.Single(host.Logs.Lines, line => line.Text.Contains("sending failed (AuthenticationFailedException)", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Text.Contains(Planted.Quote, StringComparison.Ordinal));
    }

    private sealed class TokenlessAdapter : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException(Planted.Quote);

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException(Planted.Quote);

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException(Planted.Quote);
    }
}
