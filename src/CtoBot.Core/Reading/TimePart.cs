using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>A word or number of a text that may be a time of day, by what it means.</summary>
internal abstract record TimePart
{
    /// <summary>A whole number.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Digits">How many digits were typed; 0 for a word.</param>
    internal sealed record Num(int Value, int Digits) : TimePart;

    /// <summary>A time with a name.</summary>
    internal sealed record Named(LocalTime Time) : TimePart;

    /// <summary>A part of an hour in minutes.</summary>
    internal sealed record Minutes(int Count) : TimePart;

    /// <summary>Before or after noon.</summary>
    internal sealed record Half(bool AfterNoon) : TimePart;

    /// <summary>After (1) or before (-1) the hour that follows.</summary>
    internal sealed record Beside(int Direction) : TimePart;

    /// <summary>A separator between hours, minutes and seconds.</summary>
    internal sealed record Sign : TimePart;

    /// <summary>The word after an hour.</summary>
    internal sealed record Hour : TimePart;

    /// <summary>A word that adds nothing.</summary>
    internal sealed record Skip : TimePart;
}
