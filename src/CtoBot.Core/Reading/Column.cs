using System.Collections.Immutable;
using System.Text.Json.Serialization;

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
}

/// <summary>A column of a small table that a person types, one row a line.</summary>
/// <param name="Key">The key its cells are kept under.</param>
/// <param name="Label">What the person sees and problems name.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">Whether an empty cell is a problem.</param>
/// <param name="Options">The options of a <see cref="ColumnKind.Choice"/> column; otherwise empty.</param>
[method: JsonConstructor]
public sealed record Column(string Key, string Label, ColumnKind Kind, bool Required, ImmutableArray<ChoiceOption> Options)
{
    /// <summary>A column without options.</summary>
    public Column(string key, string label, ColumnKind kind = ColumnKind.Text, bool required = false)
        : this(key, label, kind, required, [])
    {
    }
}
