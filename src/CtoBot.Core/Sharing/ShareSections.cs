using System.Collections.Immutable;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Plan;
using CtoBot.Core.Readout;

namespace CtoBot.Core.Sharing;

/// <summary>The sections of the readout that can be shared, each by itself.</summary>
public static class ShareSections
{
    /// <summary>The numbers of the situation; the others are the sections of <see cref="ReadoutPage"/>.</summary>
    public const string Situation = "situation";

    private const string Verdict = "verdict";

    /// <summary>All of them, in the order they are read.</summary>
    public static ImmutableArray<string> All { get; } = [Situation, "risks", "bugs", "service", "deals", "room", "promises", "quotes", Verdict];

    /// <summary>What is chosen until the person chooses: everything that holds something; the verdict once it is whole.</summary>
    internal static ImmutableArray<string> Usual(Finding finding, PersonalPlan plan)
    {
        var page = ReadoutReport.Of(finding, plan, own: false);
        var whole = VerdictCards.Answers(finding, quotes: 0).All(answer => answer.Words is not null);
        return [.. All.Where(id => id == Situation || (page.Sections.Any(section => section.Id == id && IsFilled(section)) && (id != Verdict || whole)))];
    }

    /// <summary>Whether a section says more than that there is nothing yet.</summary>
    internal static bool IsFilled(ReadoutSection section) => !section.Tables.IsEmpty || !section.Quotes.IsEmpty || !section.Words.IsEmpty;
}
