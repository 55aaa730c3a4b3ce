namespace CtoBot.Core.Flows;

/// <summary>The dialogs that the program opens by itself.</summary>
public static class FlowIds
{
    /// <summary>Who the person is, when the plan begins, when to remind.</summary>
    public const string Setup = "setup";

    /// <summary>A note on a step.</summary>
    public const string Note = "note";

    /// <summary>Another day for a step.</summary>
    public const string Move = "move";

    /// <summary>Leaves a step out, with a reason.</summary>
    public const string SkipStep = "skip-step";

    /// <summary>Ticks a step before the steps that should come first, with a reason.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>The person's own wording of a drafted message.</summary>
    public const string Message = "message";

    /// <summary>Which reminders come, beside the morning's time that the setup asks for.</summary>
    public const string Reminders = "reminders";

    /// <summary>Days off beside the weekly ones.</summary>
    public const string Holidays = "holidays";

    /// <summary>Until when no reminders come.</summary>
    public const string Pause = "pause";

    /// <summary>What a visit was like; about a visit's id. Opened by a reminder if the content has it.</summary>
    public const string Debrief = "debrief";

    /// <summary>A visit; about its id. Opened from a reminder if the content has it.</summary>
    public const string Visit = "visit";
}
