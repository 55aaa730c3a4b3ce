using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using CtoBot.Core.Tests.Conversations;

namespace CtoBot.Core.Tests.Sharing;

/// <summary>Sharing with a group chat, as the conversation decides it.</summary>
public sealed class ShareIntoTests
{
    private static readonly ClientFacts Client = new("Alex Chen", "en-GB", "Europe/Berlin");

    [Fact]
    public void Asked_for_in_a_group_chat_it_asks_what_and_not_who_and_previews_it_for_that_chat()
    {
        var chat = new Chat().SetUp().Take(Into("Leadership team", "Eve Hart"));
        var ask = Assert.IsType<Reply.Ask>(Assert.Single(chat.Last.Replies));
        Assert.Equal(("Share with Leadership team", "what sections"), (ask.Title, string.Join(' ', ask.Fields.Select(field => field.Question.Id))));
        chat.Press("Show me what goes out", ("what", "whole"), ("sections", "situation")).Sees("It goes to Leadership team.", "Guests in it who will read this too: Eve Hart.");
        Assert.IsType<Reply.Brief>(chat.Last.Replies[0]);

        chat.Press("Send").Sees("Leadership team: on its way");
        Assert.Equal(1, chat.Last.Sends);
        var to = Assert.Single(chat.State.Shares![0].To);
        Assert.Equal((Where, ShareStatus.Waiting, true), (to.Chat, to.Status, to.IsGroup));
        Assert.Null(chat.State.Sharing);
    }

    [Fact]
    public void It_takes_the_place_of_what_was_about_to_go_to_others_and_is_given_up_as_that_is()
    {
        var chat = new Chat().SetUp().Take(Into("One")).Press("Show me what goes out", ("what", "whole"), ("sections", "situation"));
        var send = chat.Action("Send");
        chat.Take(Into("Two"));
        Assert.Equal("Two", chat.State.Sharing!.Chat!.Name);
        chat.Press(send).Sees("Share with Two").SeesNot("One");
        Assert.Null(chat.Last.Sends);
        chat.Press("Show me what goes out", ("what", "whole"), ("sections", "situation")).Press("Do not send").Sees("Nothing was sent.");
        Assert.Null(chat.State.Sharing);
        Assert.DoesNotContain(chat.State.Drafts.Values, draft => draft.Flow == FlowIds.ShareChat);
    }

    [Fact]
    public void A_card_about_another_chat_is_outdated()
    {
        var chat = new Chat().SetUp().Take(Into("One"));
        foreach (var subject in (string[])["", "one", Where.ConversationId!])
        {
            var shown = chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.ShareChat), (DataKeys.Subject, subject))).Text;
            Assert.Contains("That card is from before a change", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_somebody_who_is_not_known_or_has_no_plan_nothing_is_kept_to_share()
    {
        var stranger = new Chat().Take(Into("One"));
        Assert.Empty(stranger.Last.Replies);
        Assert.True(stranger.State.IsBlank);
        var met = new Chat().Install().Take(Into("One"));
        Assert.NotEmpty(met.Last.Replies);
        Assert.Null(met.State.Sharing);
    }

    [Fact]
    public void What_the_client_tells_of_the_chat_is_made_well_formed()
    {
        var chat = new Chat().SetUp().Take(Into("A\ud800B", "C\udc00"));
        Assert.Equal(("A\ufffdB", "C\ufffd"), (chat.State.Sharing!.Chat!.Name, chat.State.Sharing.Chat.Guests[0]));
    }

    [Fact]
    public void Delivered_again_it_asks_again_and_changes_nothing()
    {
        var chat = new Chat().SetUp().Take(Into("One") with { Id = "x" });
        var state = StateJson.Write(chat.State);
        chat.Take(Into("One") with { Id = "x" });
        Assert.True(chat.Last.Repeated);
        chat.Sees("Share with One");
        Assert.Equal(state, StateJson.Write(chat.State));
    }

    private static readonly ChatReference Where = new("https://connector", "msteams", "28:bot", "29:alex", "tenant-1", "19:group@thread.v2", Trusted: true) { IsGroup = true };

    private static Input.ShareInto Into(string name, params string[] guests) => new("", Client, new ShareChat(name, Where with { ConversationId = name == "Two" ? "19:two@thread.v2" : Where.ConversationId }, [.. guests]));
}
