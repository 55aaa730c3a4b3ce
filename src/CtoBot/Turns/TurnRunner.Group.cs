using CtoBot.Core;
using CtoBot.Core.Partners;

namespace CtoBot.Turns;

/// <remarks>
/// In a group chat a turn is about the partnership that the person means and nothing else, and only while both are there. Who wants to share something
/// there is answered in their private chat.
/// </remarks>
public sealed partial class TurnRunner
{
    /// <summary>Takes in what somebody said to the bot or pressed in a group chat, if it is theirs to.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="input">The input.</param>
    /// <param name="channel">The group chat.</param>
    /// <param name="cancellationToken">Ends the turn; what is saved stays saved.</param>
    /// <exception cref="ChannelException">The state is saved, and the answer did not go out.</exception>
    /// <exception cref="StoreUnavailableException">
    /// Who is in the chat could not be found out; or see <see cref="RunAsync(PersonKey, Input, IChannel, CancellationToken)"/>.
    /// </exception>
    public async Task<GroupTurn> RunInGroupAsync(PersonKey person, Input input, IGroupChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.Group is not { } chat)
            return GroupTurn.NotTheirs;
        var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
        var state = row is null || StateRow.IsErasing(row) ? null : states.Read(person, row);
        if (input is Input.Said said && Conversation.AsksToShare(library, said.Client, said.Words))
            return await ShareIntoAsync(person, state, said, channel, chat, cancellationToken);
        if (state is null)
            return GroupTurn.NotTheirs;
        var shared = await keeper.SyncAsync(person, state, null, cancellationToken);
        if (shared.Shared.Pairs.LastOrDefault(pair => pair.IsHeld && pair.Members.TrueForAll(member => !member.IsGone) && IsAbout(input, pair)) is not { } meant)
            return GroupTurn.NotTheirs;
        if (!await AskAsync(channel.HasAsync(meant.Members[1 - meant.SlotOf(person.PersonId)!.Value].PersonId, cancellationToken)))
            return GroupTurn.OtherAbsent;
        await RunAsync(person, input, channel, new GroupRef(meant.Id, chat), cancellationToken);
        return GroupTurn.Taken;
    }

    /// <summary>Words mean the latest partnership; a button names its own, and nobody else's card is of any use.</summary>
    private static bool IsAbout(Input input, PartnershipState pair) => input is not Input.Submitted { Action: var action }
        || new[] { action[DataKeys.Pair], action[DataKeys.Subject], action[DataKeys.View] }.Any(value => value.Contains(pair.Id, StringComparison.Ordinal));
}
