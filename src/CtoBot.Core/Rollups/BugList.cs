using System.Collections.Immutable;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Rollups;

/// <summary>The bugs across customers: what the person said is the same stands as one.</summary>
public sealed class BugList
{
    private readonly Dictionary<string, BugGroup> _byRef = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<DuplicateProposal>> _proposals;

    private BugList(IReadOnlyList<Bug> bugs, ImmutableArray<BugGroup> groups)
    {
        Groups = groups;
        foreach (var group in groups)
        {
            foreach (var bug in group.Bugs)
                _byRef[bug.Ref] = group;
        }

        _proposals = new(() => Propose(bugs));
    }

    /// <summary>
    /// Ranked: by the number of customers hit, then the revenue at stake in <see cref="Book.MainCurrency"/>, then the worst severity,
    /// then the oldest first, then the order they were heard in.
    /// </summary>
    public ImmutableArray<BugGroup> Groups { get; }

    /// <summary>Groups that are probably the same, because titles in them resemble each other; those that resemble most first. At most one a bug, and none that the person said are two. Computed when asked for.</summary>
    public ImmutableArray<DuplicateProposal> Proposals => _proposals.Value;

    /// <summary>The group with this bug in it, or null.</summary>
    /// <param name="reference">As in <see cref="Bug.Ref"/>.</param>
    public BugGroup? Find(string? reference) => reference is null ? null : _byRef.GetValueOrDefault(reference);

    /// <summary>Computes the list.</summary>
    public static BugList Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var bugs = book.Counted.SelectMany(debrief => debrief.Bugs).ToList();
        var merges = new Merges();
        foreach (var bug in bugs)
            merges.Join(bug.Ref, bug.Same ?? bug.Ref);
        var groups = bugs.GroupBy(bug => merges.Root(bug.Ref), (_, same) => BugGroup.Of(book, [.. same]), StringComparer.Ordinal);
        return new BugList(
            bugs,
            [
                .. groups
                    .OrderByDescending(group => group.Customers.Length)
                    .ThenByDescending(group => group.Revenue.In(book.MainCurrency))
                    .ThenByDescending(group => group.Worst is { } worst ? (int)worst : -1)
                    .ThenBy(group => group.Oldest),
            ]);
    }

    private ImmutableArray<DuplicateProposal> Propose(IReadOnlyList<Bug> bugs)
    {
        var groups = bugs.Select(bug => _byRef[bug.Ref].Ref).ToList();
        var apart = bugs.SelectMany(bug => bug.Apart.Select(Find).OfType<BugGroup>(), (bug, other) => InOrder(_byRef[bug.Ref].Ref, other.Ref)).ToHashSet();
        return
        [
            .. new TitleIndex([.. bugs.Select(bug => Title.Of(bug.Title))])
                .Pairs((one, other) => groups[one] != groups[other] && !apart.Contains(InOrder(groups[one], groups[other])))
                .Select(pair => new DuplicateProposal(groups[pair.Title], groups[pair.Earlier], Math.Round((decimal)pair.Resemblance, 2)))
                .DistinctBy(proposal => InOrder(proposal.Ref, proposal.Into))
                .OrderByDescending(proposal => proposal.Resemblance),
        ];
    }

    private static (string, string) InOrder(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}

/// <summary>Two groups of bugs that are probably one.</summary>
/// <param name="Ref">The group that was heard of later: its <see cref="BugGroup.Ref"/>.</param>
/// <param name="Into">The one it would be merged into.</param>
/// <param name="Resemblance">How much their titles resemble each other, 0 to 1.</param>
public sealed record DuplicateProposal(string Ref, string Into, decimal Resemblance);
