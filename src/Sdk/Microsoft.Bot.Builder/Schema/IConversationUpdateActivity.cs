namespace Microsoft.Bot.Schema;

/// <summary>A change of the members or the topic of a conversation.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <inheritdoc cref="Activity.MembersAdded"/>
    IList<ChannelAccount> MembersAdded { get; set; }

    /// <inheritdoc cref="Activity.MembersRemoved"/>
    IList<ChannelAccount> MembersRemoved { get; set; }

    /// <inheritdoc cref="Activity.TopicName"/>
    string TopicName { get; set; }

    /// <inheritdoc cref="Activity.HistoryDisclosed"/>
    bool? HistoryDisclosed { get; set; }
}
