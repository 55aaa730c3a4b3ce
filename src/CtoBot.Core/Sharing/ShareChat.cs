using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CtoBot.Core.State;

namespace CtoBot.Core.Sharing;

/// <summary>A group chat into which a person wants to share.</summary>
/// <param name="Name">As the chat is named; empty if the client gave no name.</param>
/// <param name="Reference">Where it is; opaque here.</param>
/// <param name="Guests">The names of those in it who are no members of the organisation, as the roster told when the person asked; empty also if it told nothing.</param>
public sealed record ShareChat(string Name, ChatReference Reference, ImmutableList<string> Guests)
{
    /// <summary>The chat's id, by which it stands among recipients.</summary>
    [JsonIgnore]
    public string Id => Reference.ConversationId ?? "";

    /// <summary>What the dialog about it is called by: 16 hexadecimal digits of a hash, so that a card of another chat is told apart.</summary>
    internal string Subject => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Id)).AsSpan(..8));
}
