using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Any words; kept as typed.</summary>
    Text,

    /// <summary>A number; kept invariant, for example <c>1200.5</c>.</summary>
    Number,

    /// <summary>Money; kept as <see cref="Money.ToString"/> writes it, for example <c>1200.5 EUR</c>.</summary>
    Money,

    /// <summary>A calendar date; kept as ISO 8601, for example <c>2026-11-27</c>.</summary>
    Date,

    /// <summary>A time of day; kept as <c>07:30</c>.</summary>
    Time,

    /// <summary>A whole number from 1 to 5.</summary>
    Scale,

    /// <summary>Yes or no; kept as <c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>One of the column's options; its value is kept.</summary>
    Choice,

    /// <summary>Any words, several lines of them, up to <see cref="CellReader.LongestLongText"/> characters; kept exactly as sent.</summary>
    LongText,
}

/// <summary>A column of a small table.</summary>
/// <param name="Key">The key its cells are kept under: letters and digits, and none of <see cref="RowCells"/>.</param>
/// <param name="Label">What the person sees and problems name.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">Whether an empty cell is a problem.</param>
/// <param name="Options">The options of a <see cref="ColumnKind.Choice"/> column; otherwise empty.</param>
/// <param name="OptionsFrom">The name of options that the flow's code supplies, instead of <paramref name="Options"/>; or null.</param>
public sealed record Column(
    string Key,
    string Label,
    ColumnKind Kind = ColumnKind.Text,
    bool Required = false,
    ImmutableArray<ChoiceOption> Options = default,
    string? OptionsFrom = null)
{
    /// <summary>The options of a <see cref="ColumnKind.Choice"/> column; otherwise empty.</summary>
    public ImmutableArray<ChoiceOption> Options { get; init; } = Options.IsDefault ? [] : Options;
}
