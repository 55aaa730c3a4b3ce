using CtoBot.Turns;
using Microsoft.Extensions.Options;

namespace CtoBot.Reminders;

/// <summary>The settings under <c>Reminders</c>.</summary>
public sealed class ReminderOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Reminders";

    /// <summary>Whether this instance looks for what is due.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Partitions of the due index, up to 256. It may be raised, and never lowered: nobody would look into the others any more.</summary>
    public int Shards { get; set; } = DueIndex.UsualShards;

    /// <summary>How often this instance looks: a reminder is late by half of it on average.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a claim holds. What an instance had claimed when it died is sent by another after this time.</summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A file of public holidays, on which nobody gets a morning or an evening: an iCalendar file, or dates a line. Null for none.</summary>
    public string? Holidays { get; set; }

    /// <summary>Reminders claimed and not yet sent at once.</summary>
    public int Backlog { get; set; } = 2_000;

    /// <summary>Those of one tenant among them: about what may be sent to it between two looks, so that others find room.</summary>
    public int TenantBacklog { get; set; } = 500;
}

/// <summary>Checks the settings at start.</summary>
internal sealed class ReminderOptionsValidator : IValidateOptions<ReminderOptions>
{
    /// <summary>Sending is ended this long before the claim, so that it is over when another instance may claim.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Sending does not begin when less than this is left for it.</summary>
    public static readonly TimeSpan LeastSending = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ReminderOptions options)
    {
        string[] problems =
        [
            .. Problem(options.Shards is < 1 or > 256, "Reminders:Shards must be 1 to 256."),
            .. Problem(options.Every < TimeSpan.FromSeconds(1) || options.Every > TimeSpan.FromMinutes(10), "Reminders:Every must be 00:00:01 to 00:10:00."),
            .. Problem(options.Claim < 2 * Margin || options.Claim > TimeSpan.FromMinutes(10), "Reminders:Claim must be 00:00:10 to 00:10:00."),
            .. Problem(options.Backlog < 1 || options.TenantBacklog < 1, "Reminders:Backlog and Reminders:TenantBacklog must be at least 1."),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string[] Problem(bool wrong, string text) => wrong ? [text] : [];
}
