namespace CtoBot.Operations.Checks;

/// <summary>How bad it is.</summary>
internal enum CheckLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The bot works, and an operator should know.</summary>
    Warning,

    /// <summary>The bot does not start, does not answer, or does something else than was meant.</summary>
    Wrong,
}

/// <summary>What a check found.</summary>
/// <param name="Area">What it is about, in a word.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What is so. Never a secret.</param>
/// <param name="Mend">What to do; null where nothing is to be done, or the text says it.</param>
internal sealed record CheckResult(string Area, CheckLevel Level, string Text, string? Mend = null)
{
    /// <summary>All is well.</summary>
    public static CheckResult Ok(string area, string text) => new(area, CheckLevel.Ok, text);

    /// <summary>Worth knowing.</summary>
    public static CheckResult Warning(string area, string text, string? mend = null) => new(area, CheckLevel.Warning, text, mend);

    /// <summary>To be mended.</summary>
    public static CheckResult Wrong(string area, string text, string? mend = null) => new(area, CheckLevel.Wrong, text, mend);
}
