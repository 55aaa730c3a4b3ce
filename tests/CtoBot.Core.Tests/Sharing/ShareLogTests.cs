using System.Collections.Immutable;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Tests.Sharing;

/// <summary>What the state keeps of what was shared.</summary>
public sealed class ShareLogTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 7, 17, 0);

    [Fact]
    public void The_latest_hundred_are_kept_and_no_number_comes_twice()
    {
        var state = new PersonState();
        for (var count = 0; count < ShareLog.Most + 5; count++)
            state = ShareLog.Add(state, Entry(ShareLog.Next(state), ShareStatus.Sent));
        state = StateJson.Read(StateJson.Write(state));
        Assert.Equal(Enumerable.Range(6, ShareLog.Most), state.Shares!.Select(entry => entry.Number));
        Assert.Equal(ShareStatus.Sent, state.Shares![0].To[0].Status);
        Assert.Null(ShareLog.Find(state, 5));
    }

    [Fact]
    public void Only_what_waits_longer_than_a_process_may_be_at_it_is_left_and_only_the_first_claims_it()
    {
        var state = ShareLog.Add(new PersonState(), Entry(1, ShareStatus.Waiting));
        Assert.Null(ShareLog.Left(state, Now + ShareLog.Grace - Duration.Epsilon));
        Assert.Same(state, ShareLog.Claim(state, 1, Now + ShareLog.Grace - Duration.Epsilon));
        var later = Now + ShareLog.Grace;
        Assert.Equal(1, ShareLog.Left(state, later)?.Number);
        var claimed = ShareLog.Claim(state, 1, later);
        Assert.Same(claimed, ShareLog.Claim(claimed, 1, later));
        Assert.Null(ShareLog.Left(claimed, later));
        Assert.Same(state, ShareLog.Claim(state, 2, later));
    }

    [Fact]
    public void What_was_noted_stays_as_it_was_noted()
    {
        var state = ShareLog.Add(new PersonState(), Entry(1, ShareStatus.Waiting, ShareStatus.Unmet));
        var noted = ShareLog.Note(state, 1, Became(("0", ShareStatus.Sent), ("1", ShareStatus.Sent), ("9", ShareStatus.Sent)));
        Assert.Equal([ShareStatus.Sent, ShareStatus.Unmet], noted.Shares![0].To.Select(recipient => recipient.Status));
        Assert.Same(noted, ShareLog.Note(noted, 1, Became(("0", ShareStatus.Failed))));
        Assert.Same(state, ShareLog.Note(state, 1, Became()));
    }

    private static ImmutableDictionary<string, ShareStatus> Became(params (string Id, ShareStatus Status)[] became) => became.ToImmutableDictionary(item => item.Id, item => item.Status);

    private static ShareEntry Entry(int number, params ShareStatus[] statuses) =>
        new(number, Now, "", ["bugs"], 0, "digest", [.. statuses.Select((status, index) => new ShareRecipient($"{index}", "Bo Roy", status))], Now);
}
