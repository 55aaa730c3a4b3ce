using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>Which method handles which activity.</summary>
public sealed class ActivityHandlerTests
{
    private readonly RecordingHandler handler = new();
    private readonly RecordingAdapter adapter = new();

    private async Task<IReadOnlyList<string>> HandleAsync(Activity activity)
    {
        activity.Recipient ??= new ChannelAccount("bot");
        using var turn = new TurnContext(adapter, activity);
        await handler.OnTurnAsync(turn, TestContext.Current.CancellationToken);
        return handler.Calls;
    }

    private async Task<InvokeResponse> InvokeAsync(string? name, object? value)
    {
        await HandleAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = value });
        var sent = Assert.Single(adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, sent.Type);
        return Assert.IsType<InvokeResponse>(sent.Value);
    }

    [Theory]
    [InlineData(ActivityTypes.Message, "Message")]
    [InlineData(ActivityTypes.MessageReaction, "Reaction")]
    [InlineData(ActivityTypes.Event, "Event")]
    [InlineData("brandNew", "Unrecognized")]
    public async Task Each_type_has_its_method(string type, string method) =>
        Assert.Equal([method], await HandleAsync(new Activity(type)));

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.EndOfConversation)]
    [InlineData(ActivityTypes.MessageUpdate)]
    [InlineData(ActivityTypes.MessageDelete)]
    [InlineData(ActivityTypes.Command)]
    [InlineData(ActivityTypes.CommandResult)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.InstallationUpdate)]
    public async Task A_known_type_with_nothing_in_it_is_not_unrecognized(string type) =>
        Assert.Empty(await HandleAsync(new Activity(type)));

    [Theory]
    [InlineData("a", "Added a")]
    [InlineData("a b", "Added a b")]
    [InlineData("bot a", "Added bot a")]
    [InlineData("bot", null)]
    [InlineData("", null)]
    public async Task Others_than_the_bot_are_welcomed(string ids, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = Accounts(ids) }));

    [Theory]
    [InlineData("a", "Removed a")]
    [InlineData("bot a", "Removed bot a")]
    [InlineData("bot", null)]
    public async Task Others_than_the_bot_are_seen_off(string ids, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await HandleAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = Accounts(ids) }));

    [Theory]
    [InlineData("add", "Install")]
    [InlineData("add-upgrade", "Install")]
    [InlineData("remove", "Uninstall")]
    [InlineData("remove-upgrade", "Uninstall")]
    [InlineData("else", null)]
    [InlineData(null, null)]
    public async Task An_installation_has_two_methods(string? action, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await HandleAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action }));

    [Fact]
    public async Task An_action_of_a_card_is_read_and_its_answer_sent()
    {
        handler.OnCard = value => new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "t", Value = $"{value.Action.Verb} {((JObject)value.Action.Data)["n"]}" };
        var response = await InvokeAsync("adaptiveCard/action", JObject.Parse("""{"action":{"type":"Action.Execute","id":"i","verb":"tick","data":{"n":7}},"trigger":"manual"}"""));
        Assert.Equal(200, response.Status);
        Assert.Equal("tick 7", Assert.IsType<AdaptiveCardInvokeResponse>(response.Body).Value);
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":7}""", "BadRequest")]
    [InlineData("""{"action":{"type":[]}}""", "BadRequest")]
    [InlineData("""{"action":{}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    public async Task An_action_of_another_shape_is_a_bad_request(string? value, string code)
    {
        handler.OnCard = _ => throw new InvalidOperationException("The bot must not see this.");
        var response = await InvokeAsync("adaptiveCard/action", value is null ? null : JObject.Parse(value));
        Assert.Equal(400, response.Status);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((400, "application/vnd.microsoft.error", code), (body.StatusCode, body.Type, Assert.IsType<Error>(body.Value).Code));
    }

    [Fact]
    public async Task A_value_that_is_no_object_is_a_bad_request() =>
        Assert.Equal(400, (await InvokeAsync("adaptiveCard/action", "text")).Status);

    [Theory]
    [InlineData("signin/verifyState")]
    [InlineData("brandNew")]
    [InlineData(null)]
    public async Task Another_invoke_is_not_implemented(string? name) =>
        Assert.Equal(501, (await InvokeAsync(name, new JObject())).Status);

    [Fact]
    public async Task A_method_can_end_an_invoke_with_a_status_of_its_own()
    {
        handler.OnCard = _ => throw RecordingHandler.End(HttpStatusCode.Conflict, "body");
        var response = await InvokeAsync("adaptiveCard/action", JObject.Parse("""{"action":{"type":"Action.Execute"}}"""));
        Assert.Equal((409, "body"), (response.Status, response.Body));
    }

    [Fact]
    public async Task An_activity_without_a_type_is_an_error()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => HandleAsync(new Activity()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => handler.OnTurnAsync(null, TestContext.Current.CancellationToken));
    }

    private static IList<ChannelAccount> Accounts(string ids) =>
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new ChannelAccount(id))];

    private sealed class RecordingHandler : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        public Func<AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse>? OnCard { get; set; }

        public static Exception End(HttpStatusCode status, object body) => new InvokeResponseException(status, body);

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Call("Message");

        protected override Task OnMessageReactionActivityAsync(ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Call("Reaction");

        protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call("Event");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Call("Added " + string.Join(' ', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Call("Removed " + string.Join(' ', membersRemoved.Select(member => member.Id)));

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("Install");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("Uninstall");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Call("Unrecognized");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(OnCard!(invokeValue));

        private Task Call(string name)
        {
            Calls.Add(name);
            return Task.CompletedTask;
        }
    }
}
