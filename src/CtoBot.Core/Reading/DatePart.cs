namespace CtoBot.Core.Reading;

/// <summary>A word or number of a text that may be a date, by what it means.</summary>
internal abstract record DatePart
{
    /// <summary>A whole number.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Digits">How many digits were typed; 0 for a word.</param>
    /// <param name="Ordinal">True for 3rd, third and the 3.</param>
    internal sealed record Num(int Value, int Digits, bool Ordinal) : DatePart;

    /// <summary>A weekday, Monday = 1.</summary>
    internal sealed record Weekday(int Iso) : DatePart;

    /// <summary>A month, January = 1.</summary>
    internal sealed record Month(int Number) : DatePart;

    /// <summary>A day by its distance from today.</summary>
    internal sealed record Day(int Offset) : DatePart;

    /// <summary>Next (1), this (0) or last (-1).</summary>
    internal sealed record Which(int Step) : DatePart;

    /// <summary>A length of time.</summary>
    internal sealed record Unit(char Letter) : DatePart;

    /// <summary>A separator between two numbers.</summary>
    internal sealed record Sign(char Letter) : DatePart;

    /// <summary>The word before a distance into the future.</summary>
    internal sealed record In : DatePart;

    /// <summary>The word after a distance into the past.</summary>
    internal sealed record Ago : DatePart;

    /// <summary>The word between a distance and its start.</summary>
    internal sealed record From : DatePart;

    /// <summary>An article: makes the number after it an ordinal.</summary>
    internal sealed record Article : DatePart;

    /// <summary>A word that adds nothing.</summary>
    internal sealed record Skip : DatePart;
}
