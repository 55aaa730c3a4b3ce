using System.Collections.Immutable;

namespace CtoBot.Core.Sharing;

/// <summary>What a person wants to share and has not sent yet: what the preview is made from.</summary>
/// <param name="To">The Entra object ids of the recipients, each once, in the order in which they were chosen; or the id of <see cref="Chat"/>, alone.</param>
/// <param name="What">The function whose part it is, a key of <see cref="Customers.Functions.All"/>; empty for the whole readout.</param>
/// <param name="Sections">The sections of the whole readout, by <see cref="ShareSections.All"/>; of no meaning for a part.</param>
public sealed record SharePlan(ImmutableList<string> To, string What, ImmutableList<string> Sections)
{
    /// <summary>The group chat that it goes to; null if it goes to people.</summary>
    public ShareChat? Chat { get; init; }

    /// <summary>What is to go to a group chat, before the person has chosen what of it.</summary>
    internal static SharePlan Into(ShareChat chat) => new([chat.Id], "", []) { Chat = chat };

    /// <summary>Whether the person has yet to choose what goes out.</summary>
    internal bool IsOpen => What.Length == 0 && Sections.IsEmpty;
}
