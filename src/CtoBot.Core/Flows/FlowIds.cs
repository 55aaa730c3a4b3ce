namespace CtoBot.Core.Flows;

/// <summary>The dialogs that the program opens by itself.</summary>
public static class FlowIds
{
    /// <summary>Who the person is, when the plan begins, when to remind.</summary>
    public const string Setup = "setup";

    /// <summary>Several customers at once.</summary>
    public const string Customers = "customers";

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

    /// <summary>Which language the bot speaks with the person.</summary>
    public const string Language = "language";

    /// <summary>Until when no reminders come.</summary>
    public const string Pause = "pause";

    /// <summary>To whom the readout goes, and what of it.</summary>
    public const string Share = "share";

    /// <summary>To whom the part of a function goes, which is the subject.</summary>
    public const string SharePart = "share-part";

    /// <summary>What of the readout goes to a group chat, which the subject names.</summary>
    public const string ShareChat = "share-chat";
}
