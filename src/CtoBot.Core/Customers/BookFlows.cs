using System.Collections.Immutable;

namespace CtoBot.Core.Customers;

/// <summary>The flows whose drafts a <see cref="Book"/> is made of.</summary>
public static class BookFlows
{
    /// <summary>A customer; the subject is its id.</summary>
    public const string Customer = "customer";

    /// <summary>A visit; the subject is its id.</summary>
    public const string Visit = "visit";

    /// <summary>What was heard at a visit; the subject is the visit's id.</summary>
    public const string Debrief = "debrief";

    /// <summary>Notes of the meeting with the VP Sales &amp; Marketing.</summary>
    public const string Sales = "meeting-sales";

    /// <summary>Notes of the meeting with the head of customer support.</summary>
    public const string Support = "meeting-support";

    /// <summary>Notes of the meeting with the head of professional services.</summary>
    public const string Services = "meeting-services";

    /// <summary>Notes of the meeting with the CFO.</summary>
    public const string Cfo = "meeting-cfo";

    /// <summary>Notes of the meeting with a direct report; the subject tells which.</summary>
    public const string Report = "meeting-report";

    /// <summary>The flows in which somebody's words are written down.</summary>
    public static ImmutableArray<string> Heard { get; } = [Debrief, Sales, Support, Services, Cfo, Report, Verdict];

    /// <summary>The person's own verdict at the end of the two weeks.</summary>
    public const string Verdict = "verdict";
}
