using System.Collections.Immutable;

namespace CtoBot.Core.Partners;

/// <summary>The names by which the program knows the five questions, their dialogs and their columns.</summary>
public static class FiveIds
{
    /// <summary>The question of areas.</summary>
    public const string Involvement = "involvement";

    /// <summary>The question of joint success.</summary>
    public const string Success = "success";

    /// <summary>The question of metrics.</summary>
    public const string Measures = "measures";

    /// <summary>The question of costs.</summary>
    public const string Expenses = "expenses";

    /// <summary>The question of speed.</summary>
    public const string Speed = "speed";

    /// <summary>The five in the order in which they are asked.</summary>
    public static ImmutableArray<string> Questions { get; } = [Involvement, Success, Measures, Expenses, Speed];

    /// <summary>What the id of a dialog about one of the five begins with.</summary>
    public const string FlowPrefix = "five-";

    /// <summary>The dialog that invites.</summary>
    public const string Invite = "five-invite";

    /// <summary>The dialog of an offer, or of a counter-offer.</summary>
    public const string Offer = "five-offer";

    /// <summary>The dialog of a check-in.</summary>
    public const string CheckIn = "five-checkin";

    /// <summary>The dialog of a question.</summary>
    public static string FlowOf(string question) => FlowPrefix + question;

    /// <summary>The question of a dialog, or null.</summary>
    public static string? QuestionOf(string flow) =>
        flow.StartsWith(FlowPrefix, StringComparison.Ordinal) && flow[FlowPrefix.Length..] is var question && Questions.Contains(question) ? question : null;
}
