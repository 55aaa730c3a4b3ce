using Microsoft.Bot.Builder;

namespace Sdk.Tests.BotBuilder.Support;

/// <summary>A bot that is one function.</summary>
public sealed class DelegateBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
}
